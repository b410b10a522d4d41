/** Words on a page of a made-up PDF. */
export interface MadeRun {
  readonly text: string;
  /** From the left and from the top, in points. */
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** F1 is Courier, F2 Helvetica. */
  readonly font?: 'F1' | 'F2';
  /** 3 is invisible, as OCR layers are. */
  readonly mode?: 0 | 3;
  /** In degrees. */
  readonly turned?: number;
}

const WIDTH = 612;
const HEIGHT = 792;

/** A grey picture of one point over the whole page, as the scan of a page is. */
const PICTURE = `q ${WIDTH} 0 0 ${HEIGHT} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n`;

/** A PDF with a page for each list of runs, which are written in the order given; with `scanned`, above a picture. */
export function madePdf(pages: readonly (readonly MadeRun[])[], scanned = false): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  const first = 5;
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  for (const name of ['Courier', 'Helvetica'])
    add(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`);
  for (const runs of pages) {
    const content = (scanned ? PICTURE : '') + runs.map(contentOf).join('\n');
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents ${objects.length + 2} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
    );
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const offset = pdf.length;
    pdf += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
  return Uint8Array.from(
    Buffer.from(`${pdf}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}${end}`, 'latin1'),
  );
}

function contentOf({ text, x, y, size = 10, font = 'F1', mode = 0, turned = 0 }: MadeRun): string {
  const angle = (turned * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)].map(value => value.toFixed(4));
  const string = text.replace(/[\\()]/g, '\\$&').replaceAll('¶', '\\266');
  return `BT /${font} ${size} Tf ${mode} Tr ${cos} ${sin} ${-Number(sin)} ${cos} ${x.toFixed(2)} ${(HEIGHT - y).toFixed(2)} Tm (${string}) Tj ET`;
}

export interface Layout {
  readonly size?: number;
  readonly font?: 'F1' | 'F2';
  readonly mode?: 0 | 3;
  /** How far words stand from where they belong at most, in points; `random` gives numbers from 0 to 1. */
  readonly jitter?: number;
  readonly random?: () => number;
  /** Writes each word on its own, and in any order. */
  readonly byWord?: boolean;
  readonly linesPerPage?: number;
  /** How much a line falls over the width of the page, in points. */
  readonly slope?: number;
}

/** Lays a text out as a typewriter does: pages of lines, lines of words. */
export function laidOut(text: string, layout: Layout = {}): readonly (readonly MadeRun[])[] {
  const { size = 10, font = 'F1', mode = 0, jitter = 0, random = Math.random, byWord = true } = layout;
  const { linesPerPage = 55, slope = 0 } = layout;
  const lines = text.replace(/\n+$/, '').split('\n');
  const pages: MadeRun[][] = [];
  lines.forEach((line, i) => {
    const page = Math.floor(i / linesPerPage);
    const runs = pages[page] ?? [];
    pages[page] = runs;
    const y = 60 + (i % linesPerPage) * size * 1.2;
    for (const { 0: word, index } of line.matchAll(byWord ? /\S+/g : /\S.*/g)) {
      const x = 60 + index * size * 0.6;
      const shift = () => (random() * 2 - 1) * jitter;
      runs.push({ text: word, x: x + shift(), y: y + shift() + (slope * x) / WIDTH, size, font, mode });
    }
  });
  return pages;
}
