import { isKnownPost } from '../reference/stations';
import { capitalsOf, codeAt, isLetter } from '../text/characters';
import type { Field, Span } from '../text/span';
import { postOfPlad } from './addressing';
import { type CableNumber, type CitingTelegram, findCableNumbers } from './citation';
import { DTG_IN_TEXT } from './dateTimeGroup';
import { FieldText } from './fieldText';
import type { Artefact, Reference, ReferenceField, ReferenceKind, YearSource } from './model';
import type { PreambleField } from './preamble';

/** A letter that may label an item, with the artefact of web copies before it. */
const LABEL =
  /(?<![A-Za-z0-9.'&/-])(-\s{0,3})?(¶\s?1?|\[[1¶]\]\([^)\s]{0,200}\)|\*\*[1¶]?\*\*|1(?=[A-Za-z][.):]))?(?:\(([A-Za-z])\)|([A-Za-z])[.):]|([A-Z])(?=\s{1,3}(?:\d\d\s{1,3})?[A-Z][A-Za-z ]{2,20}\d))/g;

/** Words that tell what kind of paper an item is that is no cable. */
const OTHER_KINDS: readonly (readonly [ReferenceKind, RegExp])[] = [
  ['email', /\bE-?\s?MAILS?\b/i],
  ['iir', /\bIIR\b/i],
  ['osc', /\b(?:OSC|FBIS|FEA|CPP|EUP|GMP|IAP|SAP|AFP|LAP|KPP)\s?\d{6,}|\bOSC\b|\bFBIS\b/i],
  ['telcon', /\b(?:TELCON|TELECON|TELEPHONE|PHONE|TELCALL)S?\b/i],
  ['dtg', DTG_IN_TEXT],
  ['airgram', /\bC?A-\s?\d{1,5}\b|\bAIRGRAMS?\b/i],
];

/** A telegram of the embassy, the consulate or the Department, whose own station only the citing telegram can tell. */
const OWN_SERIES = /\b(?:EMB|CON|DEP)TELS?\s{0,3}\d/i;
/** A date-time group whose Z and month a scanner may have misread: `1502452 DCT. 86`. */
const MISREAD_TIME = /\b\d{6}[Z27]\s{1,3}[A-Z]{3}\.?\s{1,3}\d\d\b/i;
/** What may stand behind the sender of a telegram without a number. */
const UNNUMBERED = /(?:[\s,.;(]+(?:NOTAL|UNN(?:UMBERED)?|TELEGRAM|MESSAGE|CABLE)\)?)+[\s.,;]*$/i;

/** Something that each of them has; a look that spares most items the five. */
const MAY_BE_OTHER = /mail|iir|osc|fbis|fea|cpp|eup|gmp|iap|sap|afp|lap|kpp|tel|phone|\d ?z|a-|airgram/i;

export interface ReadReferences {
  readonly references: ReferenceField;
  readonly artefacts: readonly Artefact[];
}

interface Label {
  readonly letter: string;
  readonly start: number;
  readonly end: number;
  readonly artefact: { readonly start: number; readonly end: number } | null;
  readonly startsLine: boolean;
  /** Where the letter stands. */
  readonly letterAt: number;
}

/** Reads the REF fields of a cable as one list (cable-format 3.12). */
export function parseReferences(
  source: string,
  fields: readonly PreambleField[],
  citing: CitingTelegram,
): ReadReferences | null {
  const first = fields[0];
  if (!first) return null;
  // Nearly all lists stand in one field.
  const parts = fields.length === 1 ? first.parts : fields.flatMap(field => field.parts);
  const fieldText = new FieldText(source, parts);
  const labels = lettersOfFields(source, fields, fieldText) ?? findLabels(fieldText);
  const items = new ItemReader(fieldText, citing);
  const artefacts: Artefact[] = [];
  const { length } = fieldText.text;
  const opening = labels[0]?.start ?? length;
  if (opening > 0) items.read(0, opening, null, false);
  labels.forEach((label, i) => {
    items.read(label.end, labels[i + 1]?.start ?? length, label, i > 0 && !label.startsLine);
    if (label.artefact) artefacts.push(artefactAt(fieldText, label.artefact));
  });
  return {
    references: {
      start: first.keywordSpan.start,
      // A field that the keyword is printed for again may be empty.
      end: parts.at(-1)?.end ?? first.keywordSpan.end,
      keyword: first.keywordSpan,
      items: items.items,
    },
    artefacts,
  };
}

function artefactAt(fieldText: FieldText, { start, end }: Span): Artefact {
  return { kind: 'mark', start: fieldText.at(start), end: fieldText.at(end - 1) + 1 };
}

/** The letters of fields that each hold one item, with a keyword of its own and no stop behind its letter: `REF A LETTER`. */
function lettersOfFields(
  source: string,
  fields: readonly PreambleField[],
  fieldText: FieldText,
): Label[] | null {
  if (fields.length < 2) return null;
  const labels: Label[] = [];
  let at = 0;
  for (const { parts } of fields) {
    const [first] = parts;
    const match = first && BARE_LETTER.exec(source.slice(first.start, Math.min(first.end, first.start + 8)));
    const letter = match?.[1]?.toUpperCase();
    const before = labels.at(-1)?.letter;
    if (!match || !letter || (before && codeAt(letter, 0) !== codeAt(before, 0) + 1)) return null;
    while (at < fieldText.text.length && fieldText.at(at) !== first.start) at++;
    labels.push({
      letter,
      letterAt: at + match[0].indexOf(match[1] ?? ''),
      start: at,
      end: at + match[0].length,
      artefact: null,
      startsLine: true,
    });
  }
  return labels;
}

const BARE_LETTER = /^\(?([A-Z])\)?\s{1,4}/i;

/**
 * The letters that label items: in order, A first. A letter out of order counts only at the start of a line; a letter
 * printed twice (`A. A) …`) labels one item.
 */
function findLabels(fieldText: FieldText): Label[] {
  const labels: Label[] = [];
  LABEL.lastIndex = 0;
  for (let match = LABEL.exec(fieldText.text); match; match = LABEL.exec(fieldText.text)) {
    const label = toLabel(fieldText, match);
    const last = labels[labels.length - 1];
    const between = last ? fieldText.text.slice(last.end, label.start).trim() : '';
    const step = codeAt(label.letter, 0) - (last ? codeAt(last.letter, 0) : 64);
    if (last && step === 0 && (between === '' || /^\(?REF\)?$/i.test(between))) {
      labels[labels.length - 1] = { ...last, end: label.end };
    } else if (last && between === '' && !label.startsLine) {
      // Directly behind a label stands its item, `A. A/S BURNS …`, not another label.
    } else if (
      !last &&
      step === 2 &&
      match[5] === undefined &&
      /\d[,;]\s*$/.test(fieldText.text.slice(0, match.index))
    ) {
      // The letter of the first item is left out: `STATE 93410, B. STATE 105386`.
      labels.push(label);
    } else if (
      step === 1 &&
      (match[5] === undefined || /(?:^|[,;])\s*$/.test(fieldText.text.slice(0, match.index)))
    ) {
      labels.push(label);
    } else if (last && label.startsLine && match[5] === undefined && step >= -1 && step <= 4) {
      labels.push(label);
    }
  }
  return labels;
}

function toLabel(fieldText: FieldText, match: RegExpExecArray): Label {
  const [whole, dash = '', artefact, inParentheses, stopped, bare] = match;
  const letter = inParentheses ?? stopped ?? bare ?? '';
  const artefactAt = match.index + dash.length;
  return {
    letter: capitalsOf(letter),
    letterAt: match.index + whole.lastIndexOf(letter),
    start: match.index,
    end: match.index + whole.length,
    // A plain pilcrow is how the text was published; only what copies made of it is an artefact.
    artefact:
      artefact && artefact.trimEnd() !== '¶'
        ? { start: artefactAt, end: artefactAt + artefact.length }
        : null,
    startsLine: fieldText.startsPart(match.index),
  };
}

/** Reads the stretches of a list, one behind the other. */
class ItemReader {
  readonly items: Reference[] = [];
  readonly #fieldText: FieldText;
  readonly #citing: CitingTelegram;
  /** The letter of the stretch, and whether the next item is the first one of a stretch that is glued to another one. */
  #label: Field<string> | null = null;
  #isGlued = false;

  constructor(fieldText: FieldText, citing: CitingTelegram) {
    this.#fieldText = fieldText;
    this.#citing = citing;
  }

  /** Adds the references in a stretch of the list, whose parts semicolons and bars divide. */
  read(start: number, end: number, label: Label | null, isGlued: boolean): void {
    const fieldText = this.#fieldText;
    this.#label = null;
    if (label) {
      const at = fieldText.at(label.letterAt);
      this.#label = { value: label.letter, start: at, end: at + 1 };
    }
    this.#isGlued = isGlued;
    let from = start;
    for (let at = start; at < end; at++) {
      const code = codeAt(fieldText.text, at);
      if (code !== SEMICOLON && code !== BAR) continue;
      this.#readPiece(from, at);
      from = at + 1;
    }
    this.#readPiece(from, end);
  }

  /** Adds each cable number of a part, or the whole part as another kind of paper. */
  #readPiece(start: number, end: number): void {
    const fieldText = this.#fieldText;
    const text = fieldText.text.slice(start, end);
    const numbers = findCableNumbers(text, this.#citing);
    const isPlain = isPlainNumber(numbers, text);
    const kind = isPlain ? undefined : otherKind(text);
    if (!kind) {
      const undated = numbers.length === 0 && this.#citing.year === null;
      const found = undated ? withoutYear(text, this.#citing) : numbers;
      const notal = found.length > 0 && !isPlain && isNotal(text);
      for (const number of found) this.#addCable(start, number, notal, !undated);
      if (found.length > 0) return;
    }
    const list = kind === 'airgram' ? listed(text) : [];
    if (list.length > 1) {
      for (const entry of list) this.#readPiece(start + entry.start, start + entry.end);
      return;
    }
    const field = fieldText.field(start, end);
    const value = field.value.replace(/^[\s,;.:|]+|[\s,;|]+$/g, '');
    if (!/[A-Za-z0-9]{2}/.test(value)) return;
    this.#add(kind ?? kindWithoutNumber(value), null, null, null, isNotal(text), field, value);
  }

  /** Adds a cable whose number stands in the part at `base`; without its id where nothing tells its year. */
  #addCable(base: number, number: CableNumber, notal: boolean, isDated: boolean): void {
    const { start, end, post, mrn, yearSource } = number;
    const station = post && this.#fieldText.field(base + post.start, base + post.end);
    const field = this.#fieldText.field(base + start, base + end);
    this.#add('cable', isDated ? mrn : null, station, isDated ? yearSource : null, notal, field);
  }

  #add(
    kind: ReferenceKind,
    mrn: string | null,
    post: Field<string> | null,
    yearSource: YearSource | null,
    notal: boolean,
    { start, end, value: text }: Field<string>,
    value = text,
  ): void {
    const [label, glued] = [this.#label, this.#isGlued];
    this.#isGlued = false;
    this.items.push({ label, glued, kind, mrn, post, yearSource, notal, value, start, end });
  }
}

const SEMICOLON = 59;
const BAR = 124;

/**
 * Whether a part is the number of a known station, as ids write that, and nothing but a year, blanks and stops beside: it is no other kind
 * of paper. Nearly all parts are, and are spared the words that would tell.
 */
function isPlainNumber([number]: readonly CableNumber[], text: string): boolean {
  const post = number?.post;
  if (!post || post.end - post.start !== post.name.length || !isKnownPost(post.name)) return false;
  for (let i = 0; i < text.length; i++)
    if (isLetter(codeAt(text, i)) && (i < post.start || i >= post.end)) return false;
  return true;
}

/** Which kind of paper a part is that is no cable. */
function otherKind(text: string): ReferenceKind | undefined {
  return MAY_BE_OTHER.test(text) ? OTHER_KINDS.find(([, pattern]) => pattern.test(text))?.[0] : undefined;
}

/** The cables of known stations that a text names, where nothing tells their year: which they are, nobody can say. */
function withoutYear(text: string, citing: CitingTelegram): CableNumber[] {
  const inSomeYear = { ...citing, year: SOME_YEAR };
  return findCableNumbers(text, inSomeYear, true);
}

const SOME_YEAR = 2000;

/** The entries of a list that commas or `AND` divide, each of them a number: `STATE 12345, A-56`. Empty where any of them is none. */
function listed(text: string): Span[] {
  const entries: Span[] = [];
  let start = 0;
  for (const { 0: comma, index } of text.matchAll(/,|\sAND\s|$/gi)) {
    if (!NUMBERED_PAPER.test(text.slice(start, index))) return [];
    entries.push({ start, end: index });
    start = index + comma.length;
  }
  return entries;
}

/** A station with a number, an airgram, a section of a manual: `STATE 12345`, `A-56`, `5 FAM 954`. */
const NUMBERED_PAPER = /^\s{0,8}(?:\d{1,2}\s)?[A-Z][A-Z .'’-]{0,24}?[ -]\s?\d{1,7}\.?\s{0,8}$/i;

/** What an item is that holds no cable number and is none of the other kinds of paper. */
function kindWithoutNumber(value: string): ReferenceKind {
  if (OWN_SERIES.test(value)) return 'cable';
  if (MISREAD_TIME.test(value)) return 'dtg';
  const sender = value.replace(UNNUMBERED, '');
  return !/\d/.test(sender) && isKnownPost(postOfPlad(sender)) ? 'unnumbered' : 'other';
}

/** Whether an item was not sent to all addressees: `(NOTAL)`. */
function isNotal(text: string): boolean {
  return /\bNOTAL\b/i.test(text);
}
