import { divideTags, tagOf } from '../reference/tags';
import { capitalsOf, codeAt, isDigit, isLetter } from '../text/characters';
import type { Field, Span } from '../text/span';
import { FieldText } from './fieldText';
import type { Artefact, Tag, TagsLine } from './model';
import type { PreambleField } from './preamble';

const ENTRY = /\[([^\]\s]{1,40})\]\(([^)\s]{0,300})\)|\(\s?([A-Z][^()]{0,60})\)|[^\s,;()[\]]+/gi;
/** A page heading of the 1970s system that a copy left inside the field, with the banner above it. */
const PAGE_HEAD =
  /(?:\b(?:UNCLASSIFIED|LIMITED OFFICIAL USE|CONFIDENTIAL|SECRET)\s{1,30})?\bPAGE\s{1,4}\d\d\s{1,20}[A-Z ]{3,12}\d{4,6}(?:\s{1,4}\d\d OF \d\d)?\s{1,4}\d{6}Z/g;

export interface ReadTags {
  readonly tags: TagsLine;
  readonly links: readonly Artefact[];
}

/**
 * Reads the TAGS field (cable-format 3.10; 5 FAH-3 H-111): codes divided by blanks, commas or semicolons, Markdown links of
 * web copies, persons in parentheses or as two words behind OVIP, and older titles of several words. All in upper case. Where three
 * codes or more are run together, the line's runs are taken apart; a lone pair stays as it is printed.
 */
export function parseTags(source: string, field: PreambleField): ReadTags {
  const fieldText = new FieldText(source, field.parts);
  const text = !fieldText.text.includes('PAGE')
    ? fieldText.text
    : fieldText.text.replace(PAGE_HEAD, head => ' '.repeat(head.length));
  const tags: Tag[] = [];
  const links: Artefact[] = [];
  let run: Word[] = [];
  let end = 0;
  const settle = () => {
    if (run.length > 0) addWords(fieldText, run, tags);
    run = [];
  };
  ENTRY.lastIndex = 0;
  for (let match = ENTRY.exec(text); match; match = ENTRY.exec(text)) {
    const [whole, linked, , person] = match;
    if (dividesTags(text, end, match.index)) settle();
    end = match.index + whole.length;
    if (linked !== undefined) {
      settle();
      tags.push(toTag(fieldText, match.index + 1, linked, 'code', true));
      links.push({ kind: 'link', start: fieldText.at(match.index), end: fieldText.at(end - 1) + 1 });
    } else if (person !== undefined) {
      settle();
      tags.push(toTag(fieldText, match.index + whole.indexOf(person), person, 'person'));
    } else if (isOfCode(codeAt(whole, 0)) || HAS_CODE.test(whole)) run.push({ text: whole, at: match.index });
  }
  settle();
  const isRunTogether = tags.some(({ value }) => (divideTags(value)?.length ?? 0) > 2);
  if (isRunTogether) tags.splice(0, tags.length, ...tags.flatMap(divided));
  const { start, end: last } = extent(field);
  return { tags: { keyword: field.keywordSpan, tags, start, end: last }, links };
}

const HAS_CODE = /[A-Z0-9]/i;

/** Whether a code may hold this character. */
function isOfCode(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

/** Whether a comma or a semicolon stands between `start` and `end`. */
function dividesTags(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (text[i] === ',' || text[i] === ';') return true;
  return false;
}

/** A word of the field; `at` is its offset in the fieldText. */
interface Word {
  readonly text: string;
  readonly at: number;
}

/**
 * Adds the tags among words with nothing but blanks between them. A known code, or two run together, is one; neighbouring words
 * that are no codes, one of them longer than any code, are one title (`CONSULAR AFFAIRS`), or persons behind the code for
 * visits.
 */
function addWords(fieldText: FieldText, words: readonly Word[], tags: Tag[]): void {
  // Where none is longer than a code, each is a tag of its own, known or not.
  if (!words.some(isLong)) {
    for (const { text, at } of words) tags.push(toTag(fieldText, at, text, 'code'));
    return;
  }
  let unknown: Word[] = [];
  for (const word of words) {
    if (words.length > 1 && !isCode(word.text)) {
      unknown.push(word);
      continue;
    }
    if (unknown.length > 0) addUnknown(fieldText, unknown, tags);
    unknown = [];
    tags.push(toTag(fieldText, word.at, word.text, 'code'));
  }
  if (unknown.length > 0) addUnknown(fieldText, unknown, tags);
}

function addUnknown(fieldText: FieldText, words: readonly Word[], tags: Tag[]): void {
  const code = tags.at(-1)?.value;
  if (words.length < 2 || !words.some(isLong)) {
    for (const { text, at } of words) tags.push(toTag(fieldText, at, text, 'code'));
  } else if (code === VISITS && words.length % 2 === 0) {
    for (let k = 0; k < words.length; k += 2)
      tags.push(joined(fieldText, words.slice(k, k + 2), 'person', ', '));
  } else tags.push(joined(fieldText, words, 'code', ' '));
}

/** The tags that one consists of where a copy ran codes together. */
function divided(tag: Tag): Tag[] {
  const codes =
    tag.kind === 'code' && tag.end - tag.start === tag.value.length ? divideTags(tag.value) : null;
  let { start } = tag;
  return (codes ?? [tag.value]).map(value => {
    const end = codes ? start + value.length : tag.end;
    const part = { ...tag, value, start, end };
    start = end;
    return part;
  });
}

/** Subject tag for visits and travel of prominent persons, who are named behind it. */
const VISITS = 'OVIP';
const LONGEST_CODE = 5;

function isLong({ text }: Word): boolean {
  return text.length > LONGEST_CODE;
}

function isCode(word: string): boolean {
  const code = capitalsOf(word);
  return tagOf(code) !== null || divideTags(code) !== null;
}

/** A code with a scanner's specks around it. */
const SPECKLED = /^([^A-Z0-9]*)([A-Z0-9]+)[^A-Z0-9]*$/i;

function toTag(fieldText: FieldText, at: number, text: string, kind: Tag['kind'], linked = false): Tag {
  const to = at + text.length;
  if (isOfCode(codeAt(text, 0)) && isOfCode(codeAt(text, text.length - 1)))
    return { kind, linked, value: capitalsOf(text), start: fieldText.at(at), end: fieldText.at(to - 1) + 1 };
  const { value, start, end } = fieldText.field(at, to);
  const code = kind === 'code' ? SPECKLED.exec(value) : null;
  if (!code) return { kind, linked, value: capitalsOf(value), start, end };
  const [, before = '', letters = ''] = code;
  const from = start + before.length;
  return { kind, linked, value: letters.toUpperCase(), start: from, end: from + letters.length };
}

/** Several words as one tag. */
function joined(fieldText: FieldText, words: readonly Word[], kind: Tag['kind'], separator: string): Tag {
  const first = words[0]?.at ?? 0;
  const last = words.at(-1);
  const field: Field<string> = fieldText.field(first, (last?.at ?? 0) + (last?.text.length ?? 0));
  const value = words.map(({ text }) => text.toUpperCase()).join(separator);
  return { kind, linked: false, ...field, value };
}

/** From the keyword to the end of the last part. */
export function extent(field: PreambleField): Span {
  const last = field.parts[field.parts.length - 1];
  return { start: field.keywordSpan.start, end: last?.end ?? field.keywordSpan.end };
}
