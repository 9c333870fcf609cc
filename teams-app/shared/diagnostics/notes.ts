/**
 * What happened on this page, for «Copy details»: the last lines only, and never a token, a text or an address of a
 * letter.
 */
const lines: string[] = [];
const mostLines = 40;

export function note(line: string): void {
  lines.push(`${new Date().toISOString()} ${line.slice(0, 300)}`);
  if (lines.length > mostLines) lines.shift();
}

export const notes = (): readonly string[] => lines;
