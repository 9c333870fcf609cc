import { checkAccount, checkBik, checkInn, checkKpp, checkOgrn, padInn } from '../companies/companies.public';
import type { Country } from '../working-time/working-time.contract';
import type { ImportField } from './imports.contract';
import type { RowValues } from './row-values';

export type CandidateRequisites = {
  /** As written, even with a wrong check digit: what we may not believe we may still show. */
  inn: string | null;
  kpp: string | null;
  ogrn: string | null;
  bankAccounts: { bik: string; account: string }[];
};

/**
 * The requisites of a row; wrong ones are kept with a doubt, those that do not fit our fields are dropped with one.
 * The checks are Russian; numbers of another country are only measured.
 */
export function readRequisites(row: RowValues, country: Country): CandidateRequisites {
  const [innText, kppInInn] = numberIn(row, 'inn').split(/[/\\|]/);
  const inn = padInn(innText ?? '');
  // A spreadsheet takes the leading zero of what it thinks a number; only regions 01 to 09 have one.
  const kpp = (numberIn(row, 'kpp') || (kppInInn ?? '')).toUpperCase().replace(/^\d{8}$/, '0$&');
  const ogrn = numberIn(row, 'ogrn');
  const checked = (check: (text: string) => string | null) => (country === 'RU' ? check : () => null);
  return {
    inn: kept(row, 'inn', inn, 12, checked(checkInn)),
    kpp: kept(row, 'kpp', kpp, 9, checked(checkKpp)),
    ogrn: kept(row, 'ogrn', ogrn, 15, checked(checkOgrn)),
    bankAccounts: readAccounts(row),
  };
}

function readAccounts(row: RowValues) {
  const account = numberIn(row, 'account').replace(/[.-]/g, '');
  const bik = numberIn(row, 'bik').replace(/^\d{8}$/, '0$&');
  if (account === '') return [];
  const fault = checkAccount({ bik, account });
  if (fault !== null)
    row.doubt(checkBik(bik) === null ? 'account' : 'bik', fault, checkBik(bik) === null ? account : bik);
  return /^\d{9}$/.test(bik) && /^\d{20}$/.test(account) ? [{ bik, account }] : [];
}

/** A number without spaces and labels; zeros alone stand for nothing. */
function numberIn(row: RowValues, field: ImportField): string {
  const [value = ''] = row.all(field);
  const number = value.replace(/^(инн|кпп|огрн(ип)?|бик|р\/с)[\s:№]*/i, '').replace(/\s|\.0+$/g, '');
  return /^0+$/.test(number) ? '' : number;
}

function kept(
  row: RowValues,
  field: ImportField,
  number: string,
  longest: number,
  check: (text: string) => string | null,
): string | null {
  if (number === '') return null;
  const fits = number.length <= longest;
  const fault = check(number) ?? (fits ? null : 'imports.tooLong');
  if (fault !== null) row.doubt(field, fault, number);
  return fits ? number : null;
}
