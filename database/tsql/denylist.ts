import type { Token } from './tokens';

interface Denial {
  readonly why: string;
  /** Looked for in the statement with the content of literals and quoted names taken out. */
  readonly pattern: RegExp;
  /** What keeps it from applying. */
  readonly unless?: RegExp;
}

const deny = (why: string, pattern: RegExp, unless?: RegExp): Denial => ({ why, pattern, unless });
const calls = (names: string) => new RegExp(`\\b(?:${names})\\s*\\(`, 'i');

/** TypeORM names the migrations it ran in a varchar, which holds: our names are ASCII. */
const migrationsTable = /^CREATE TABLE "migrations" \(/;

/**
 * What the grammar lets through, or lets through as something else, and what we have agreed to stay away from because
 * a server that speaks T-SQL may not have it.
 */
const denials: readonly Denial[] = [
  // Other engines
  deny('LIMIT: use TOP or OFFSET … FETCH', /\bLIMIT\b/i),
  deny('RETURNING: use OUTPUT', /\bRETURNING\b/i),
  deny('ON CONFLICT: insert and recognise the unique violation', /\bON\s+(?:CONFLICT|DUPLICATE)\b/i),
  deny('INSERT OR …', /\b(?:INSERT|UPDATE)\s+OR\b|\bREPLACE\s+INTO\b/i),
  deny('ILIKE, GLOB, REGEXP', /\b(?:ILIKE|GLOB|REGEXP)\b/i),
  deny('|| joins no text in T-SQL: use concat()', /\|\|/),
  deny('backticks', /`/),
  deny(':: casts', /::/),
  deny('==', /==/),
  deny('? is no parameter of T-SQL', /\?/),
  deny('TRUE and FALSE: a bit is 1 or 0', /\b(?:TRUE|FALSE)\b/i),
  deny('IS with a value', /\bIS\s+(?:NOT\s+)?(?!NOT\b|NULL\b)\S/i),
  deny('a comparison of rows', /\)\s*(?:=|<>|!=|<=?|>=?)\s*\(\s*[^()]*,[^()]*\)/),
  deny('IF NOT EXISTS in a definition', /\b(?:TABLE|INDEX|VIEW|COLUMN)\s+IF\s+NOT\s+EXISTS\b/i),
  deny('PRAGMA, VACUUM, ATTACH', /\b(?:PRAGMA|VACUUM|ATTACH)\b/i),
  deny('AUTOINCREMENT: use IDENTITY', /\bAUTO_?INCREMENT\b/i),
  deny('ADD COLUMN: T-SQL says ADD', /\bADD\s+COLUMN\b/i),
  deny('rowid, sqlite_…', /\b(?:_?rowid_?|oid|sqlite_\w+)\b/i),
  deny('NULLS FIRST, NULLS LAST', /\bNULLS\s+(?:FIRST|LAST)\b/i),
  deny('FILTER', /\bFILTER\s*\(/i),
  deny('NATURAL and USING joins', /\bNATURAL\b|\bUSING\s*\(/i),
  deny('WITH RECURSIVE: T-SQL says WITH', /\bRECURSIVE\b/i),
  deny("x'…' is no literal of T-SQL", /\bx ''/i),
  deny('COLLATE NOCASE', /\bNOCASE\b/i),
  deny(
    'a function of another engine',
    calls(
      'length|ifnull|substr|instr|strftime|julianday|unixepoch|datetime|group_concat|json_extract|json_each|random|now|typeof|' +
        'printf|last_insert_rowid|char_length|to_char|array_agg|greatest|least|date_trunc|datetrunc|nvl|lpad|rpad|date_part',
    ),
  ),

  // Types
  deny('datetime rounds to 3.33 ms: use datetime2(3)', /\b(?:small)?datetime\b/i),
  deny('an old type: use nvarchar(max), varbinary(max)', /\bntext\b|\bimage\b|(?:""|\bas)\s+text\b/i),
  deny('varchar turns Cyrillic into ?: use nvarchar', /\bvarchar\b/i, migrationsTable),
  deny('char turns Cyrillic into ?: use nchar or nvarchar', /(?:""|\bas)\s+char\b/i),
  deny('nvarchar without a length: 30 characters in a cast, 1 in a table', /(?:""|\bas)\s+n(?:var)?char\b(?!\s*\()/i),

  // Habits that go wrong
  deny(
    'local time: use sysutcdatetime()',
    /\b(?:CURRENT_TIMESTAMP|GETDATE|GETUTCDATE|SYSDATETIME|SYSDATETIMEOFFSET)\b/i,
  ),
  deny(
    'ON DELETE and ON UPDATE actions: two paths to one table are refused (1785)',
    /\bON\s+(?:DELETE|UPDATE)\s+(?!NO\s+ACTION)/i,
  ),
  deny('MERGE: insert, and update on a unique violation', /\bMERGE\b/i),
  deny('@@IDENTITY counts triggers in: use OUTPUT', /@@IDENTITY\b/i),
  deny(
    'HOLDLOCK and SERIALIZABLE hints lock ranges: use a unique index and its error',
    /\(\s*[^()]*\b(?:HOLDLOCK|SERIALIZABLE)\b[^()]*\)/i,
  ),

  // Not on every server that speaks T-SQL
  deny('UPDATE and DELETE through a WITH', /^\s*WITH\b[^]*\)\s*(?:UPDATE|DELETE)\b/i),
  deny('compound assignment', /[-+*/%&|^]=/),
  deny('TOP … PERCENT', /\bPERCENT\b/i),
  deny('WITH TIES', /\bWITH\s+TIES\b/i),
  deny('WAITFOR', /\bWAITFOR\b/i),
  deny('CREATE OR ALTER', /\bCREATE\s+OR\s+ALTER\b/i),
  deny('ALTER VIEW', /\bALTER\s+VIEW\b/i),
  deny('synonyms', /\bSYNONYM\b/i),
  deny('temporal tables', /\bSYSTEM_(?:TIME|VERSIONING)\b/i),
  deny('XML', /\b(?:FOR\s+XML|hierarchyid|xml)\b|\.\s*(?:nodes|modify|exist|value)\s*\(/i),
  deny('ALTER DATABASE, CREATE DATABASE', /\b(?:ALTER|CREATE)\s+DATABASE\b/i),
  deny('server roles and sys.dm_ views', /\bdm_\w+|\bALTER\s+(?:SERVER\s+)?ROLE\b/i),
  deny('STRING_SPLIT, GENERATE_SERIES, OPENJSON', calls('STRING_SPLIT|GENERATE_SERIES|OPENJSON')),
  deny(
    'full text: probe for it, never require it',
    /\bFULLTEXT\b|\b(?:CONTAINS|FREETEXT|CONTAINSTABLE|FREETEXTTABLE)\s*\(/i,
  ),
  deny('prepared statements', /\bsp_(?:prepare|execute|unprepare)\b/i),
  deny('sp_rename: make anew', /\bsp_rename\b/i),
  deny('IS [NOT] DISTINCT FROM', /\bDISTINCT\s+FROM\b/i),
];

/** Why the statement is denied, or null. */
export function denial(tokens: readonly Token[]): string | null {
  const long = tokens.find(({ kind, value }) => (kind === 'quoted' || kind === 'word') && value.length > 63);
  if (long) return `a name of more than 63 characters: ${long.value}`;
  const local = tokens.find(
    ({ kind, national, value }) => kind === 'string' && !national && /[^\x20-\x7e\s]/.test(value),
  );
  if (local) return `'${local.value}' holds more than ASCII: write N'…'`;
  const masked = tokens.map(({ kind, text }) => (kind === 'string' ? "''" : kind === 'quoted' ? '""' : text)).join(' ');
  const written = tokens.map(({ text }) => text).join(' ');
  const found = denials.find(({ pattern, unless }) => pattern.test(masked) && !unless?.test(written));
  return found?.why ?? null;
}
