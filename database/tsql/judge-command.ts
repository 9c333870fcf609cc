import { existsSync } from 'node:fs';
import { judgeStatements } from './judge';

/** `tsx database/tsql/judge-command.ts statements.jsonl`: the grammar's word on what a run of the suite recorded. */
const file = process.argv[2];
if (!file || !existsSync(file)) {
  // A suite that recorded nothing has proved nothing.
  console.error(`No recorded statements at ${file}`);
  process.exitCode = 1;
} else {
  const { accepted, refused } = judgeStatements(file);
  for (const { sql, why } of refused) console.error(`\n${why}\n  ${sql.slice(0, 2000)}`);
  console.log(`T-SQL: ${accepted} statements accepted, ${refused.length} refused`);
  if (refused.length || accepted === 0) process.exitCode = 1;
}
