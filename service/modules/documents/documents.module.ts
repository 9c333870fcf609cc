import { handle } from '../../kernel/handle';
import { reactTo, type Module } from '../../kernel/module';
import { addCategory, changeCategory, readCategories } from './categories';
import * as contract from './documents.contract';
import { Document, DocumentCategory } from './documents.entity';
import { readDocuments } from './documents.queries';
import { texts } from './documents.texts';
import { keepDocument } from './keep-document';
import { dropDocument, removeFile, removeFileLater, takeOut } from './take-document';

/** Files that belong to companies, sorted by category, each with who brought it and when. */
export const documentsModule: Module = {
  name: 'documents',
  entities: [Document, DocumentCategory],
  texts,
  routes: [
    handle(contract.listDocuments, readDocuments),
    handle(contract.uploadDocument, (ctx, input, { upload }) => keepDocument(ctx, input, upload), {
      ownTransactions: true,
    }),
    handle(contract.downloadDocument, takeOut),
    handle(contract.deleteDocument, dropDocument),
    handle(contract.listDocumentCategories, readCategories),
    handle(contract.createDocumentCategory, addCategory),
    handle(contract.updateDocumentCategory, changeCategory),
  ],
  reactions: [reactTo(Document, (ctx, { before, after }) => removeFileLater(ctx, before, after))],
  jobs: [removeFile],
};
