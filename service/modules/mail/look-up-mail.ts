import { requirePermission } from '../../kernel/authorize';
import { signedIn, type Ctx } from '../../kernel/context';
import type { EndpointParsed } from '../../kernel/endpoint';
import { anyOf, inList, raw, sql } from '../../kernel/sql';
import { canSee, isFreeMail, mailDomain, refOf } from '../companies/companies.public';
import { hashOf, loggedOf, threadCompany } from './logged-mail';
import { outsidersOf } from './mail-rules';
import type { CompanyMatch, Correspondent, LookUp, lookUpMail, MailPerson } from './mail.contract';

/** More than that is a holding, not a match: the reader searches. */
const mostMatches = 5;

/** Everything a pane needs to draw an item's first screen, in one call. */
export async function lookUp(ctx: Ctx, { key, threadKey, people }: EndpointParsed<typeof lookUpMail>): Promise<LookUp> {
  requirePermission(ctx, 'companies.read');
  const outsiders = await outsidersOf(ctx, people);
  const correspondents = await matchAll(ctx, outsiders.people);
  return {
    correspondents,
    logged: key ? await loggedOf(ctx, hashOf(key)) : [],
    refusal: outsiders.refusal,
    thread: threadKey ? await threadCompany(ctx, hashOf(threadKey)) : null,
  };
}

interface Found {
  kind: 'chosen' | 'email' | 'domain';
  value: string;
  companyId: string;
  companyName: string;
  city: string | null;
  ownerId: string | null;
  ownerName: string | null;
  contactId: string | null;
  contactName: string | null;
  position: string | null;
}

const columns = sql`c.id as companyId, c.name as companyName, c.city as city, c.ownerId as ownerId, u.name as ownerName,
  k.id as contactId, k.name as contactName, k.position as position`;
const joins = sql`left join user_account u on u.id = c.ownerId left join contact k on k.deletedAt is null and k.id =`;

async function matchAll(ctx: Ctx, people: readonly MailPerson[]): Promise<Correspondent[]> {
  if (people.length === 0) return [];
  const addresses = people.map(({ address }) => address);
  const domains = [...new Set(addresses.map((address) => mailDomain(address)!))].filter(
    (domain) => !isFreeMail(domain),
  );
  const pointed = await ctx.db.rows<Found>(sql`
    select p.kind as kind, p.value as value, ${columns}
    from contact_point p join company c on c.id = p.companyId ${joins} p.contactId
    where ${anyOf([
      sql`(p.kind = 'email' and ${inList(raw('p.value'), addresses)})`,
      ...(domains.length ? [sql`(p.kind = 'domain' and ${inList(raw('p.value'), domains)})`] : []),
    ])} and c.deletedAt is null
    order by c.nameKey, c.id, k.id`);
  const chosen = await ctx.db.rows<Found>(sql`
    select 'chosen' as kind, m.address as value, ${columns}
    from mail_choice m join company c on c.id = m.companyId ${joins} m.contactId
    where m.userId = ${signedIn(ctx).id} and ${inList(raw('m.address'), addresses)} and c.deletedAt is null`);

  return people.map(({ address, name }) => {
    const domain = mailDomain(address);
    const speaks = ({ kind, value }: Found) => value === (kind === 'domain' ? domain : address);
    const ranked = (['chosen', 'email', 'domain'] as const).flatMap((kind) =>
      [...chosen, ...pointed].filter((found) => found.kind === kind && speaks(found)),
    );
    const matches = distinct(ranked).map((found) => toMatch(ctx, found));
    const sure = matches[0]?.because === 'chosen' || matches.length === 1 ? matches[0] : onlyByEmail(matches);
    return {
      address,
      name,
      matches: matches.slice(0, mostMatches),
      companyId: sure?.company.visible ? sure.company.id : null,
    };
  });
}

/** The same address outweighs the same domain: one such company is the one. */
function onlyByEmail(matches: CompanyMatch[]): CompanyMatch | undefined {
  const exact = matches.filter(({ because }) => because === 'email');
  return exact.length === 1 ? exact[0] : undefined;
}

/** A company once, by its best reason; a row that names the person goes before one that does not. */
function distinct(ranked: Found[]): Found[] {
  const kept = new Map<string, Found>();
  for (const found of ranked) {
    const before = kept.get(found.companyId);
    if (!before) kept.set(found.companyId, found);
    else if (!before.contactId && found.contactId)
      kept.set(found.companyId, {
        ...before,
        contactId: found.contactId,
        contactName: found.contactName,
        position: found.position,
      });
  }
  return [...kept.values()];
}

const toMatch = (ctx: Ctx, found: Found): CompanyMatch => {
  const visible = canSee(ctx, found);
  return {
    company: {
      id: found.companyId,
      name: found.companyName,
      city: found.city,
      owner: refOf(found.ownerId, found.ownerName),
      visible,
    },
    contact:
      visible && found.contactId
        ? { id: found.contactId, name: found.contactName ?? '', position: found.position }
        : null,
    because: found.kind,
  };
};
