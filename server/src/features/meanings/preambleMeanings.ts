import * as l10n from '@vscode/l10n';
import type {
  Cable,
  Caption,
  ClassificationAuthority,
  ClassLine,
  ExecutiveOrder,
  Tag,
  YearGuess,
} from '../../cable/model';
import { instantOfDay } from '../../checks/rules/instants';
import { captionReading } from '../../reference/captions';
import { declassificationReading, executiveOrder } from '../../reference/executiveOrders';
import { type TagKind, tagOf } from '../../reference/tags';
import { type Span, touches } from '../../text/span';
import { wordAt } from '../words';
import { type Meaning, meaning } from './meaning';
import { dayInWords, monthInWords } from './timeMeanings';

/** What the thing at `offset` means, where it stands between header and text: class line to classification authority. */
export function preambleMeaning(cable: Cable, offset: number): Meaning | null {
  const { captions, classLine, executiveOrder: order, tags, authority } = cable;
  const isHere = (span: Span | null) => span !== null && touches(span, offset);
  const caption = captions.find(isHere);
  const told = caption ? captionMeaning(caption) : correctedCopy(cable, offset);
  if (caption || told) return told;
  if (classLine && isHere(classLine)) return classLineMeaning(cable, classLine, offset);
  if (order && isHere(order)) return orderMeaning(cable, order, offset);
  const tag = tags?.tags.find(isHere);
  if (tag) return tagMeaning(tag);
  return authority && isHere(authority.reasonSection) ? reasonMeaning(authority) : null;
}

function captionMeaning(caption: Caption): Meaning | null {
  const reading = captionReading(caption.value);
  const note =
    caption.place === 'text' ? l10n.t('A copy repeats it here; it is no part of the sentence.') : '';
  return reading === null && note === '' ? null : meaning(caption, caption.value, reading ?? '', note);
}

function classLineMeaning(cable: Cable, line: ClassLine, offset: number): Meaning | null {
  const { mrn, yearGuess } = cable;
  const { section, post, serial } = line;
  if (section && touches(section, offset)) {
    const note = section.of > 1 ? l10n.t('All sections together are one cable.') : '';
    return meaning(section, l10n.t('Section {0} of {1}', section.n, section.of), '', note);
  }
  if (mrn === null || !post || !serial) return null;
  const span = { start: Math.min(post.start, serial.start), end: Math.max(post.end, serial.end) };
  const note = yearGuess ? howGuessed(cable, yearGuess) : '';
  return touches(span, offset) ? meaning(span, mrn, l10n.t('this cable'), note) : null;
}

/** How a year was guessed that the text does not print. */
function howGuessed({ executiveOrder }: Cable, guess: YearGuess): string {
  if (guess.by === 'file-name')
    return l10n.t('Its year is guessed: the text prints none, and the file’s name has it.');
  const date = executiveOrder?.date?.value ?? '';
  const { term, witness } = guess;
  return l10n.t(
    'Its year is guessed: declassification on {0} is most often {1} years later, and the text names {2}.',
    date,
    term,
    witness.value,
  );
}

function orderMeaning(cable: Cable, order: ExecutiveOrder, offset: number): Meaning | null {
  const { number, value, date, declassifyOn } = order;
  if (number && touches(number, offset)) return numberMeaning(number);
  if (date && declassifyOn && touches(date, offset)) {
    const instant = instantOfDay(declassifyOn);
    return meaning(
      date,
      date.value,
      l10n.t('declassify on {0}', dayInWords(instant)),
      yearsAfter(cable, declassifyOn),
    );
  }
  if (!value || !touches(value, offset)) return null;
  const reading = declassificationReading(value.value);
  if (reading !== null) return meaning(value, value.value, reading);
  const word = wordAt(cable.text, value, offset);
  const printed = word ? cable.text.slice(word.start, word.end) : '';
  const said = declassificationReading(printed);
  return word && said !== null ? meaning(word, printed, said) : null;
}

function numberMeaning(number: Span & { readonly value: string }): Meaning | null {
  const order = executiveOrder(number.value);
  if (!order) return null;
  // The days on which orders came into force are not certain.
  const from = monthInWords(instantOfDay(order.from));
  const reading =
    order.until === null
      ? l10n.t('the order on classified information from {0} on', from)
      : l10n.t(
          'the order on classified information from {0} to {1}',
          from,
          monthInWords(instantOfDay(order.until)),
        );
  return meaning(number, `E.O. ${order.number}`, reading, order.note?.() ?? '');
}

/** `10 years after this cable`, where it is exactly so many years. */
function yearsAfter({ transmission: { dtg } }: Cable, declassifyOn: string): string {
  if (dtg?.instant == null) return '';
  const sent = new Date(dtg.instant).toISOString();
  const years = Number(declassifyOn.slice(0, 4)) - Number(sent.slice(0, 4));
  if (years <= 0 || declassifyOn.slice(5) !== sent.slice(5, 10)) return '';
  return years === 1
    ? l10n.t('1 year after this cable to the day')
    : l10n.t('{0} years after this cable to the day', years);
}

/** A caption in letters with blanks between, which is told from no other words on its line. */
const CORRECTED = /C ?O ?R ?R ?E ?C ?T ?E ?D {1,4}C ?O ?P ?Y/i;

/** `C O R R E C T E D  COPY (CAPTION)` on a line before the text. */
function correctedCopy({ text, lines, body }: Cable, offset: number): Meaning | null {
  if (body.start < body.end && offset >= body.start) return null;
  const { start, end } = lines.span(lines.lineAt(offset));
  const found = end - start > LONGEST_LINE ? null : CORRECTED.exec(text.slice(start, end));
  if (!found) return null;
  const span = { start: start + found.index, end: start + found.index + found[0].length };
  const reading = captionReading('CORRECTED COPY');
  return touches(span, offset) && reading !== null ? meaning(span, 'CORRECTED COPY', reading) : null;
}

/** No line with a caption is longer. */
const LONGEST_LINE = 200;

const KINDS: Readonly<Record<TagKind, () => string>> = {
  subject: () =>
    l10n.t({ message: 'TAGS subject', comment: 'TAGS is a field of cables and stays as it is.' }),
  program: () => l10n.t('TAGS program'),
  geo: () => l10n.t('TAGS country or area'),
  region: () => l10n.t('TAGS region'),
  organization: () => l10n.t('TAGS organization'),
};

/** A meaning that is not verified is not told. */
function tagMeaning(tag: Tag): Meaning | null {
  if (tag.kind === 'person') return meaning(tag, tag.value, l10n.t('a person'));
  const known = tagOf(tag.value);
  if (!known) return null;
  const told = known.status !== 'unverified' && known.meaning !== '';
  const instead = known.use === '' ? '' : l10n.t('The code by the rules is {0}.', known.use);
  return meaning(tag, tag.value, told ? known.meaning : '', KINDS[known.kind](), instead);
}

function reasonMeaning({ reasonSection }: ClassificationAuthority): Meaning | null {
  if (!reasonSection) return null;
  const reading = l10n.t('the section of the executive order that lists the reasons');
  return meaning(
    reasonSection,
    reasonSection.value,
    reading,
    l10n.t('It was 1.5 before 25 March 2003, and 1.4 since.'),
  );
}
