import * as l10n from '@vscode/l10n';
import type { Capped, Snapshot } from '../archive/snapshot';
import { shortYear, splitMrn } from '../cable/identity';
import { localDateFormat } from '../text/displayLanguage';
import { showDate as citedDate } from './bibliography/telegram';
import { citedByCount } from './cableState';
import { type CitationItem, citedByList } from './citationList';
import { type ProbableDates, probableDatesOf } from './probableDates';
import type { Reading } from './reading';

/** The most citing places that are told of a cable that is not here. */
const CITING_LIMIT = 200;

/** What an archive knows of a cable that it does not hold. */
export interface AbsentCable {
  readonly mrn: string;
  readonly dates: ProbableDates;
  /** In words: `between January 24, 2007 and February 7, 2007`. */
  readonly when: string;
  /** How many cables cite it. */
  readonly count: number;
  /** The places that do, with whole sentences. */
  readonly citing: Capped<CitationItem>;
  /** One line that names it, for a request or the search form of an archive. */
  readonly request: string;
}

/** What is known of the cable `mrn`; null for one that is here, and for what is no id. Reads the files that cite it. */
export function absentCableOf(
  reading: Pick<Reading, 'snapshot' | 'cableOf'>,
  mrn: string,
): AbsentCable | null {
  const { snapshot } = reading;
  const dates = probableDatesOf(snapshot, mrn);
  if (!dates || snapshot.find(mrn).length > 0) return null;
  const citing = citedByList(reading, mrn, { limit: CITING_LIMIT, sentenceLength: Number.POSITIVE_INFINITY });
  const span = spanOf(dates);
  return {
    mrn,
    dates,
    when: inWords(span),
    count: citingCables(snapshot, mrn).length,
    citing,
    request: requestFor(mrn, span, snapshot),
  };
}

/** In short, for a reader of the cable in the file `uri`, or of none: probable dates, and how many other cables cite it. */
export function absentInShort(snapshot: Snapshot, mrn: string, uri: string | null): string {
  const dates = probableDatesOf(snapshot, mrn);
  const count = citedByCount(snapshot, { mrn, uri });
  const [one, many] =
    uri === null
      ? [l10n.t('cited by 1 cable'), l10n.t('cited by {0} cables', count)]
      : [l10n.t('also cited by 1 other cable'), l10n.t('also cited by {0} other cables', count)];
  return [dates ? probablySent(spanOf(dates)) : '', count === 0 ? '' : count === 1 ? one : many]
    .filter(part => part !== '')
    .join(' · ');
}

/** `Department of State telegram 06 STATE 203034, sent between …; cited in 07 MUSCAT 73.`: English, for it is written to an archive that is. */
function requestFor(mrn: string, span: DateSpan, snapshot: Snapshot): string {
  const id = splitMrn(mrn);
  const [first] = citingCables(snapshot, mrn);
  const cited = first ? `; cited in ${spaced(first)}` : '';
  return `Department of State telegram ${spaced(mrn)} (post ${id?.post}, number ${id?.serial}, year ${id?.year}), probably sent ${inEnglish(span)}${cited}.`;
}

function citingCables(snapshot: Snapshot, mrn: string): readonly string[] {
  return [...new Set(snapshot.citedBy(mrn).items.map(({ source }) => source.mrn ?? source.uri))];
}

/** `07 MUSCAT 73`, as it is printed. */
function spaced(mrn: string): string {
  const id = splitMrn(mrn);
  return id ? `${shortYear(id.year)} ${id.post} ${id.serial}` : mrn;
}

/** The days from `first` to `last`, or one whole `year`. */
type DateSpan = { readonly year: number } | { readonly first: number; readonly last: number };

function spanOf({ earliest, latest, before, after }: ProbableDates): DateSpan {
  const isWholeYear = before === null && after === null && isYear(earliest, latest);
  return isWholeYear
    ? { year: new Date(earliest).getUTCFullYear() }
    : { first: startOfDay(earliest), last: startOfDay(latest) };
}

function inWords(span: DateSpan): string {
  if ('year' in span) return l10n.t({ message: 'in {0}', args: [span.year], comment: '{0} is a year.' });
  const { first, last } = span;
  return first === last
    ? l10n.t({ message: 'on {0}', args: [showDate(first)], comment: '{0} is a day.' })
    : l10n.t({
        message: 'between {0} and {1}',
        args: [showDate(first), showDate(last)],
        comment: '{0} and {1} are days.',
      });
}

function probablySent(span: DateSpan): string {
  if ('year' in span) return l10n.t('probably sent in {0}', span.year);
  const { first, last } = span;
  return first === last
    ? l10n.t('probably sent on {0}', showDate(first))
    : l10n.t('probably sent between {0} and {1}', showDate(first), showDate(last));
}

function inEnglish(span: DateSpan): string {
  if ('year' in span) return `in ${span.year}`;
  const [first, last] = [englishDate(span.first), englishDate(span.last)];
  return first === last ? `on ${first}` : `between ${first} and ${last}`;
}

function isYear(earliest: number, latest: number): boolean {
  const start = new Date(earliest);
  const year = start.getUTCFullYear();
  return earliest === Date.UTC(year, 0, 1) && latest === Date.UTC(year + 1, 0, 1) - 1;
}

function startOfDay(instant: number): number {
  return new Date(instant).setUTCHours(0, 0, 0, 0);
}

function showDate(instant: number): string {
  return localDateFormat({ dateStyle: 'long' })?.format(instant) ?? englishDate(instant);
}

function englishDate(instant: number): string {
  const date = new Date(instant);
  return citedDate({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
}
