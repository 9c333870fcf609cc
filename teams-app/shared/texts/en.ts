import { activity } from './en/activity';
import { admin } from './en/admin';
import { birthdays } from './en/birthdays';
import { calendar } from './en/calendar';
import { calls } from './en/calls';
import { changes } from './en/changes';
import { companies } from './en/companies';
import { company } from './en/company';
import { dashboard } from './en/dashboard';
import { deals } from './en/deals';
import { documents } from './en/documents';
import { errors } from './en/errors';
import { forecast } from './en/forecast';
import { imports } from './en/imports';
import { kpi } from './en/kpi';
import { mail } from './en/mail';
import { notices } from './en/notices';
import { offers } from './en/offers';
import { pane } from './en/pane';
import { plan } from './en/plan';
import { profile } from './en/profile';
import { reminders } from './en/reminders';
import { reports } from './en/reports';
import { shared } from './en/shared';
import { signIn } from './en/sign-in';
import { zones } from './en/zones';

export const en = {
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
