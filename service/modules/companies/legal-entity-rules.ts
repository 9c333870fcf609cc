import type { BankAccount } from './companies.contract';
import { checkAccount, checkBik, checkCorrAccount, checkInn, checkKpp, checkOgrn } from './requisites';

interface Numbers {
  inn?: string | null;
  kpp?: string | null;
  ogrn?: string | null;
  accounts?: BankAccount[];
}

/** What is wrong with the numbers: field → code. A form refuses it, an import keeps the number and shows the doubt. */
export function requisitesDoubts({ inn, kpp, ogrn, accounts = [] }: Numbers): Record<string, string> {
  const faults: [string, string | null][] = [
    ['inn', inn ? checkInn(inn) : null],
    ['kpp', kpp ? checkKpp(kpp) : null],
    ['ogrn', ogrn ? checkOgrn(ogrn) : null],
    ...accounts.flatMap(({ bik, account, corrAccount }, index): [string, string | null][] => [
      [`accounts.${index}.bik`, checkBik(bik)],
      [`accounts.${index}.account`, checkAccount({ bik, account })],
      [`accounts.${index}.corrAccount`, corrAccount ? checkCorrAccount({ bik, account: corrAccount }) : null],
    ]),
  ];
  return Object.fromEntries(faults.filter((fault): fault is [string, string] => fault[1] !== null));
}

/** One INN has several branches with different KPP: both together say who it is. Null without a right INN. */
export function requisitesKey({ inn, kpp }: Numbers): string | null {
  return inn && checkInn(inn) === null ? `${inn}|${kpp ?? ''}` : null;
}
