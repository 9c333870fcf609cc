const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The text of a letter that came as HTML alone; good enough to read and to search a signature in. */
export const textOfHtml = (html: string): string =>
  html
    .replaceAll(/<(style|script|head|title)\b[^]*?<\/\1\s*>/gi, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<(?:br|hr)\b[^>]*>|<\/(?:p|div|tr|li|h\d)\s*>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (whole, decimal, hex, name: string | undefined) => {
      if (name) return entities[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : parseInt(hex as string, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replaceAll(/[ \t]*\n[ \t]*/g, '\n')
    .trim();

export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** A plain letter as Outlook shows it. */
export const htmlOfText = (text: string): string =>
  `<html><body><div>${escapeHtml(text).replaceAll('\n', '<br>')}</div></body></html>`;
