import type { Cable } from '../cable/model';
import type { Span } from '../text/span';

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

/** The cable without the fields that only the archive's attributes give: the text lacks them, and contradicts nothing in them. */
export function withoutArchived(cable: Cable): Cable {
  const { attributes, transmission, executiveOrder, tags, subject } = cable;
  if (attributes.length === 0) return cable;
  const isArchived = ({ start, end }: Span) =>
    attributes.some(attribute => attribute.start <= start && end <= attribute.end);
  const printed = <T extends Span>(field: T | null) => (field && isArchived(field) ? null : field);
  return {
    ...cable,
    transmission: {
      ...transmission,
      from: printed(transmission.from),
      to: transmission.to.filter(address => !isArchived(address)),
    },
    executiveOrder: printed(executiveOrder),
    tags: printed(tags),
    subject: printed(subject),
  };
}

/** Whether the number or the value on the E.O. line is not known; the letters E.O. themselves say nothing. */
function isOrderRepaired({ executiveOrder }: Cable, isRepaired: (span: Span) => boolean): boolean {
  const { number, value } = executiveOrder ?? {};
  return Boolean((number && isRepaired(number)) || (value && isRepaired(value)));
}

/** The index of the first of the spans, sorted and disjoint, that ends after an offset; their number if none does. */
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
