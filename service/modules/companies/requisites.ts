/**
 * Check digits of Russian requisites. Every check returns null when the number is right, or the code of what is wrong
 * with it: a form refuses on it, an import keeps the number and shows the doubt (open data are dirty).
 */
export type RequisiteFault =
  | 'companies.innLength'
  | 'companies.innCheckDigit'
  | 'companies.kppForm'
  | 'companies.ogrnLength'
  | 'companies.ogrnCheckDigit'
  | 'companies.bikDigits'
  | 'companies.accountDigits'
  | 'companies.accountKey'
  | 'companies.corrAccountKey';

/** An account and the bank that keeps it; both as digits without spaces. */
export interface AccountAtBank {
  bik: string;
  account: string;
}

/** INN of a legal entity (10 digits) or of a person (12). Rule: FTS order ММВ-7-6/435@, weighted sum mod 11 mod 10. */
export function checkInn(text: string): RequisiteFault | null {
  if (!/^(\d{10}|\d{12})$/.test(text)) return 'companies.innLength';
  const digits = digitsOf(text);
  const right = innCheckDigits[text.length === 10 ? 10 : 12].every(
    (weights) => (weightedSum(digits, weights) % 11) % 10 === digits[weights.length],
  );
  return right && !onlyZeros(text) ? null : 'companies.innCheckDigit';
}

/** KPP: code of the tax office, two digits or Latin capitals of the reason, number. Same FTS order; no check digit. */
export function checkKpp(text: string): RequisiteFault | null {
  return /^\d{4}[0-9A-Z]{2}\d{3}$/.test(text) && !onlyZeros(text) ? null : 'companies.kppForm';
}

/** OGRN of a legal entity (13 digits) or OGRNIP of an entrepreneur (15): the rest mod 11, or mod 13, is the last digit. */
export function checkOgrn(text: string): RequisiteFault | null {
  if (!/^(\d{13}|\d{15})$/.test(text)) return 'companies.ogrnLength';
  // At most 14 digits: exact in a double.
  const rest = Number(text.slice(0, -1)) % (text.length - 2);
  return rest % 10 === Number(text.at(-1)) && !onlyZeros(text) ? null : 'companies.ogrnCheckDigit';
}

/** BIK: nine digits. Only the Bank of Russia's directory says whether such a bank exists. */
export function checkBik(text: string): RequisiteFault | null {
  return /^\d{9}$/.test(text) && !onlyZeros(text) ? null : 'companies.bikDigits';
}

/**
 * A settlement account against its bank (Bank of Russia rule of 1997-09-08 No. 515: key in the ninth digit).
 * Treasury accounts (they begin with 03) have no such key and pass by their length alone.
 */
export function checkAccount({ bik, account }: AccountAtBank): RequisiteFault | null {
  const fault = checkDigits({ bik, account });
  if (fault || account.startsWith('03')) return fault;
  // A division of the Bank of Russia (its BIK ends in 000, 001 or 002) is numbered as such in the key.
  const bank = /00[012]$/.test(bik) ? bankOfRussiaNumber(bik) : bik.slice(-3);
  return keyHolds(bank, account) ? null : 'companies.accountKey';
}

/** A correspondent account at the Bank of Russia, or the treasury's single account in its place (40102…). */
export function checkCorrAccount({ bik, account }: AccountAtBank): RequisiteFault | null {
  const fault = checkDigits({ bik, account });
  if (fault) return fault;
  return keyHolds(bankOfRussiaNumber(bik), account) ? null : 'companies.corrAccountKey';
}

/**
 * Gives back the leading zero that a spreadsheet took for a number's (regions 01 to 09): 9 digits become 10, 11 become
 * 12, if they make a right INN so. Anything else comes back trimmed.
 */
export function padInn(text: string): string {
  const written = text.trim();
  const padded = `0${written}`;
  return /^(\d{9}|\d{11})$/.test(written) && checkInn(padded) === null ? padded : written;
}

/** Weights of each check digit, which stands right after the digits it is weighed over. */
const innCheckDigits = {
  10: [[2, 4, 10, 3, 5, 9, 4, 6, 8]],
  12: [
    [7, 2, 4, 10, 3, 5, 9, 4, 6, 8],
    [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8],
  ],
};

const digitsOf = (text: string) => Array.from(text, Number);
const onlyZeros = (text: string) => /^0+$/.test(text);
const weightedSum = (digits: number[], weights: number[]) =>
  weights.reduce((sum, weight, place) => sum + weight * (digits[place] ?? 0), 0);

function checkDigits({ bik, account }: AccountAtBank): RequisiteFault | null {
  return checkBik(bik) ?? (/^\d{20}$/.test(account) && !onlyZeros(account) ? null : 'companies.accountDigits');
}

const bankOfRussiaNumber = (bik: string) => `0${bik.slice(4, 6)}`;

/** Weights 7, 1, 3 over the bank's three digits and the account; the units of the products must sum to a full ten. */
function keyHolds(bank: string, account: string): boolean {
  const sum = digitsOf(bank + account).reduce(
    (total, digit, place) => total + ((digit * [7, 1, 3][place % 3]!) % 10),
    0,
  );
  return sum % 10 === 0;
}
