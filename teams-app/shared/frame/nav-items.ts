import {
  ArrowSwap20Filled,
  ArrowSwap20Regular,
  Alert20Filled,
  Alert20Regular,
  Building20Filled,
  Building20Regular,
  Call20Filled,
  Call20Regular,
  CalendarLtr20Filled,
  CalendarLtr20Regular,
  ChartMultiple20Filled,
  ChartMultiple20Regular,
  DocumentTable20Filled,
  DocumentTable20Regular,
  DataTrending20Filled,
  DataTrending20Regular,
  DocumentBulletListMultiple20Filled,
  DocumentBulletListMultiple20Regular,
  Board20Filled,
  Board20Regular,
  Trophy20Filled,
  Trophy20Regular,
  FoodCake20Filled,
  FoodCake20Regular,
  Settings20Filled,
  Settings20Regular,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { Permission } from '../../../service/modules/users/permissions';

export interface NavItem {
  to: string;
  text:
    | 'calls'
    | 'companies'
    | 'deals'
    | 'offers'
    | 'forecast'
    | 'dashboard'
    | 'kpi'
    | 'reports'
    | 'plan'
    | 'reminders'
    | 'birthdays'
    | 'import'
    | 'admin';
  icon: FluentIcon;
  iconSelected: FluentIcon;
  /** Shown to those who hold any of these; to everybody when left out. */
  needs?: Permission[];
}

/** A new section is one line here and one route in `Pages.tsx`. */
export const navItems: NavItem[] = [
  { to: '/', text: 'calls', icon: Call20Regular, iconSelected: Call20Filled, needs: ['companies.read'] },
  {
    to: '/companies',
    text: 'companies',
    icon: Building20Regular,
    iconSelected: Building20Filled,
    needs: ['companies.read'],
  },
  { to: '/deals', text: 'deals', icon: Board20Regular, iconSelected: Board20Filled, needs: ['deals.read'] },
  {
    to: '/offers',
    text: 'offers',
    icon: DocumentBulletListMultiple20Regular,
    iconSelected: DocumentBulletListMultiple20Filled,
    needs: ['deals.read'],
  },
  {
    to: '/forecast',
    text: 'forecast',
    icon: DataTrending20Regular,
    iconSelected: DataTrending20Filled,
    needs: ['deals.read'],
  },
  {
    to: '/dashboard',
    text: 'dashboard',
    icon: ChartMultiple20Regular,
    iconSelected: ChartMultiple20Filled,
    needs: ['deals.read'],
  },
  { to: '/kpi', text: 'kpi', icon: Trophy20Regular, iconSelected: Trophy20Filled, needs: ['kpi.read'] },
  {
    to: '/reports',
    text: 'reports',
    icon: DocumentTable20Regular,
    iconSelected: DocumentTable20Filled,
    needs: ['reports.run'],
  },
  {
    to: '/plan',
    text: 'plan',
    icon: CalendarLtr20Regular,
    iconSelected: CalendarLtr20Filled,
    needs: ['companies.read'],
  },
  { to: '/reminders', text: 'reminders', icon: Alert20Regular, iconSelected: Alert20Filled },
  {
    to: '/birthdays',
    text: 'birthdays',
    icon: FoodCake20Regular,
    iconSelected: FoodCake20Filled,
    needs: ['companies.read'],
  },
  {
    to: '/import',
    text: 'import',
    icon: ArrowSwap20Regular,
    iconSelected: ArrowSwap20Filled,
    needs: ['companies.import', 'companies.export'],
  },
  {
    to: '/admin',
    text: 'admin',
    icon: Settings20Regular,
    iconSelected: Settings20Filled,
    needs: ['users.read', 'users.manage', 'roles.manage', 'settings.manage', 'audit.read', 'jobs.manage'],
  },
];
