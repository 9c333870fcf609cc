import { deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number];
const brand: Colour = [0x5b, 0x5f, 0xc7];
const white: Colour = [255, 255, 255];

/** Points tried in each direction of a pixel: their share is how much of it is covered. */
const samples = 4;

/**
 * Two rings side by side, «рядом», as a PNG: on a rounded square of our colour, or as a white outline on nothing, which
 * is what Teams wants for its rail.
 * @param size pixels
 */
export function drawIcon(size: number, look: 'colour' | 'outline' = 'colour'): Buffer {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const { ring, square } = coverage(x, y, size);
      const at = y * (size * 4 + 1) + 1 + x * 4;
      const alpha = look === 'outline' ? ring : Math.max(square, ring);
      const part = look === 'outline' ? 1 : ring;
      for (const channel of [0, 1, 2] as const)
        rows[at + channel] = Math.round(brand[channel] + (white[channel] - brand[channel]) * part);
      rows[at + 3] = Math.round(alpha * 255);
    }
  return png(size, rows);
}

/** How much of a pixel the rings and the square cover, 0 to 1. The drawing is 32 units wide. */
function coverage(x: number, y: number, size: number): { ring: number; square: number } {
  let ring = 0;
  let square = 0;
  for (let i = 0; i < samples; i += 1)
    for (let j = 0; j < samples; j += 1) {
      const px = ((x + (i + 0.5) / samples) / size) * 32;
      const py = ((y + (j + 0.5) / samples) / size) * 32;
      if (inRing(px - 12, py - 16) || inRing(px - 20, py - 16)) ring += 1;
      if (inRoundedSquare(px, py)) square += 1;
    }
  return { ring: ring / samples ** 2, square: square / samples ** 2 };
}

/** A ring six units in radius, its line two and a half wide, around nought. */
function inRing(x: number, y: number): boolean {
  const distance = Math.sqrt(x * x + y * y);
  return distance >= 4.75 && distance <= 7.25;
}

const corner = 7;
function inRoundedSquare(x: number, y: number): boolean {
  const dx = Math.max(corner - x, x - (32 - corner), 0);
  const dy = Math.max(corner - y, y - (32 - corner), 0);
  return dx * dx + dy * dy <= corner * corner;
}

/** A true-colour PNG with transparency (PNG specification, sections 5 and 11). */
function png(size: number, rows: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc(body), body.length + 4);
  return framed;
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
