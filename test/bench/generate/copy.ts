import { randomOf } from './plan';
import { below, chance, type Random, weighted } from './random';

/**
 * How published copies differ from what was sent, each kind with how many of a thousand texts show it, counted over 455 published
 * cables. One text shows one kind at most; blacked-out names, in 141 of a thousand, come on top of any.
 */
export const COPY_KINDS = {
  /** A note instead of the transmission lines. */
  partial: 62,
  /** The transmission lines begin with the date-time group. */
  headless: 72,
  /** A letter of the classification printed twice. */
  damaged: 20,
  /** Cut short, ending in `...`. */
  cut: 15,
  /** In lower case from the classification line on. */
  lowerCase: 7,
  /** NNNN at the end. */
  endOfMessage: 7,
  /** TAGS and SUBJECT on one line. */
  glued: 4,
  /** The lines of a mailbox print above. */
  mailbox: 4,
  /** A head of a State Archiving System page in the text. */
  pageHead: 2,
} as const;

export type CopyKind = keyof typeof COPY_KINDS | 'whole';

export const REDACTED = 141;

const PARTIAL_NOTE =
  'This record is a partial extract of the original cable. The full text of the original cable is not available.';
const CLASS_LINE = /^(?:UNCLAS|C O N F I D E N T I A L|S E C R E T) /;

/** Tells of the cable at `row` how its copy differs, the same each time. */
export function copyKindOf(row: number): CopyKind {
  const kinds = Object.keys(COPY_KINDS) as (keyof typeof COPY_KINDS)[];
  const shares: readonly number[] = kinds.map(kind => COPY_KINDS[kind]);
  const rest = 1000 - shares.reduce((sum, share) => sum + share);
  return kinds[weighted(copying(row), [...shares, rest])] ?? 'whole';
}

/** The copy of the cable at `row` whose text is `sent`. */
export function copyOf(sent: string, row: number): string {
  const random = copying(row);
  random();
  const copy = differing(sent.trimEnd().split('\n'), copyKindOf(row), random);
  if (chance(random, REDACTED / 1000)) redact(copy, random);
  return `${copy.join('\n')}\n`;
}

function copying(row: number): Random {
  return randomOf(~row);
}

function differing(lines: readonly string[], kind: CopyKind, random: Random): string[] {
  const text = lines.findIndex(line => CLASS_LINE.test(line));
  switch (kind) {
    case 'partial':
      return [PARTIAL_NOTE, '', ...lines.slice(text)];
    case 'headless':
      return lines.slice(lines.findIndex(line => /^[ZOPR] \d{6}Z /.test(line)));
    case 'cut':
      return [...lines.slice(0, lines.length - 3), '...'];
    case 'damaged':
      return lines.map((line, i) => (i === text ? line.charAt(0) + line : line));
    case 'lowerCase':
      return lines.map((line, i) => (i < text ? line : line.charAt(0) + line.slice(1).toLowerCase()));
    case 'endOfMessage':
      return [...lines, '', 'NNNN'];
    case 'glued':
      return lines
        .join('\n')
        .replace(/\n+(?=SUBJ)/, ' ')
        .split('\n');
    case 'mailbox':
      return ['From: Message Centre', 'Sent: Monday', 'To: Desk', 'Subject: Cable', '', ...lines];
    case 'pageHead': {
      const middle = text + ((lines.length - text) >> 1);
      return [...lines.slice(0, middle), `PAGE 0${2 + below(random, 3)}`, '', ...lines.slice(middle)];
    }
    default:
      return [...lines];
  }
}

/** Blacks out the last word of some lines of the text. */
function redact(lines: string[], random: Random): void {
  const first = lines.findIndex(line => /^¶?1\. /.test(line));
  for (let i = first + 1; first >= 0 && i < lines.length - 1; i++)
    if (/ [a-z]+$/.test(lines[i] ?? '') && chance(random, 0.1))
      lines[i] = (lines[i] ?? '').replace(/[a-z]+$/, 'XXXXXXXXXXXX');
}
