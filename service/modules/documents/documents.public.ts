export { categoryOf } from './categories';
export { Document, DocumentCategory } from './documents.entity';
export { documentsOfSubject } from './documents.queries';
export { documentPath, keepDocument } from './keep-document';
export { dropDocumentsOf, fileOf } from './take-document';
