import { actionPrecedence } from '../../cable/dateTimeGroup';
import { splitMrn } from '../../cable/identity';
import type { Cable, Paragraph } from '../../cable/model';
import { classificationOf } from '../../cable/record';
import { type Originator, originatorOf, placeName } from '../../reference/originators';
import { precedenceWord } from '../../reference/precedence';
import { monthName } from '../../text/dates';
import { asPrinted, headline, type Title } from './headline';
import {
  type CitationChoice,
  type CitedSource,
  citedSource,
  DEFAULT_CHOICE,
  type Provenance,
} from './source';

/** What a note says of one telegram; null if the copy does not tell. */
export interface CitedTelegram {
  readonly mrn: string | null;
  /** The message number of the originator in its year. */
  readonly serial: number | null;
  readonly from: Originator | null;
  readonly to: Originator | null;
  readonly title: Title | null;
  readonly date: CalendarDate | null;
  /** `1550Z` */
  readonly time: string | null;
  /** `Confidential`, as the telegram was marked. */
  readonly classification: string | null;
  /** `Priority` */
  readonly precedence: string | null;
  /** `Noforn`, `Exdis` … */
  readonly captions: readonly string[];
  /** The paragraph cited; null for the telegram as a whole. */
  readonly paragraph: number | null;
  /** Where it can be looked up. */
  readonly source: CitedSource | null;
}

/** A day of the calendar, UTC; `month` from 1. A copy without a date-time group may tell the year alone. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** What a citation says of `cable`, or of one paragraph of it. `provenance` is what an import noted of its file. */
export function citedTelegram(
  cable: Cable,
  paragraph: Paragraph | null,
  choice: CitationChoice = DEFAULT_CHOICE,
  provenance: Provenance | null = null,
): CitedTelegram {
  const { transmission, mrn } = cable;
  const parts = mrn === null ? null : splitMrn(mrn);
  const sender = transmission.from?.value ?? null;
  const classification = classificationOf(cable);
  const [addressee] = transmission.to;
  const instant = transmission.dtg?.instant ?? null;
  const action = actionPrecedence(transmission.dtg);
  return {
    mrn,
    serial: parts?.serial ?? null,
    from: sender ? originatorOf(sender) : parts && { office: null, name: placeName(parts.post) },
    to: addressee ? originatorOf(addressee.name.value) : null,
    title: titleOf(cable, choice),
    date: dateOf(instant) ?? (parts && { year: parts.year, month: null, day: null }),
    time: instant === null ? null : `${new Date(instant).toISOString().slice(11, 16).replace(':', '')}Z`,
    classification: classification && capitalised(classification),
    precedence: action && capitalised(precedenceWord(action.value)),
    captions: [...new Set(cable.captions.map(({ value }) => capitalised(value)))],
    paragraph: paragraph?.number ?? null,
    source: citedSource(mrn, cable.release, provenance, choice.source),
  };
}

function titleOf({ subject, text, body }: Cable, { headlineCase }: CitationChoice): Title | null {
  if (!subject) return null;
  return headlineCase ? headline(subject.value, text.slice(body.start, body.end)) : asPrinted(subject.value);
}

/** `January 24, 2007`; the year alone where no more is known. */
export function showDate({ year, month, day }: CalendarDate): string {
  return month === null || day === null ? String(year) : `${monthName(month)} ${day}, ${year}`;
}

function dateOf(instant: number | null): CalendarDate | null {
  if (instant === null) return null;
  const date = new Date(instant);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function capitalised(words: string): string {
  return words.charAt(0) + words.slice(1).toLowerCase();
}
