import { anyOf, inList, sql, type Sql } from './sql';

/** As many values as a filter takes. */
const most = 500;

/** A filter's values that come in one text with commas. @param known others than these are left out */
export const listed = (text: string, known?: readonly string[]): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part && (!known || known.includes(part)))
    .slice(0, most);

/** Whose a record is: user ids with commas, `none` for nobody's. One value alone keeps the order of the index. */
export function ownedBy(column: Sql, owners: string): Sql {
  const ids = listed(owners);
  const named = ids.filter((id) => id !== 'none');
  const nobody = ids.length > named.length ? [sql`${column} is null`] : [];
  if (named.length === 1 && nobody.length === 0) return sql`${column} = ${named[0]}`;
  return anyOf([...nobody, ...(named.length ? [inList(column, named)] : [])]);
}
