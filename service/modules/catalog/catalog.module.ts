import { handle } from '../../kernel/handle';
import type { Module } from '../../kernel/module';
import * as contract from './catalog.contract';
import { CatalogItem } from './catalog.entity';
import { texts } from './catalog.texts';
import { addItem, changeItem, readCatalog } from './edit-catalog';
import { suggestItems } from './suggest-items';
import { takeFile, takeText } from './take-lines';

/** Equipment by type, name, sub-name and capacity: what was entered once is offered from then on. */
export const catalogModule: Module = {
  name: 'catalog',
  entities: [CatalogItem],
  texts,
  routes: [
    handle(contract.suggestCatalog, suggestItems),
    handle(contract.listCatalog, readCatalog),
    handle(contract.createCatalogItem, addItem),
    handle(contract.updateCatalogItem, changeItem),
    handle(contract.readLinesFromText, takeText),
    handle(contract.readLinesFromFile, (ctx, input, { upload }) => takeFile(ctx, input, upload), {
      ownTransactions: true,
    }),
  ],
};
