import { authorizeSelf, grantOf, requirePermission } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { notFound } from '../../kernel/errors';
import { findRecord, insertRecord, removeRecord, requireVersion } from '../../kernel/records';
import { sql } from '../../kernel/sql';
import { isFreeMail, mailDomain } from '../companies/companies.public';
import type { createMailRule, deleteMailRule, listMailRules, MailPerson, MailRuleView } from './mail.contract';
import { MailRule } from './mail.entity';

/** Everybody's rules and the reader's own. */
const rulesFor = (ctx: Ctx) =>
  ctx.db.rows<MailRule>(sql`select id, version, userId, kind, value from mail_rule
    where userId is null or userId = ${signedIn(ctx).id} order by kind, value, id`);

export async function readRules(ctx: Ctx): Promise<EndpointOutput<typeof listMailRules>> {
  authorizeSelf(ctx);
  return { rows: (await rulesFor(ctx)).map(toView) };
}

export async function addRule(
  ctx: Ctx,
  { kind, value, own }: EndpointParsed<typeof createMailRule>,
): Promise<MailRuleView> {
  authorizeSelf(ctx);
  // Whose people we are is one truth for all.
  const everybodys = !own || kind === 'ours';
  if (everybodys) requirePermission(ctx, 'settings.manage');
  const userId = everybodys ? null : signedIn(ctx).id;
  const same = (await rulesFor(ctx)).find(
    (rule) => rule.userId === userId && rule.kind === kind && rule.value === value,
  );
  return toView(same ?? (await insertRecord(ctx, MailRule, { userId, kind, value })));
}

export async function dropRule(
  ctx: Ctx,
  { id, version }: EndpointParsed<typeof deleteMailRule>,
): Promise<{ ok: true }> {
  authorizeSelf(ctx);
  const rule = await findRecord(ctx, MailRule, { id });
  const mayKeep = rule && (rule.userId === signedIn(ctx).id || (!rule.userId && grantOf(ctx, 'settings.manage')));
  if (!mayKeep) throw notFound();
  requireVersion(rule, version);
  await removeRecord(ctx, MailRule, rule);
  return { ok: true };
}

const toView = ({ id, version, kind, value, userId }: MailRule): MailRuleView => ({
  id,
  version,
  kind,
  value,
  own: userId !== null,
});

/** Who of an item's people are customers, or may be; and why the item must not be logged at all. */
export interface Outsiders {
  people: MailPerson[];
  refusal: 'noOutsider' | 'neverLog' | null;
}

/**
 * Leaves out colleagues (their addresses, the domains our people write from, the domains named as ours) and whoever is
 * on a «do not log» list. A domain of ours speaks for its subdomains too.
 */
export async function outsidersOf(ctx: Ctx, people: readonly MailPerson[]): Promise<Outsiders> {
  const rules = await rulesFor(ctx);
  const colleagues = await ctx.db.rows<{ email: string }>(
    sql`select distinct email from user_account where email is not null and deletedAt is null`,
  );
  const addresses = colleagues.map(({ email }) => email.toLowerCase());
  const domains = addresses.map(mailDomain).filter((domain) => domain !== null && !isFreeMail(domain));
  const named = (kind: MailRule['kind']) => rules.filter((rule) => rule.kind === kind).map((rule) => rule.value);
  const ours = new Set([...addresses, ...domains, ...named('ours')]);
  const never = new Set(named('never'));

  const distinct = [...new Map(people.map((person) => [person.address, person])).values()];
  const outside = distinct.filter(({ address }) => mailDomain(address) !== null && !speaksFor(ours, address));
  const loggable = outside.filter(({ address }) => !speaksFor(never, address));
  return {
    people: loggable,
    refusal: outside.length === 0 ? 'noOutsider' : loggable.length === 0 ? 'neverLog' : null,
  };
}

function speaksFor(listed: ReadonlySet<string | null>, address: string): boolean {
  if (listed.has(address)) return true;
  const labels = (mailDomain(address) ?? '').split('.');
  return labels.some((_, index) => listed.has(labels.slice(index).join('.')));
}
