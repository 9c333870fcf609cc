import { handle, type Route } from '../../kernel/handle';
import { assignToOwner } from './assign-companies';
import * as contract from './companies.contract';
import { citiesInUse, countFound, findCompanies } from './companies.queries';
import { readChanges } from './company-changes';
import { addCompany } from './create-company';
import { addConsignee, changeConsignee, dropConsignee } from './edit-consignees';
import { addContact, changeContact, dropContact } from './edit-contacts';
import { addLegalEntity, changeLegalEntity, dropLegalEntity } from './edit-legal-entities';
import { lookAlike } from './find-lookalikes';
import { comingBirthdays } from './list-birthdays';
import { findInRegistry } from './look-up-registry';
import { dropView, readViews, saveView } from './saved-views';
import { changeCompany, dropCompany } from './update-company';

export const routes: Route[] = [
  handle(contract.listCompanies, findCompanies),
  handle(contract.countCompanies, countFound),
  handle(contract.companyCities, citiesInUse),
  handle(contract.findLookalikes, lookAlike),
  handle(contract.createCompany, addCompany),
  handle(contract.updateCompany, changeCompany),
  handle(contract.deleteCompany, dropCompany),
  handle(contract.assignCompanies, assignToOwner),
  handle(contract.companyChanges, readChanges),
  handle(contract.createContact, addContact),
  handle(contract.updateContact, changeContact),
  handle(contract.deleteContact, dropContact),
  handle(contract.createLegalEntity, addLegalEntity),
  handle(contract.updateLegalEntity, changeLegalEntity),
  handle(contract.deleteLegalEntity, dropLegalEntity),
  handle(contract.createConsignee, addConsignee),
  handle(contract.updateConsignee, changeConsignee),
  handle(contract.deleteConsignee, dropConsignee),
  handle(contract.listBirthdays, comingBirthdays),
  handle(contract.listViews, readViews),
  handle(contract.createView, saveView),
  handle(contract.deleteView, dropView),
  handle(contract.lookUpRegistry, findInRegistry),
];
