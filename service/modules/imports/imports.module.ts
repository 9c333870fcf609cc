import { handle } from '../../kernel/handle';
import type { Module } from '../../kernel/module';
import { beginExport, readExport, runExport, stopExport, takeFileOut } from './export-companies';
import * as contract from './imports.contract';
import { Export, Import, ImportProfile, ImportRow } from './imports.entity';
import { readImport, readImportRows, readImports } from './imports.queries';
import { texts } from './imports.texts';
import { runImport } from './run-import';
import { cancel, start, takeUpload } from './start-import';

/** Lists of companies coming in and going out. */
export const importsModule: Module = {
  name: 'imports',
  entities: [Import, ImportRow, ImportProfile, Export],
  texts,
  routes: [
    handle(
      contract.uploadImport,
      async (ctx, { fileName }, { upload }) => {
        const { confident: _, ...view } = await takeUpload(ctx, fileName, upload);
        return view;
      },
      { ownTransactions: true },
    ),
    handle(contract.listImports, readImports),
    handle(contract.getImport, readImport),
    handle(contract.startImport, start),
    handle(contract.cancelImport, cancel),
    handle(contract.listImportRows, readImportRows),
    handle(contract.startExport, beginExport),
    handle(contract.getExport, readExport),
    handle(contract.cancelExport, stopExport),
    handle(contract.downloadExport, takeFileOut),
  ],
  jobs: [runImport, runExport],
};
