/**
 * One text for statements that differ in their numbers and in how long their lists are: to the grammar they are the
 * same. Bulk inserts of our own numbers would otherwise each count as new.
 */
export const statementShape = (sql: string): string =>
  sql
    .replace(/\b\d+\b/g, '0')
    .replace(/(@0)(?:,\s*@0)+/g, '$1')
    .replace(/(\([^()]*\))(?:,\s*\1)+/g, '$1');
