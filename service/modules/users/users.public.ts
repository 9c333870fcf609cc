/** What later modules may use of this one. */
export { identityOf } from './identify';
export { demoAccounts, demoPassword } from './demo-accounts';
export { absenceDays, absencesOf } from './manage-absences';
export { userOfMicrosoft } from './sign-in-microsoft';
export { User } from './users.entity';
