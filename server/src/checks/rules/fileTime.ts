import type { Cable } from '../../cable/model';
import { type Span, textOf } from '../../text/span';
import { DAY, fileInstant, MINUTE } from './instants';

/** The file time of the DE line and the date-time group, both readable. */
export interface FileTime {
  readonly span: Span;
  readonly printed: string;
  /** Milliseconds since 1970, UTC. */
  readonly filed: number;
  readonly dtg: number;
  readonly dtgSpan: Span;
  /** X2: fits; or later by one to thirty days, probably a retransmission; or cannot be the same message's. */
  readonly verdict: 'fits' | 'late' | 'mismatch';
}

/**
 * Compares the file time with the date-time group (X2); null if one of them is missing or cannot be read. The file
 * time names no year.
 */
export function compareFileTime({ transmission: { de, dtg } }: Cable): FileTime | null {
  if (!de?.fileTime || !dtg?.time || dtg.instant === null || dtg.year === null) return null;
  const filed = likeliest(de.fileTime.value, dtg.year, dtg.instant);
  if (filed === null) return null;
  return {
    span: de.fileTime,
    printed: de.fileTime.value,
    filed,
    dtg: dtg.instant,
    dtgSpan: dtg.time,
    verdict: verdictOn(filed - dtg.instant),
  };
}

/** The file time in the year of the date-time group, unless it only fits in the year after or, by minutes, before. */
function likeliest(fileTime: string, year: number, dtg: number): number | null {
  for (const candidate of [year, year + 1, year - 1]) {
    const filed = fileInstant(fileTime, candidate);
    if (filed !== null && verdictOn(filed - dtg) !== 'mismatch') return filed;
  }
  return fileInstant(fileTime, year);
}

/** Whether the printed time of day would fit on the day of the date-time group. */
export function fitsOnTheDay({ filed, dtg }: FileTime): boolean {
  const day = dtg - (dtg % DAY);
  return verdictOn(day + (filed % DAY) - dtg) === 'fits';
}

function verdictOn(delay: number): FileTime['verdict'] {
  const anotherDayAtTheSameTime = delay !== 0 && delay % DAY === 0;
  if (delay < -2 * MINUTE || anotherDayAtTheSameTime || delay > 30 * DAY) return 'mismatch';
  return delay > DAY ? 'late' : 'fits';
}

/** Whether the header says that this is a repetition, a corrected version or a suspected duplicate. */
export function saysRetransmitted({ text, transmission: { security, dtg } }: Cable): boolean {
  const notes = `${security ? textOf(text, security) : ''} ${dtg?.tail?.value ?? ''}`;
  return /\b(?:ZDK|ZDS|ZFD)\b/.test(notes);
}
