import { readFileSync } from 'node:fs';
import { judge } from './grammar-gate';
import { statementShape } from './statement-shape';

export interface Judgement {
  readonly accepted: number;
  readonly refused: readonly { readonly sql: string; readonly why: string }[];
}

/**
 * Judges every distinct statement a run of the suite left in a file (one JSON string a line). One process does it at
 * the end, so the grammar is loaded once and each statement parsed once.
 */
export function judgeStatements(file: string): Judgement {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const distinct = new Map(lines.map((line) => JSON.parse(line) as string).map((sql) => [statementShape(sql), sql]));
  const refused: { sql: string; why: string }[] = [];
  for (const sql of distinct.values()) {
    const verdict = judge(sql);
    if (!verdict.accepted) refused.push({ sql, why: verdict.why });
  }
  return { accepted: distinct.size - refused.length, refused };
}
