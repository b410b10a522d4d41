import { SECURITY_LETTERS } from '../reference/markings';
import { type PrecedenceRow, precedences, precedenceWord } from '../reference/precedence';
import { splitTag } from '../reference/tags';
import { actionPrecedence, isoMinute } from './dateTimeGroup';
import type {
  Addressee,
  Cable,
  Classification,
  Mention,
  Passage,
  Precedence,
  Reference,
  Transmission,
} from './model';

/** One cable as `reftel export --format ndjson` prints it. Lines count from 1; a value not found is null or an empty list. */
export interface CableRecord {
  readonly file: string;
  readonly mrn: string | null;
  /** Whether the id's year is printed nowhere in the text. */
  readonly yearInferred: boolean;
  readonly dialect: Cable['dialect'];
  readonly dtg: string | null;
  readonly precedence: Precedence | null;
  readonly classification: Classification | null;
  readonly captions: readonly string[];
  readonly section: { readonly n: number; readonly of: number } | null;
  readonly post: string | null;
  readonly from: string | null;
  readonly to: readonly AddresseeRecord[];
  readonly info: readonly AddresseeRecord[];
  readonly executiveOrder: string | null;
  readonly declassifyOn: string | null;
  readonly tags: readonly string[];
  readonly subject: string | null;
  readonly references: readonly ReferenceRecord[];
  readonly mentions: readonly ReferenceRecord[];
  readonly classifiedBy: string | null;
  readonly reasons: readonly string[];
  readonly paragraphs: readonly ParagraphRecord[];
  readonly headings: readonly { readonly text: string; readonly line: number }[];
  readonly passages: readonly PassageRecord[];
  readonly signature: string | null;
  readonly pageLines: readonly number[];
  readonly pageHeads: readonly PageHeadRecord[];
  readonly distribution: { readonly action: readonly string[]; readonly info: readonly string[] } | null;
  readonly draftedBy: string | null;
  readonly approvedBy: string | null;
  readonly clearedBy: readonly string[];
  readonly attributes: Readonly<Record<string, string>> | null;
  readonly release: Cable['release'];
  /** Which telegram of its file it is, and its lines. */
  readonly telegram: {
    readonly n: number;
    readonly of: number;
    readonly line: number;
    readonly endLine: number;
  };
  /** Where the fields stand: first and last line. */
  readonly lines: Readonly<Record<FieldName, readonly [number, number] | null>>;
}

export type FieldName =
  | 'classLine'
  | 'executiveOrder'
  | 'tags'
  | 'subject'
  | 'references'
  | 'authority'
  | 'signature';

export interface AddresseeRecord {
  readonly ri: string | null;
  readonly name: string;
  readonly precedence: Precedence | null;
  readonly number: string | null;
}

export interface ReferenceRecord {
  readonly label: string | null;
  readonly kind: Reference['kind'];
  readonly mrn: string | null;
  readonly yearInferred: boolean;
  readonly notal?: boolean;
  readonly text: string;
  readonly line: number;
}

export interface ParagraphRecord {
  readonly number: number | null;
  readonly printed: string;
  readonly marking: string | null;
  /** `entire text` where the portion mark says that it holds for all of it. */
  readonly markingScope: 'entire text' | null;
  readonly line: number;
  readonly endLine: number;
  /** The lines on which it goes on after a blank line, a page line or a repeated caption. */
  readonly continuedAt: readonly number[];
}

export interface PageHeadRecord {
  readonly line: number;
  readonly page: number | null;
  readonly of: number | null;
}

export interface PassageRecord {
  readonly kind: Passage['kind'];
  readonly form: Passage['form'];
  /** The numbers of its paragraphs. */
  readonly paragraphs: readonly (number | null)[];
}

/** The record of a cable; `file` is its path as walked. */
export function recordOf(file: string, cable: Cable): CableRecord {
  const { transmission, classLine, lines } = cable;
  const line = (offset: number) => lines.lineAt(offset) + 1;
  const extent = (span: { start: number; end: number } | null): readonly [number, number] | null =>
    span && [line(span.start), line(span.end)];
  const action = actionPrecedence(transmission.dtg);
  return {
    file,
    mrn: cable.mrn,
    yearInferred: cable.yearGuess !== null,
    dialect: cable.dialect,
    dtg: transmission.dtg?.instant == null ? null : isoMinute(transmission.dtg.instant),
    precedence: action ? precedenceWord(action.value) : addressedPrecedence(cable),
    classification: classificationOf(cable),
    captions: eachOnce(cable.captions.map(({ value }) => value)),
    section: classLine?.section ? { n: classLine.section.n, of: classLine.section.of } : null,
    post: classLine?.post?.value ?? null,
    from: transmission.from?.value ?? null,
    to: transmission.to.map(addresseeRecord),
    info: transmission.info.map(addresseeRecord),
    executiveOrder: cable.executiveOrder?.number?.value ?? null,
    declassifyOn: cable.executiveOrder?.declassifyOn ?? null,
    tags: tagsOf(cable),
    subject: cable.subject?.value ?? null,
    references: (cable.references?.items ?? []).map(item => referenceRecord(item, line)),
    mentions: cable.mentions
      .filter(mention => isListed(mention, cable))
      .map(mention => mentionRecord(mention, line)),
    classifiedBy: cable.authority?.by?.value ?? null,
    reasons: cable.authority?.reasons ?? [],
    paragraphs: cable.paragraphs.map(paragraph => ({
      number: paragraph.number,
      printed: paragraph.printed.value,
      marking: paragraph.marking?.value ?? null,
      markingScope: paragraph.isMarkedForEntireText ? ('entire text' as const) : null,
      line: line(paragraph.start),
      endLine: line(paragraph.end),
      continuedAt: paragraph.segments.slice(1).map(({ start }) => line(start)),
    })),
    headings: cable.headings.map(heading => ({ text: heading.value, line: line(heading.title.start) })),
    passages: cable.passages.map(({ kind, form, paragraphs }) => ({
      kind,
      form,
      paragraphs: paragraphs.map(index => cable.paragraphs[index]?.number ?? null),
    })),
    signature: cable.signature?.value ?? null,
    pageLines: cable.pageLines.map(({ start }) => line(start)),
    pageHeads: cable.pageLines.map(({ start, page, of }) => ({
      line: line(start),
      page: page?.value ?? null,
      of: of?.value ?? null,
    })),
    distribution: cable.distribution && {
      action: cable.distribution.action.map(({ value }) => value),
      info: cable.distribution.info.map(({ value }) => value),
    },
    draftedBy: cable.draftedBy?.value ?? null,
    approvedBy: cable.approvedBy?.value ?? null,
    clearedBy: cable.clearedBy.map(({ value }) => value),
    attributes: attributesOf(cable),
    release: cable.release,
    telegram: telegramRecord(cable),
    lines: {
      classLine: extent(classLine),
      executiveOrder: extent(cable.executiveOrder),
      tags: extent(cable.tags),
      subject: extent(cable.subject),
      references: extent(cable.references),
      authority: extent(cable.authority),
      signature: extent(cable.signature),
    },
  };
}

function telegramRecord({ telegram, lines }: Cable): CableRecord['telegram'] {
  const { n, of, start, end } = telegram;
  // A telegram's last line break belongs to its last line.
  const last = end > start ? lines.lineAt(end - 1) : lines.lineAt(end);
  return { n, of, line: lines.lineAt(start) + 1, endLine: last + 1 };
}

/** Each tag once; two that a page break ran together are left out where both stand on the line by themselves. */
export function tagsOf(cable: Pick<Cable, 'tags'>): string[] {
  const values = eachOnce(cable.tags?.tags.map(({ value }) => value) ?? []);
  if (!values.some(splitTag)) return values;
  const all = new Set(values);
  return values.filter(value => !splitTag(value)?.every(half => all.has(half)));
}

/** So few values are compared with each other faster than they are put into a set. */
const FEW = 12;

/** The values, each where it comes first. */
export function eachOnce(values: readonly string[]): string[] {
  if (values.length > FEW) return [...new Set(values)];
  const each: string[] = [];
  for (const value of values) if (!each.includes(value)) each.push(value);
  return each;
}

/** A cable's classification: the class line's, or where that is lost the one that FL4 or the banners of the pages give. */
export function classificationOf(
  cable: Pick<Cable, 'classLine' | 'banner'> & { readonly transmission: Pick<Transmission, 'security'> },
): Classification | null {
  const printed = cable.classLine?.classification?.value;
  if (printed) return printed;
  const group = cable.transmission.security?.group.value;
  return SECURITY_LETTERS.get(group?.charAt(0) ?? '') ?? cable.banner;
}

function attributesOf({ attributes }: Cable): Record<string, string> | null {
  if (attributes.length === 0) return null;
  return Object.fromEntries(attributes.map(({ name, value }) => [name, value.value]));
}

/** SMART printouts have no prosigns: the action precedence is the highest that an action addressee has. */
function addressedPrecedence({ dialect, transmission }: Cable): Precedence | null {
  if (dialect !== 'smart') return null;
  const isHeld = ({ word }: PrecedenceRow) =>
    transmission.to.some(({ precedence }) => precedence?.value === word);
  return precedences.find(isHeld)?.word ?? null;
}

function addresseeRecord({ ri, name, precedence, number }: Addressee): AddresseeRecord {
  return {
    ri: ri?.value ?? null,
    name: name.value,
    precedence: precedence?.value ?? null,
    number: number?.value ?? null,
  };
}

function referenceRecord(item: Reference, line: (offset: number) => number): ReferenceRecord {
  return {
    label: item.label?.value ?? null,
    kind: item.kind,
    mrn: item.mrn,
    yearInferred: isInferred(item.yearSource),
    notal: item.notal,
    text: item.value,
    line: line(item.start),
  };
}

/** Whether the letter of a mention is one that the list of references has; a mention of another form needs none. */
function isListed({ form, label }: Mention, { references }: Cable): boolean {
  return form !== 'letter' || (references?.items ?? []).some(item => item.label?.value === label);
}

function mentionRecord(mention: Mention, line: (offset: number) => number): ReferenceRecord {
  return {
    label: mention.label,
    kind: mention.form === 'septel' ? 'other' : 'cable',
    mrn: mention.mrn,
    yearInferred: isInferred(mention.yearSource),
    text: mention.value,
    line: line(mention.start),
  };
}

function isInferred(source: Reference['yearSource']): boolean {
  return source === 'same-year' || source === 'year-before';
}
