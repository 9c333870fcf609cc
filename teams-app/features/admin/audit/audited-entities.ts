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
  'deal',
  'deal_line',
  'deal_event',
  'pipeline',
  'deal_stage',
  'offer',
  'offer_line',
  'offer_template',
  'catalog_item',
  'kpi_rule',
  'kpi_norm',
  'sales_plan',
  'report_template',
  'report_edition',
  'report_run',
  'report_schedule',
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
  'deal',
  'offer',
]);

/** The company whose card the change stands on. */
export const companyOf = ({ entity, scopeId }: AuditRow): string | null => (ofCompanies.has(entity) ? scopeId : null);
