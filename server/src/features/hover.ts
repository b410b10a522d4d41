import * as l10n from '@vscode/l10n';
import type { CableEntry } from '../archive/snapshot';
import { splitMrn } from '../cable/identity';
import type { Cable, Mention, Reference } from '../cable/model';
import { showTime } from '../text/dates';
import { type Span, touches } from '../text/span';
import { absentInShort } from './absentCable';
import { type Citing, citingAt, type Inference } from './citing';
import { escapeMarkdown } from './markdown';
import { type Meaning, meaningAt } from './meanings';
import type { Reading } from './reading';
import { cutWords, firstWords } from './words';

export interface Hover extends Span {
  /** Markdown without HTML and without links; every word that comes from a cable is escaped. */
  readonly markdown: string;
}

/** The most cables, and the most other references, that one hover describes. */
const CABLE_LIMIT = 8;

/**
 * What the user wants to know of the cable cited under the caret before going there, otherwise what the code there means. Null where
 * there is neither.
 */
export function hoverAt(reading: Reading, offset: number): Hover | null {
  const citing = citingAt(reading.cable, offset);
  if (citing) return hoverOnCiting(reading, citing, offset);
  const told = meaningAt(reading.cable, offset);
  return told && { start: told.start, end: told.end, markdown: describeMeaning(told) };
}

function describeMeaning({ code, reading, notes }: Meaning): string {
  const first = reading === '' ? '' : ` · ${escapeMarkdown(reading)}`;
  return paragraphs(`**${escapeMarkdown(code)}**${first}`, ...notes.map(escapeMarkdown));
}

function hoverOnCiting(reading: Reading, citing: Citing, offset: number): Hover | null {
  const others = citing.items.filter(item => item.mrn === null);
  const shown = [
    ...citing.ids.slice(0, CABLE_LIMIT).map(id => describeCited(reading, citing, id, offset)),
    ...others.slice(0, CABLE_LIMIT).map(describeOther),
  ];
  if (shown.length === 0) return null;
  const more = citing.ids.length + others.length - shown.length;
  if (more > 0) shown.push(more === 1 ? l10n.t('and 1 more') : l10n.t('and {0} more', more));
  return { start: citing.start, end: citing.end, markdown: shown.join('\n\n---\n\n') };
}

function describeCited(reading: Reading, citing: Citing, id: string, offset: number): string {
  const year = describeYear(reading, citing, id, offset);
  const isNotal = citing.items.some(item => item.mrn === id && item.notal);
  const notal = isNotal ? l10n.t('NOTAL: not to, nor needed by, all addressees') : '';
  return describeCable(reading, id, [year, notal]);
}

/**
 * Subject, date, sender and markings of the cable `id` and the first words of its text, or what `words` gives instead of these where that is
 * not null; what is known of one that is not here. `uri` is the file of the cable that names it, if one does. `asides` are sentences about the place that names it.
 */
export function describeCable(
  { uri, snapshot, cableOf }: Pick<Reading, 'snapshot' | 'cableOf'> & { readonly uri: string | null },
  id: string,
  asides: readonly string[],
  words: (cable: Cable) => string | null = () => null,
): string {
  const entries = snapshot.find(id);
  const [entry] = entries;
  const [year = '', ...others] = asides;
  if (!entry) {
    const known = escapeMarkdown(absentInShort(snapshot, id, uri));
    return paragraphs(
      `**${escapeMarkdown(id)}** · ${escapeMarkdown(l10n.t('not in this workspace'))}`,
      year,
      known,
      ...others,
    );
  }
  const more = entries.length - 1;
  const cable = cableOf(entry.uri, entry.anchor.start);
  return paragraphs(
    title(entry),
    facts(entry),
    ...asides,
    alsoIn(more),
    cable ? (words(cable) ?? firstOf(cable)) : '',
  );
}

function alsoIn(files: number): string {
  if (files === 0) return '';
  return files === 1 ? l10n.t('also in 1 other file') : l10n.t('also in {0} other files', files);
}

function firstOf({ text, paragraphs: [first] }: Cable): string {
  return first ? escapeMarkdown(firstWords(text, first, 300)) : '';
}

function title({ mrn, subject }: CableEntry): string {
  const id = `**${escapeMarkdown(mrn ?? '')}**`;
  return subject ? `${id} · ${escapeMarkdown(subject)}` : id;
}

function facts({ instant, from, classification, captions }: CableEntry): string {
  const marks = [classification ?? '', ...captions].filter(mark => mark !== '').join(' ');
  return [instant === null ? '' : showTime(instant), from ?? '', marks]
    .filter(fact => fact !== '')
    .map(escapeMarkdown)
    .join(' · ');
}

/** Says of a year that is not printed with the reference under the caret where it comes from; otherwise nothing. */
function describeYear({ cable }: Reading, citing: Citing, id: string, offset: number): string {
  const named = (candidate: Reference | Mention) => candidate.mrn === id && candidate.yearSource !== null;
  const direct = cable.mentions.find(mention => named(mention) && touches(mention, offset));
  const source = (direct ?? citing.items.find(named))?.yearSource ?? 'printed';
  const parts = splitMrn(id);
  return source === 'printed' || !parts ? '' : yearFrom(source, parts.year);
}

/** What a year that is not printed with a reference was taken from (cable-format 10.4). */
function yearFrom(source: Inference, year: number): string {
  switch (source) {
    case 'inherited':
      return l10n.t('{0}, from the reference before it', year);
    case 'same-year':
      return l10n.t("{0}, inferred: this cable's own year", year);
    case 'year-before':
      return l10n.t("{0}, inferred: serial above this cable's own", year);
  }
}

function describeOther(item: Reference): string {
  const label = item.label ? `**${escapeMarkdown(item.label.value)}.** ` : '';
  return `${label}${escapeMarkdown(cutWords(item.value, 300))}`;
}

function paragraphs(...parts: readonly string[]): string {
  return parts.filter(part => part !== '').join('\n\n');
}
