export { dropDocumentsOf } from './take-document';
export { keepDocument } from './keep-document';
