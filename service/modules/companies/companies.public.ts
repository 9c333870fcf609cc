/** What later modules may use of this one. */
export { assignCompany } from './assign-companies';
export { Company } from './companies.entity';
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
