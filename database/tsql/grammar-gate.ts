import { denial } from './denylist';
import { ungrammatical } from './grammar';
import { refuse, Refusal } from './refusal';
import { checkRules } from './rules';
import type { Schema } from './schema';
import { nest, tokenize, type Node } from './tokens';
import { statementsOf } from './translate';

export type Verdict = { readonly accepted: true } | { readonly accepted: false; readonly why: string };

/**
 * The gate every statement passes at once: the denylist, and the rules of SQL Server that no grammar holds.
 * @returns the statements of the batch, for the translator
 * @throws Refusal
 */
export function admit(sql: string, schema: Schema | null = null): readonly (readonly Node[])[] {
  const tokens = tokenize(sql);
  const denied = denial(tokens);
  if (denied) refuse(`${denied}. In: ${sql}`);
  const statements = statementsOf(nest(tokens));
  for (const statement of statements) checkRules(statement, schema);
  return statements;
}

/** The whole gate, the grammar included, which takes a few milliseconds for a new statement. */
export function judge(sql: string): Verdict {
  try {
    admit(sql);
  } catch (error) {
    if (error instanceof Refusal) return { accepted: false, why: error.message };
    throw error;
  }
  const fault = ungrammatical(sql);
  return fault === null ? { accepted: true } : { accepted: false, why: `T-SQL refused: ${fault}` };
}
