import * as l10n from '@vscode/l10n';
import { otherId, parseMrn } from '../../cable/identity';
import type { Classification } from '../../cable/model';
import { classificationRank } from '../../reference/markings';
import { otherName, postKey } from '../../reference/posts';
import { folded } from '../../text/fold';
import { suggestionFor } from '../../text/suggestion';
import { type FieldName, fieldNames, fieldOf, nearestField } from './fields';
import { type Term, termsOf, type Value } from './terms';
import { type Phrase, PhraseFinder, phraseOf } from './words';

/** What an index knows of a cable in so many words: several values, or none. */
export type TextField = 'post' | 'caption' | 'tag' | 'from' | 'to';

/** What must hold for a cable, or must not. A condition looks at one fact, and says the same wherever that is kept. */
export type Condition = { readonly excluded: boolean } & (
  | {
      readonly on: TextField;
      fits(value: string): boolean;
      /** Whether a cable without any value fits. */
      readonly orNone: boolean;
    }
  | { readonly on: 'class'; fits(classification: Classification | null): boolean }
  | { readonly on: 'year'; fits(year: number | null): boolean }
  /** The date-time group, in milliseconds since 1970; a cable without one never fits. */
  | { readonly on: 'time'; fits(instant: number): boolean }
  | { readonly on: 'id'; readonly ids: ReadonlySet<string> }
  | { readonly on: 'subject'; readonly phrases: readonly Phrase[]; readonly finder: PhraseFinder }
  /** It cites one of these cables, or is cited by one of them. */
  | { readonly on: 'cites' | 'citedby'; readonly ids: readonly string[] }
);

/** A condition on citations. */
export type LinkCondition = Condition & { readonly on: 'cites' | 'citedby' };

/** What a condition on citations means in an archive: a cable that cites one of `cited`, or is one of `own`. */
export interface LinkedIds {
  readonly cited: ReadonlySet<string>;
  readonly own: ReadonlySet<string>;
}

/** Words that must stand in subject or text, or must not. */
export interface WordCondition {
  readonly excluded: boolean;
  /** One of these. */
  readonly phrases: readonly Phrase[];
  readonly finder: PhraseFinder;
  /** The cables that the words name as ids: these fit without having them in their texts. */
  readonly ids: ReadonlySet<string>;
}

/** A query that was understood. All of it must hold. */
export interface CableQuery {
  readonly conditions: readonly Condition[];
  readonly words: readonly WordCondition[];
  /** The words as written, without fields and what is excluded: what a search by id and subject ranks by. */
  readonly plainWords: string;
  /** Whether cables are meant that are cited and not here, instead of those that are. */
  readonly missing: boolean;
}

/** Why a query was not understood, in a sentence for the user; offsets are those of the query. */
export interface QueryProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export type ReadQuery =
  | { readonly query: CableQuery; readonly problem: null }
  | { readonly query: null; readonly problem: QueryProblem };

/** The query that fits every cable. */
export const everything: CableQuery = { conditions: [], words: [], plainWords: '', missing: false };

/**
 * Reads a query: words and `field:value`, all of which must hold; `-` excludes, a comma is *or*, quotation marks keep words together.
 * What is no field, or no value of one, gives a problem that says what was probably meant. Never throws.
 */
export function readQuery(text: string): ReadQuery {
  const conditions: Condition[] = [];
  const words: WordCondition[] = [];
  const plain: string[] = [];
  let missing = false;
  const terms = joined(termsOf(text));
  for (const term of terms) {
    const { start, end, name, excluded, alternatives } = term;
    const problem = (message: string): ReadQuery => ({ query: null, problem: { message, start, end } });
    if (name === null) {
      const found = wordCondition(term);
      if (!found) continue;
      words.push(found);
      if (!excluded) plain.push(...alternatives.map(value => value.text));
      continue;
    }
    const field = fieldOf(name);
    if (!field) return problem(unknownField(name, alternatives));
    if (alternatives.length === 0) return problem(NEEDS[field](field));
    if (field === 'is') {
      const state = stateOf(alternatives);
      if (typeof state === 'string') return problem(state);
      missing = state.missing !== excluded;
      continue;
    }
    const test = testOf(field, alternatives);
    if (typeof test === 'string') return problem(test);
    conditions.push({ ...test, excluded });
  }
  return { query: { conditions, words, plainWords: plain.join(' '), missing }, problem: null };
}

const ID_FORM = '"07 MUSCAT 73"';

/** Says of a field without a value what one looks like. */
type Needs = (field: FieldName) => string;

const needsId: Needs = field =>
  l10n.t('{0}: needs a value: the id of a cable, with year, station and number.', field);
const needs =
  (example: string): Needs =>
  field =>
    l10n.t({
      message: '{0}: needs a value: {1}.',
      args: [field, example],
      comment: '{0} is a field of the query language, {1} an example of it with a value: post:ankara',
    });

const NEEDS: Readonly<Record<FieldName, Needs>> = {
  id: needsId,
  post: needs('post:ankara'),
  year: needs('year:2007'),
  class: field => l10n.t('{0}: needs a value: {1} or {2}.', field, 'class:secret', 'class:>=secret'),
  caption: needs('caption:noforn'),
  tag: needs('tag:PREL,IR'),
  from: needs('from:"AMEMBASSY ANKARA"'),
  to: needs('to:secstate'),
  subject: needs('subject:"oil output"'),
  before: needs('before:2007-06-01'),
  after: needs('after:2007-06-01'),
  cites: needsId,
  citedby: needsId,
  is: needs('is:missing'),
};

/** A field whose value follows behind a blank, `post: ankara`, is one with that value. */
function joined(terms: readonly Term[]): readonly Term[] {
  const result: Term[] = [];
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i] as Term;
    const next = terms[i + 1];
    const isOpen = term.name !== null && term.alternatives.length === 0;
    if (isOpen && fieldOf(term.name ?? '') === null) {
      // A word with a colon behind it, as subjects have: OMAN: OIL OUTPUT
      result.push({ ...term, name: null, alternatives: [{ text: term.name ?? '', quoted: false }] });
    } else if (isOpen && next && next.name === null && !next.excluded) {
      result.push({ ...term, end: next.end, alternatives: next.alternatives });
      i++;
    } else result.push(term);
  }
  return result;
}

function unknownField(name: string, [value]: readonly Value[]): string {
  const near = nearestField(name);
  if (near) return l10n.t('There is no field {0}; did you mean {1}?', name, `${near}:${value?.text ?? ''}`);
  return l10n.t(
    'There is no field {0}. There are {1}; words with a colon go in quotation marks.',
    name,
    fieldNames.join(', '),
  );
}

function wordCondition({ excluded, alternatives }: Term): WordCondition | null {
  const phrases = alternatives.flatMap(value => phraseOf(value) ?? []);
  if (phrases.length === 0) return null;
  const ids = new Set(alternatives.flatMap(({ text }) => spellingsOf(text) ?? []));
  return { excluded, phrases, finder: new PhraseFinder(phrases), ids };
}

const STATES = ['missing', 'here'] as const;

function stateOf(values: readonly Value[]): { readonly missing: boolean } | string {
  for (const { text } of values) {
    const state = STATES.find(one => one === text.toLowerCase());
    if (!state)
      return l10n.t('There is no {0}; {1} takes {2} or {3}.', `is:${text}`, 'is:', 'missing', 'here');
    if (values.length === 1) return { missing: state === 'missing' };
  }
  return l10n.t('A query is for cables that are here or for missing ones, not for both.');
}

type Test = Condition extends infer C ? (C extends Condition ? Omit<C, 'excluded'> : never) : never;

/** The test of a field, or what is wrong with its values. */
function testOf(field: Exclude<FieldName, 'is'>, values: readonly Value[]): Test | string {
  switch (field) {
    case 'post':
    case 'caption':
    case 'tag':
    case 'from':
    case 'to':
      return textTest(field, values);
    case 'class':
      return classTest(values);
    case 'year':
      return yearTest(values);
    case 'before':
    case 'after':
      return timeTest(field, values);
    case 'subject': {
      const phrases = values.flatMap(value => phraseOf(value) ?? []);
      return phrases.length === 0
        ? l10n.t('{0} needs letters or digits.', 'subject:')
        : { on: 'subject', phrases, finder: new PhraseFinder(phrases) };
    }
    case 'id':
    case 'cites':
    case 'citedby': {
      const ids = values.map(({ text }) => spellingsOf(text));
      const wrong = values[ids.indexOf(null)];
      if (wrong)
        return l10n.t(
          '{0} is not a cable id; {1}: takes year, station and number, such as {2}.',
          wrong.text,
          field,
          ID_FORM,
        );
      const all = ids.flatMap(spellings => spellings ?? []);
      return field === 'id'
        ? { on: 'id', ids: new Set(all) }
        : { on: field, ids: ids.flatMap(spellings => spellings?.[0] ?? []) };
    }
  }
}

/** The id that a text names, and the same with its station's other name; null for another text. */
function spellingsOf(text: string): readonly string[] | null {
  const mrn = parseMrn(text);
  const other = mrn === null ? null : otherId(mrn);
  return mrn === null ? null : other === null ? [mrn] : [mrn, other];
}

/** The value that stands for "has none". */
const NONE = 'none';

/**
 * Posts, captions and TAGS are compared as a whole, senders and addressees by words that they have; with `*` at its end a value is the
 * beginning of theirs. `none` fits a cable without any.
 */
function textTest(on: TextField, values: readonly Value[]): Test {
  const orNone = values.some(({ text, quoted }) => !quoted && text.toLowerCase() === NONE);
  const wanted = values.filter(({ text, quoted }) => quoted || text.toLowerCase() !== NONE);
  const isByWords = on === 'from' || on === 'to';
  const tests = wanted.map(({ text }): ((value: string) => boolean) => {
    const isBeginning = text.endsWith('*');
    const folds = formOf(on, isBeginning ? text.slice(0, -1) : text);
    if (isByWords) return value => ` ${formOf(on, value)}`.includes(` ${folds}`);
    if (isBeginning) return value => formOf(on, value).startsWith(folds);
    if (on !== 'post') return value => formOf(on, value) === folds;
    const key = postKey(folds);
    const other = otherName(key);
    return value => value === key || value === other;
  });
  return { on, orNone, fits: value => tests.some(test => test(value)) };
}

/** How a value is compared. A station's name has no blanks. */
function formOf(on: TextField, value: string): string {
  return on === 'post' ? folded(value).replaceAll(' ', '') : folded(value);
}

const LEVELS: readonly Classification[] = [
  'UNCLASSIFIED',
  'LIMITED OFFICIAL USE',
  'CONFIDENTIAL',
  'SECRET',
  'TOP SECRET',
];

const LEVEL_NAMES: ReadonlyMap<string, Classification> = new Map([
  ...LEVELS.flatMap(level => [[level, level] as const, [level.replaceAll(' ', ''), level] as const]),
  ['U', 'UNCLASSIFIED'],
  ['UNCLAS', 'UNCLASSIFIED'],
  ['LOU', 'LIMITED OFFICIAL USE'],
  ['C', 'CONFIDENTIAL'],
  ['S', 'SECRET'],
  ['TS', 'TOP SECRET'],
]);

function classTest(values: readonly Value[]): Test | string {
  const fitting = new Set<Classification | null>();
  for (const { text } of values) {
    if (text.toLowerCase() === NONE) {
      fitting.add(null);
      continue;
    }
    const { sign, rest } = comparison(text);
    const level = LEVEL_NAMES.get(folded(rest));
    if (!level) {
      const near = suggestionFor(folded(rest), LEVEL_NAMES.keys());
      const meant = near && LEVEL_NAMES.get(near)?.toLowerCase();
      return meant
        ? l10n.t('There is no classification {0}; did you mean {1}?', rest, meant)
        : l10n.t('There is no classification {0}; there are {1}.', rest, LEVELS.join(', ').toLowerCase());
    }
    for (const one of LEVELS)
      if (holds(sign, classificationRank(one) ?? 0, classificationRank(level) ?? 0)) fitting.add(one);
  }
  return { on: 'class', fits: classification => fitting.has(classification) };
}

function yearTest(values: readonly Value[]): Test | string {
  const tests: ((year: number | null) => boolean)[] = [];
  for (const { text } of values) {
    if (text.toLowerCase() === NONE) {
      tests.push(year => year === null);
      continue;
    }
    const { sign, rest } = comparison(text);
    const [, first, last = first] = /^(\d{4})(?:-(\d{4})|\.\.(\d{4}))?$/.exec(rest.replace('..', '-')) ?? [];
    if (!first || (sign !== '=' && first !== last))
      return l10n.t(
        '{0} is not a year; write {1}, {2} or {3}.',
        text,
        'year:2007',
        'year:2005-2007',
        'year:>=2007',
      );
    const from = Number(first);
    const to = Number(last);
    tests.push(
      sign === '='
        ? year => year !== null && year >= from && year <= to
        : year => year !== null && holds(sign, year, from),
    );
  }
  return { on: 'year', fits: year => tests.some(test => test(year)) };
}

/** `before` is up to the start of the day, month or year; `after` is from its start on. */
function timeTest(field: 'before' | 'after', values: readonly Value[]): Test | string {
  const instants: number[] = [];
  for (const { text } of values) {
    const instant = startOf(text);
    if (instant === null)
      return l10n.t(
        '{0} is not a date; write year, month and day: {1}:2007-06-01, {1}:2007-06 or {1}:2007.',
        text,
        field,
      );
    instants.push(instant);
  }
  const limit = field === 'before' ? Math.max(...instants) : Math.min(...instants);
  return { on: 'time', fits: field === 'before' ? at => at < limit : at => at >= limit };
}

/** The instant at which a day, a month or a year begins, UTC; null for what is none. */
function startOf(text: string): number | null {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T(\d\d):(\d\d)Z?)?$/i.exec(text);
  if (!match) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = match
    .slice(1)
    .map(part => part && Number(part));
  const instant = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
  const date = new Date(instant);
  const isReal =
    date.getUTCFullYear() === Number(year) &&
    date.getUTCMonth() === Number(month) - 1 &&
    date.getUTCDate() === Number(day);
  return isReal ? instant : null;
}

type Sign = '=' | '>' | '>=' | '<' | '<=';

function comparison(text: string): { readonly sign: Sign; readonly rest: string } {
  const [, sign = '=', rest = ''] = /^(>=|<=|≥|≤|>|<|=)?\s*(.*)$/s.exec(text) ?? [];
  const plain = sign === '≥' ? '>=' : sign === '≤' ? '<=' : sign;
  return { sign: plain as Sign, rest };
}

function holds(sign: Sign, value: number, limit: number): boolean {
  switch (sign) {
    case '=':
      return value === limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
  }
}
