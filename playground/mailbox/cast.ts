import type { Deps } from '../../service/kernel/context';
import { sql } from '../../service/kernel/sql';
import { demoAccounts } from '../../service/modules/users/demo-accounts';
import type { Account, Person } from './letter';

/** A customer as the base has it: letters are made of what the program will find again. */
export interface CastCompany {
  name: string;
  city: string;
  /** The mail domain of its people. */
  domain: string;
  phone: string;
  inn: string;
  people: (Person & { position: string; phone: string })[];
}

/** Whose mailbox it is, and with whom the letters in it are exchanged. */
export interface Cast {
  account: Account;
  companies: CastCompany[];
  /** Somebody of the same firm, and a customer of his that is none of the account’s. */
  colleague: { account: Account; company: CastCompany };
  /** The companies are his own. */
  owns: boolean;
}

/** As many customers as the letters of one mailbox speak with. */
const wanted = 5;

interface Row {
  companyId: string;
  companyName: string;
  city: string | null;
  inn: string | null;
  companyPhones: string;
  name: string;
  position: string | null;
  emails: string;
  phones: string;
}

export async function readAccounts({ database }: Deps): Promise<Account[]> {
  const rows = await database.read.rows<{ login: string; name: string; email: string | null; role: string }>(sql`
    select u.loginKey as login, u.name as name, u.email as email, r.name as role
    from user_account u join role r on r.id = u.roleId
    where u.deletedAt is null and u.email is not null order by u.loginKey`);
  // As the sign-in page names them, whoever was added since comes last.
  const place = (login: string) => {
    const index = demoAccounts.findIndex((account) => account.login === login);
    return index < 0 ? demoAccounts.length : index;
  };
  return rows
    .map(({ email, ...row }) => ({ ...row, address: email! }))
    .sort((one, other) => place(one.login) - place(other.login));
}

/**
 * Who writes to each account. Managers stand in a ring, so that each has one colleague whose customer writes to both;
 * who has no customers of his own (a head, an administrator) is written to by the first manager’s.
 */
export async function readCasts(deps: Deps, accounts: readonly Account[]): Promise<Cast[]> {
  const managers: { account: Account; companies: CastCompany[] }[] = [];
  for (const account of accounts) {
    const companies = await companiesOf(deps, account);
    if (companies.length > wanted) managers.push({ account, companies });
  }
  if (managers.length < 2) return [];
  return accounts.map((account) => {
    const place = managers.findIndex((manager) => manager.account === account);
    const { companies } = managers[Math.max(place, 0)]!;
    const mate = managers[(place + 1) % managers.length]!;
    return {
      account,
      companies: companies.slice(0, wanted),
      colleague: { account: mate.account, company: mate.companies.at(-1)! },
      owns: place >= 0,
    };
  });
}

async function companiesOf({ database }: Deps, { login }: Account): Promise<CastCompany[]> {
  const rows = await database.read.rows<Row>(sql`
    select c.id as companyId, c.name as companyName, c.city as city, c.inn as inn, c.phones as companyPhones,
      k.name as name, k.position as position, k.emails as emails, k.phones as phones
    from company c join user_account u on u.id = c.ownerId join contact k on k.companyId = c.id
    where u.loginKey = ${login} and c.deletedAt is null and k.deletedAt is null
    order by c.id, k.main desc, k.id`);
  const companies = new Map<string, CastCompany>();
  for (const row of rows) {
    const [address] = JSON.parse(row.emails) as string[];
    const domain = address?.split('@')[1];
    // Individual entrepreneurs share the domains of the seeds; letters want one company behind each domain.
    if (!address || !domain) continue;
    const company = companies.get(row.companyId) ?? {
      name: row.companyName,
      city: row.city ?? '',
      domain,
      phone: firstPhone(row.companyPhones),
      inn: row.inn ?? '',
      people: [],
    };
    company.people.push({
      address,
      name: row.name,
      position: row.position ?? '',
      phone: firstPhone(row.phones),
    });
    companies.set(row.companyId, company);
  }
  return distinctDomains([...companies.values()]);
}

function distinctDomains(companies: CastCompany[]): CastCompany[] {
  const seen = new Set<string>();
  return companies.filter(({ domain }) => !seen.has(domain) && seen.add(domain));
}

const firstPhone = (phones: string): string => (JSON.parse(phones) as { text: string }[])[0]?.text ?? '';
