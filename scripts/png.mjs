// Makes a screenshot small: a window of VS Code needs no more than 256 colours, and a PNG with a palette is half as large.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;

/**
 * A PNG of eight bits per channel without transparency (what a browser's screenshot is) as one with a palette of the most
 * frequent colours; every other colour becomes the nearest of these.
 * @param {Buffer} png
 * @returns {Buffer}
 */
export function withPalette(png) {
  const { width, height, pixels } = decode(png);
  const counts = new Map();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byFrequency = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const palette = byFrequency.slice(0, COLOURS);
  const indexOf = new Map(byFrequency.map(colour => [colour, nearest(palette, colour)]));

  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = indexOf.get(pixels[y * width + x]);
  }
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const channels = colour => [colour >> 16, (colour >> 8) & 255, colour & 255];

function nearest(palette, colour) {
  const [r, g, b] = channels(colour);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  palette.forEach((candidate, index) => {
    const [r2, g2, b2] = channels(candidate);
    const distance = (r - r2) ** 2 + (g - g2) ** 2 + (b - b2) ** 2;
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

/** The colours of a PNG's pixels, row by row, each as 0xRRGGBB. */
function decode(png) {
  const parts = [];
  let header = Buffer.alloc(0);
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = data;
    if (type === 'IDAT') parts.push(data);
    at += length + 12;
  }
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const [depth, kind] = header.subarray(8);
  if (depth !== 8 || kind !== 2) throw new Error(`a PNG of ${depth} bits and colour type ${kind}`);
  const bytes = unfilter(inflateSync(Buffer.concat(parts)), width * 3, height);
  const pixels = new Uint32Array(width * height);
  for (let i = 0; i < pixels.length; i++) pixels[i] = bytes.readUIntBE(i * 3, 3);
  return { width, height, pixels };
}

/** Undoes the prediction that each row of a PNG names in its first byte (PNG specification, section 9). */
function unfilter(filtered, rowLength, height) {
  const bytes = Buffer.alloc(rowLength * height);
  for (let y = 0; y < height; y++) {
    const kind = filtered[y * (rowLength + 1)];
    for (let x = 0; x < rowLength; x++) {
      const at = y * rowLength + x;
      const left = x >= 3 ? bytes[at - 3] : 0;
      const up = y > 0 ? bytes[at - rowLength] : 0;
      const upLeft = x >= 3 && y > 0 ? bytes[at - rowLength - 3] : 0;
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][kind];
      bytes[at] = filtered[y * (rowLength + 1) + 1 + x] + predicted;
    }
  }
  return bytes;
}

function paeth(left, up, upLeft) {
  const estimate = left + up - upLeft;
  const [dl, du, dul] = [left, up, upLeft].map(value => Math.abs(estimate - value));
  if (dl <= du && dl <= dul) return left;
  return du <= dul ? up : upLeft;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
