import { activity } from './en/activity';
import { admin } from './en/admin';
import { birthdays } from './en/birthdays';
import { calls } from './en/calls';
import { changes } from './en/changes';
import { companies } from './en/companies';
import { company } from './en/company';
import { documents } from './en/documents';
import { errors } from './en/errors';
import { imports } from './en/imports';
import { mail } from './en/mail';
import { pane } from './en/pane';
import { plan } from './en/plan';
import { profile } from './en/profile';
import { shared } from './en/shared';
import { signIn } from './en/sign-in';
import { zones } from './en/zones';

export const en = {
  activity,
  admin,
  birthdays,
  calls,
  changes,
  companies,
  company,
  documents,
  errors,
  imports,
  mail,
  pane,
  plan,
  profile,
  shared,
  signIn,
  zones,
};
