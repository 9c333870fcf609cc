import { activity } from './ru/activity';
import { admin } from './ru/admin';
import { birthdays } from './ru/birthdays';
import { calendar } from './ru/calendar';
import { calls } from './ru/calls';
import { changes } from './ru/changes';
import { companies } from './ru/companies';
import { company } from './ru/company';
import { dashboard } from './ru/dashboard';
import { deals } from './ru/deals';
import { documents } from './ru/documents';
import { errors } from './ru/errors';
import { forecast } from './ru/forecast';
import { imports } from './ru/imports';
import { kpi } from './ru/kpi';
import { mail } from './ru/mail';
import { notices } from './ru/notices';
import { offers } from './ru/offers';
import { pane } from './ru/pane';
import { plan } from './ru/plan';
import { profile } from './ru/profile';
import { reminders } from './ru/reminders';
import { reports } from './ru/reports';
import { shared } from './ru/shared';
import { signIn } from './ru/sign-in';
import { zones } from './ru/zones';

export const ru = {
  activity,
  admin,
  birthdays,
  calendar,
  calls,
  changes,
  companies,
  company,
  dashboard,
  deals,
  documents,
  errors,
  forecast,
  imports,
  kpi,
  mail,
  notices,
  offers,
  pane,
  plan,
  profile,
  reminders,
  reports,
  shared,
  signIn,
  zones,
};
