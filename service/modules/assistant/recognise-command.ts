import { foldedWords, inOtherLayout } from '../../kernel/search-text';
import { commandNames, commandWords, fillers, type CommandName } from './command-words';

export interface Command {
  name: CommandName;
  /** What it is about, as it was written; empty when nothing was. */
  rest: string;
}

/**
 * Which command a message is, or null. Forgives a slip of the finger in each word (none in short ones, two in long
 * ones), and the keyboard's other layout: «ьщш» is nobody's word, «vjb pdjyrb» is «мои звонки».
 */
export function recogniseCommand(message: string): Command | null {
  return inOneLayout(message) ?? inOneLayout(retyped(message));
}

/** The same keys in the other layout, word by word where that is possible. */
export function retyped(message: string): string {
  return message
    .split(/(\s+)/)
    .map((word) => inOtherLayout(word.toLowerCase()) ?? word)
    .join('');
}

function inOneLayout(message: string): Command | null {
  // Words with where they end, so that the rest keeps its writing.
  const words = [...message.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu)].map((match) => ({
    word: foldedWords(match[0]).join(''),
    end: match.index + match[0].length,
  }));
  const said = words.filter(({ word }, index) => index === 0 || !fillers.has(word));
  while (said.length > 1 && fillers.has(said[0]!.word)) said.shift();
  if (said.length === 0) return null;

  let best: (Command & { score: number }) | null = null;
  const consider = (name: CommandName, phrase: string, whole: boolean) => {
    const wanted = phrase.split(' ');
    if (whole ? wanted.length !== said.length : wanted.length > said.length) return;
    let slips = 0;
    for (const [index, word] of wanted.entries()) {
      const slip = distance(word, said[index]!.word);
      if (slip > allowed(word)) return;
      slips += slip;
    }
    // The longer phrase, then the fewer slips, then the one that is the whole message.
    const score = wanted.length * 100 - slips * 10 + (whole ? 1 : 0);
    const better = !best || score > best.score;
    if (!better) return;
    const rest = whole
      ? ''
      : message
          .slice(said[wanted.length - 1]!.end)
          .replace(/^[\s:,.\-–—]+/, '')
          .trim();
    best = { name, rest, score };
  };
  for (const name of commandNames) {
    for (const phrase of commandWords[name].whole ?? []) consider(name, phrase, true);
    for (const phrase of commandWords[name].before ?? []) consider(name, phrase, false);
  }
  if (!best) return null;
  const { name, rest } = best as Command;
  return { name, rest };
}

const allowed = (word: string) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** Insertions, deletions, changes and swaps of neighbours between two words (optimal string alignment). */
export function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const line = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      line[j] = Math.min(last[j]! + 1, line[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        line[j] = Math.min(line[j]!, before[j - 2]! + 1);
    }
    before = last;
    last = line;
  }
  return last[b.length]!;
}
