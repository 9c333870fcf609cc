import type { PhoneView } from '../../../service/modules/companies/companies.contract';

/** What the reader sees: Russian and Kazakh numbers in the usual groups, the rest as written. */
export function phoneText({ text, e164, extension }: PhoneView): string {
  const groups = e164 && /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(e164);
  if (!groups) return text;
  // Non-breaking, so that a number never falls apart on two lines.
  const number = `+7\u00a0${groups[1]}\u00a0${groups[2]}‑${groups[3]}‑${groups[4]}`;
  return extension ? `${number}\u00a0#${extension}` : number;
}

/** What a phone dials; null when the writing is not a number. */
export function telLink({ e164, extension }: PhoneView): string | null {
  if (!e164) return null;
  return extension ? `tel:${e164};ext=${extension}` : `tel:${e164}`;
}

/** As pressing the link would: the page, framed or not, stays where it is. */
export function dial(tel: string): void {
  const link = document.createElement('a');
  link.href = tel;
  link.click();
}
