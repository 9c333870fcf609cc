import fc from 'fast-check';
import { checkAccount, checkBik, checkCorrAccount, checkInn, checkKpp, checkOgrn, padInn } from './requisites';

describe('an INN', () => {
  it.each([
    '7707083893',
    '7702070139',
    '7736050003',
    '7740000076',
    '7728168971',
    '5916034536',
    '8901037297',
    '7719750140',
  ])('of a legal entity is right: %s', (inn) => expect(checkInn(inn)).toBeNull());

  it('of an entrepreneur is right', () => expect(checkInn('500100732259')).toBeNull());

  it.each([
    ['7707083894', 'companies.innCheckDigit'],
    ['500100732258', 'companies.innCheckDigit'],
    ['500100732249', 'companies.innCheckDigit'],
    ['0000000000', 'companies.innCheckDigit'],
    ['000000000000', 'companies.innCheckDigit'],
    ['770708389', 'companies.innLength'],
    ['77070838931', 'companies.innLength'],
    ['0000000000x', 'companies.innLength'],
    ['—', 'companies.innLength'],
    ['', 'companies.innLength'],
    ['7707083893\n', 'companies.innLength'],
  ])('%j is refused: %s', (inn, code) => expect(checkInn(inn)).toBe(code));

  it('is right with one last digit only', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{8}$/), (nine) => {
        const right = Array.from('0123456789').filter((last) => checkInn(nine + last) === null);
        expect(right).toHaveLength(1);
      }),
    );
  });
});

describe('an INN that came from a spreadsheet', () => {
  it('gets its leading zero back', () => {
    expect(checkInn('0274062111')).toBeNull();
    expect(padInn('274062111')).toBe('0274062111');
    expect(padInn(' 274062111 ')).toBe('0274062111');
  });

  it('is left as it is when the padded number is wrong or nothing is missing', () => {
    expect(padInn('274062112')).toBe('274062112');
    expect(padInn('7707083893')).toBe('7707083893');
    expect(padInn('000000000')).toBe('000000000');
    expect(padInn('нет')).toBe('нет');
  });

  it('gets it back in twelve digits as well', () => {
    const inn = twelveDigits('0105012345');
    expect(padInn(inn.slice(1))).toBe(inn);
  });
});

describe('a KPP', () => {
  it.each(['773601001', '771801001', '997950001', '7701AA001'])('is right: %s', (kpp) =>
    expect(checkKpp(kpp)).toBeNull(),
  );
  it.each(['77180100', '77180100X', '7701aa001', '000000000', ''])('is refused: %j', (kpp) =>
    expect(checkKpp(kpp)).toBe('companies.kppForm'),
  );
});

describe('an OGRN', () => {
  it.each(['1027700132195', '1027739609391', '1107746402246', '314774600000012'])('is right: %s', (ogrn) =>
    expect(checkOgrn(ogrn)).toBeNull(),
  );
  it.each([
    ['1027700132196', 'companies.ogrnCheckDigit'],
    ['314774600000013', 'companies.ogrnCheckDigit'],
    ['0000000000000', 'companies.ogrnCheckDigit'],
    ['77№012387121', 'companies.ogrnLength'],
    ['007022179', 'companies.ogrnLength'],
    ['10277001321950', 'companies.ogrnLength'],
  ])('%s is refused: %s', (ogrn, code) => expect(checkOgrn(ogrn)).toBe(code));
});

describe('an account', () => {
  const bik = '044525225';

  it('agrees with its bank', () => expect(checkAccount({ bik, account: '40702810138250123017' })).toBeNull());
  it('does not, by one digit', () =>
    expect(checkAccount({ bik, account: '40702810138250123018' })).toBe('companies.accountKey'));
  it('does not in another bank', () =>
    expect(checkAccount({ bik: '044525411', account: '40702810138250123017' })).toBe('companies.accountKey'));
  it('needs twenty digits, and nine in the BIK', () => {
    expect(checkAccount({ bik, account: '4070281013825012301' })).toBe('companies.accountDigits');
    expect(checkAccount({ bik, account: '00000000000000000000' })).toBe('companies.accountDigits');
    expect(checkAccount({ bik: '04452522', account: '40702810138250123017' })).toBe('companies.bikDigits');
  });
  it('of the treasury has no key', () =>
    expect(checkAccount({ bik: '017003983', account: '03100643000000018500' })).toBeNull());
  it('in a division of the Bank of Russia is keyed with the number of that division', () => {
    expect(checkAccount({ bik: '044525000', account: '40116810000000010008' })).toBe('companies.accountKey');
    expect(checkAccount({ bik: '044525000', account: withKey('025', '40116810000000010008') })).toBeNull();
  });
});

describe('a correspondent account', () => {
  it.each([
    ['044525225', '30101810400000000225'],
    ['044525411', '30101810145250000411'],
  ])('of bank %s agrees', (bik, account) => expect(checkCorrAccount({ bik, account })).toBeNull());
  it('does not, by one digit', () =>
    expect(checkCorrAccount({ bik: '044525225', account: '30101810400000000226' })).toBe('companies.corrAccountKey'));
  it('needs twenty digits', () =>
    expect(checkCorrAccount({ bik: '044525225', account: '3010181040000000022' })).toBe('companies.accountDigits'));
});

it('a BIK is nine digits', () => {
  expect(checkBik('044525225')).toBeNull();
  expect(checkBik('04452522')).toBe('companies.bikDigits');
  expect(checkBik('04452522O')).toBe('companies.bikDigits');
  expect(checkBik('000000000')).toBe('companies.bikDigits');
});

/** Completes the first ten digits of a person's INN. */
function twelveDigits(first: string): string {
  for (let last = 0; last < 100; last++) {
    const inn = first + String(last).padStart(2, '0');
    if (checkInn(inn) === null) return inn;
  }
  throw new Error(`no check digits for ${first}`);
}

/** Puts into the ninth place the key that agrees with the bank. */
function withKey(bank: string, account: string): string {
  const weigh = (text: string) =>
    Array.from(text).reduce((sum, d, i) => sum + ((Number(d) * [7, 1, 3][i % 3]!) % 10), 0);
  const open = `${account.slice(0, 8)}0${account.slice(9)}`;
  return `${open.slice(0, 8)}${((weigh(bank + open) % 10) * 3) % 10}${open.slice(9)}`;
}
