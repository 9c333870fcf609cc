import type { AuditRow } from '../../../../service/modules/system/system.contract';

/** What the history speaks of, by the service's names. */
export const auditedEntities = [
  'company',
  'contact',
  'legal_entity',
  'consignee',
  'activity',
  'assignment',
  'user_account',
  'role',
  'department',
  'absence',
  'outcome',
  'document',
  'document_category',
  'mail_item',
  'mail_choice',
  'mail_rule',
  'calendar_day',
  'saved_view',
  'company_export',
] as const;

const ofCompanies = new Set([
  'company',
  'contact',
  'legal_entity',
  'consignee',
  'activity',
  'assignment',
  'document',
  'mail_item',
]);

/** The company whose card the change stands on. */
export const companyOf = ({ entity, scopeId }: AuditRow): string | null => (ofCompanies.has(entity) ? scopeId : null);
