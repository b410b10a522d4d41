import type { Cable, Dialect } from '../cable/model';
import type { Span } from '../text/span';

/** Web copies alone leave these marks. */
const OF_WEB_COPIES = ['transcription-artefacts', 'quote-damage', 'reference-glued'];
/** Rules that were counted in traffic of the last decades, and tables of its addresses and codes. */
const OF_LATER_TRAFFIC = [
  'routing-indicator-unknown',
  'routing-indicator-other-station',
  'address-misspelt',
  'reference-station-unknown',
  'tag-run-together',
  'tag-nonstandard',
  'eo-class-conflict',
  'tag-unknown',
];

/**
 * The checks that are silent in copies of a kind, because what they take for a fault is the printer's habit or the scanner's
 * error there, or because no count says that the rule holds (cable-format 6 to 8).
 */
const SILENT: Readonly<Record<Dialect, ReadonlySet<string>>> = {
  cablegate: new Set(),
  sas: new Set([...OF_WEB_COPIES, ...OF_LATER_TRAFFIC, 'caption-in-text']),
  smart: new Set([
    ...OF_WEB_COPIES,
    'header-line-order',
    'header-line-missing',
    'class-line-missing',
    'address-misspelt',
    'authority-missing',
    'eo-class-conflict',
    'noforn-caption-missing',
  ]),
  foia: new Set([
    ...OF_WEB_COPIES,
    ...OF_LATER_TRAFFIC,
    'de-malformed',
    'file-time-invalid',
    'dtg-malformed',
    'dtg-invalid',
    'routing-malformed',
    'security-group-length',
    'security-group-mixed',
    'header-line-missing',
    'header-line-order',
    'class-line-missing',
    'class-line-damaged',
    'caption-in-text',
    'eo-number-unknown',
    'declassification-date-invalid',
    'authority-missing',
    'tags-missing',
    'tag-duplicate',
    'subject-missing',
    'reference-letter-order',
    'reference-undefined',
    'paragraph-number-missing',
    'paragraph-sequence',
    'portion-mark-missing',
    'portion-mark-unknown',
    'portion-above-class',
    'unbalanced-quotes',
    'all-portions-below-class',
    'caption-duplicate',
    'reference-uncited',
    'reftel-ambiguous',
    'signature-missing',
    'summary-unclosed',
  ]),
};

/** Whether a check has something certain to say about copies of this kind. */
export function speaksOf(code: string, dialect: Dialect): boolean {
  return !SILENT[dialect].has(code);
}

/**
 * The cable as checks may see it: a field in which a scanner's error was repaired is not known, so nothing contradicts it
 * (cable-format 8).
 */
export function withoutRepaired(cable: Cable): Cable {
  const { repairs, transmission, classLine } = cable;
  if (repairs.length === 0) return cable;
  const isRepaired = (span: Span) =>
    (repairs[firstEndingAfter(repairs, span.start)]?.start ?? span.end) < span.end;
  const sound = <T extends Span>(field: T | null) => (field && isRepaired(field) ? null : field);
  const post = sound(classLine?.post ?? null);
  const serial = sound(classLine?.serial ?? null);
  return {
    ...cable,
    mrn: classLine && (!post || !serial) ? null : cable.mrn,
    transmission: {
      ...transmission,
      dtg: sound(transmission.dtg),
      from: sound(transmission.from),
      to: transmission.to.filter(address => !isRepaired(address)),
      info: transmission.info.filter(address => !isRepaired(address)),
    },
    classLine: classLine && {
      ...classLine,
      classification: sound(classLine.classification),
      section: sound(classLine.section),
      post,
      serial,
    },
    executiveOrder: isOrderRepaired(cable, isRepaired) ? null : cable.executiveOrder,
  };
}

/** Whether the number or the value on the E.O. line is not known; the letters E.O. themselves say nothing. */
function isOrderRepaired({ executiveOrder }: Cable, isRepaired: (span: Span) => boolean): boolean {
  const { number, value } = executiveOrder ?? {};
  return Boolean((number && isRepaired(number)) || (value && isRepaired(value)));
}

/** The index of the first of the spans, in order and apart, that ends behind an offset; their number where none does. */
function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
