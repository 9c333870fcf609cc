import {
  Board20Regular,
  Box20Regular,
  CalendarLtr20Regular,
  CalendarSync20Regular,
  ClipboardTaskListLtr20Regular,
  DocumentFolder20Regular,
  DocumentText20Regular,
  History20Regular,
  MailProhibited20Regular,
  Organization20Regular,
  People20Regular,
  ShieldKeyhole20Regular,
  TaskListSquareLtr20Regular,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { Permission } from '../../../service/modules/users/permissions';

export type SectionName =
  | 'users'
  | 'roles'
  | 'departments'
  | 'outcomes'
  | 'document-categories'
  | 'pipelines'
  | 'catalog'
  | 'offer-template'
  | 'mail-rules'
  | 'calendars'
  | 'outlook'
  | 'jobs'
  | 'audit';

interface AdminSection {
  name: SectionName;
  icon: FluentIcon;
  /** What opens it. */
  needs: Permission;
}

export const adminSections: AdminSection[] = [
  { name: 'users', icon: People20Regular, needs: 'users.read' },
  { name: 'roles', icon: ShieldKeyhole20Regular, needs: 'users.read' },
  { name: 'departments', icon: Organization20Regular, needs: 'users.manage' },
  { name: 'outcomes', icon: ClipboardTaskListLtr20Regular, needs: 'settings.manage' },
  { name: 'document-categories', icon: DocumentFolder20Regular, needs: 'settings.manage' },
  { name: 'pipelines', icon: Board20Regular, needs: 'settings.manage' },
  { name: 'catalog', icon: Box20Regular, needs: 'settings.manage' },
  { name: 'offer-template', icon: DocumentText20Regular, needs: 'settings.manage' },
  { name: 'mail-rules', icon: MailProhibited20Regular, needs: 'settings.manage' },
  { name: 'calendars', icon: CalendarLtr20Regular, needs: 'settings.manage' },
  { name: 'outlook', icon: CalendarSync20Regular, needs: 'settings.manage' },
  { name: 'jobs', icon: TaskListSquareLtr20Regular, needs: 'jobs.manage' },
  { name: 'audit', icon: History20Regular, needs: 'audit.read' },
];
