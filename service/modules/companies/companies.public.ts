/** What later modules may use of this one. */
export { assignCompany } from './assign-companies';
export { nextBirthday } from './birthdays';
export { companyKey, splitLegalForm } from './company-name';
export { Company, Contact, Consignee, ContactPoint, LegalEntity } from './companies.entity';
export { comingBirthdays } from './list-birthdays';
export { insertCompany } from './create-company';
export { insertContact } from './edit-contacts';
export { insertLegalEntity } from './edit-legal-entities';
export { isFreeMail, mailDomain, splitEmails } from './emails';
export { requisitesDoubts, requisitesKey } from './legal-entity-rules';
export { formatPhone, parsePhone, splitPhones } from './phones';
export { checkAccount, checkBik, checkInn, checkKpp, checkOgrn, padInn } from './requisites';
export { authorizeCompany, canSee, loadCompany, visible } from './companies.policy';
export {
  callableCondition,
  cityCondition,
  companyConditions,
  countWhere,
  findCompanies,
  ownerCondition,
  searchCondition,
  today,
  type CompanyFilter,
} from './companies.queries';
export {
  callWindows,
  hoursOf,
  nextContactOf,
  refOf,
  viewCompany,
  viewConsignee,
  viewContact,
  viewLegalEntity,
  type NextContactColumns,
} from './companies.view';
export { readAssignments } from './company-changes';
