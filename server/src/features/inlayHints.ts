import * as l10n from '@vscode/l10n';
import { splitMrn } from '../cable/identity';
import type { Cable, Mention, Reference } from '../cable/model';
import { type Span, touches } from '../text/span';
import type { Inference } from './citing';
import type { Reading } from './reading';
import { cutWords } from './words';

/** Which hints are wanted. */
export interface HintChoice {
  readonly paragraphNumbers: boolean;
  readonly years: boolean;
  readonly subjects: boolean;
}

export const ALL_HINTS: HintChoice = { paragraphNumbers: true, years: true, subjects: true };

/** A few words that the editor shows within the text, at an offset. */
export interface Hint {
  readonly at: number;
  readonly label: string;
  readonly tooltip: string;
  /** Whether it belongs to what stands before it or after it. */
  readonly side: 'before' | 'behind';
}

/** The longest subject, in UTF-16 code units. */
const SUBJECT_LENGTH = 40;

/** What a copy hides and the archive knows, in the order of the text, for the part of the cable that `range` covers. */
export function hintsOf(reading: Reading, range: Span, choice: HintChoice): readonly Hint[] {
  const { cable } = reading;
  const items = (cable.references?.items ?? []).filter(item => touches(range, item.start));
  const mentions = cable.mentions.filter(({ form, start }) => form === 'id' && touches(range, start));
  return [
    ...(choice.paragraphNumbers ? numberHints(cable, range) : []),
    ...(choice.years ? [...items, ...mentions].flatMap(yearHint) : []),
    ...(choice.subjects ? items.flatMap(item => subjectHint(reading, item)) : []),
  ].sort((a, b) => a.at - b.at);
}

/** A number that is not the one printed; what a copy marks as its own, as in `[1](#)3.`, misleads nobody. */
function numberHints({ paragraphs }: Cable, range: Span): readonly Hint[] {
  return paragraphs.flatMap(({ number, printed, trust }): Hint[] => {
    if (number === null || trust === 'printed' || !touches(range, printed.start)) return [];
    if (/\d+(?=\D*$)/.exec(printed.value)?.[0] === String(number)) return [];
    const tooltip =
      trust === 'guessed'
        ? l10n.t('The number is lost in this copy')
        : l10n.t('What the number printed here stands for');
    return [{ at: printed.start, label: `¶${number}`, tooltip, side: 'before' }];
  });
}

/** What a year was taken from (cable-format 10.4). */
const YEAR_FROM: Readonly<Record<Inference, () => string>> = {
  inherited: () => l10n.t('Year from the reference before it'),
  'same-year': () => l10n.t("Year inferred: this cable's own year"),
  'year-before': () => l10n.t("Year inferred: serial above this cable's own"),
};

/** A year that is not printed with the reference. */
function yearHint(named: Reference | Mention): readonly Hint[] {
  const { mrn, yearSource } = named;
  if (mrn === null || yearSource === null || yearSource === 'printed') return [];
  const parts = splitMrn(mrn);
  if (!parts) return [];
  const at = 'post' in named && named.post ? named.post.start : named.start;
  return [{ at, label: String(parts.year), tooltip: YEAR_FROM[yearSource](), side: 'before' }];
}

function subjectHint({ uri, snapshot }: Reading, { mrn, end }: Reference): readonly Hint[] {
  const [entry] = mrn === null ? [] : snapshot.find(mrn);
  if (!entry?.subject || entry.uri === uri) return [];
  return [
    { at: end, label: cutWords(entry.subject, SUBJECT_LENGTH), tooltip: entry.subject, side: 'behind' },
  ];
}
