import iconv from 'iconv-lite';

/** Encodings we read, by names that iconv-lite knows. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'koi8-r' | 'cp866';

/** How often a letter stands in Russian text, per ten thousand. */
const letterFrequency: Record<string, number> = Object.fromEntries(
  'о1097 е845 а801 и735 н670 т626 с547 р473 в454 л440 к349 м321 д298 п281 у262 я201 ы190 ь174 г170 з165 б159 ч144 й121 х97 ж94 ш73 ю64 ц48 щ36 э32 ф26 ъ4 ё4'
    .split(' ')
    .map((entry) => [entry.charAt(0), Number(entry.slice(1))]),
);
/** Signs that business text is full of; they tell nothing about the encoding. */
const neutral = /[«»„“”№—–…°§\u00a0]/;

/**
 * Guesses the encoding of a text from its bytes (a long enough beginning will do).
 *
 * A byte order mark decides; then zero bytes (UTF-16 without a mark); then UTF-8, if nearly every non-ASCII character
 * is valid in it; else the 8-bit Cyrillic encoding whose letters look most like Russian.
 */
export function detectEncoding(bytes: Buffer): TextEncoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return byZeroBytes(bytes) ?? (isMostlyUtf8(bytes) ? 'utf-8' : byLetters(bytes));
}

/** In UTF-16 the digits and delimiters of a table have a zero for one half; no 8-bit text has zeros. */
function byZeroBytes(bytes: Buffer): TextEncoding | null {
  const zeros = [0, 0];
  const length = Math.min(bytes.length, 10_000);
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2]!++;
  const [even, odd] = zeros as [number, number];
  if (odd > length / 50 && odd > even * 10) return 'utf-16le';
  if (even > length / 50 && even > odd * 10) return 'utf-16be';
  return null;
}

/** A broken byte or two in a long file must not turn all of it into gibberish, hence "mostly". */
function isMostlyUtf8(bytes: Buffer): boolean {
  const text = new TextDecoder('utf-8').decode(withoutCutCharacter(bytes));
  let broken = 0;
  let valid = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) valid++;
  }
  return broken === 0 || broken * 50 < valid;
}

/** The beginning of a file may end in the middle of a character. */
function withoutCutCharacter(bytes: Buffer): Buffer {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back);
  }
  return bytes;
}

function byLetters(bytes: Buffer): TextEncoding {
  const sample = bytes.filter((byte) => byte > 0x7f).subarray(0, 20_000);
  const likeness = (encoding: TextEncoding) => {
    let sum = 0;
    for (const character of iconv.decode(Buffer.from(sample), encoding)) {
      if (!neutral.test(character)) sum += Math.log(letterFrequency[character.toLowerCase()] ?? 0.1);
    }
    return sum;
  };
  const candidates: TextEncoding[] = ['windows-1251', 'koi8-r', 'cp866'];
  const scores = candidates.map(likeness);
  return candidates[scores.indexOf(Math.max(...scores))]!;
}
