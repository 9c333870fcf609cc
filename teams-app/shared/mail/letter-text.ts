/** Where the letter that is answered begins: Outlook's and the web mails' headings, Russian and English, and «>». */
const quoteStart =
  /^(?:-{2,} ?(?:Исходное сообщение|Original Message) ?-{2,}|_{10,}|(?:От(?: кого)?|From): .+|.{0,100}(?:пишет|написал\(а\)|wrote):|> ?.*)\s*$/im;

/** The letter's own text and what it quotes below; a letter that begins with a quote is shown whole. */
export function splitQuote(text: string): { own: string; quote: string | null } {
  const at = quoteStart.exec(text)?.index ?? -1;
  const own = at < 0 ? text : text.slice(0, at).trimEnd();
  return own.trim() === '' || at < 0 ? { own: text, quote: null } : { own, quote: text.slice(at) };
}

export interface TextPart {
  text: string;
  href?: string;
}

/** Cuts a text at the addresses of pages in it; only http and https are links. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(/\bhttps?:\/\/[^\s<>"«»]+/gi)) {
    // A full stop or a bracket behind an address is the sentence's.
    const address = match[0].replace(/[.,;:!?)\]}'»]+$/, '');
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ text: address, href: address });
    from = match.index + address.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}
