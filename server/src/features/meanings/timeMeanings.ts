import * as l10n from '@vscode/l10n';
import { splitMrn } from '../../cable/identity';
import type { Cable } from '../../cable/model';
import { postKey } from '../../reference/posts';
import { placeOf, postOfAddress } from '../../reference/routing';
import { zoneOf } from '../../reference/zones';
import { localDateFormat } from '../../text/displayLanguage';

/** `Wednesday, 24 January 2007`, or as in the display language. `instant` is milliseconds since 1970, the day that of UTC. */
export function dayInWords(instant: number): string {
  return dayIn('UTC', instant);
}

/** `Wednesday, 24 January 2007, 15:50 UTC` */
export function instantInWords(instant: number): string {
  return (
    localDateFormat({ ...DAY, ...CLOCK, timeZoneName: 'short' })?.format(instant) ??
    `${dayInWords(instant)}, ${clockIn('UTC', instant)} UTC`
  );
}

/** `October 1995` */
export function monthInWords(instant: number): string {
  return (
    localDateFormat({ month: 'long', year: 'numeric' })?.format(instant) ??
    dayInWords(instant).split(' ').slice(2).join(' ')
  );
}

/**
 * The weekday and the time on the clock at the post that sent `cable`: `At TEL AVIV Wednesday, 17:50`, with the day of the month
 * where it is another one there than in UTC. Empty where the post or its time zone is not known.
 */
export function localTimeInWords(cable: Cable, instant: number): string {
  const post = postOf(cable);
  const zone = post === null ? null : zoneOf(post);
  if (post === null || zone === null) return '';
  const day = dayIn(zone, instant);
  const when = day === dayInWords(instant) ? weekdayIn(zone, instant) : day;
  return l10n.t({
    message: 'At {0} {1}, {2}',
    args: [placeOf(post), when, clockIn(zone, instant)],
    comment:
      '{0} is a city in capitals, {1} a weekday or a whole date, {2} a time of day: At TEL AVIV Wednesday, 17:50',
  });
}

function postOf({ mrn, classLine, transmission }: Cable): string | null {
  const named = mrn === null ? null : splitMrn(mrn);
  if (named) return named.post;
  if (classLine?.post) return postKey(classLine.post.value);
  return transmission.from ? postOfAddress(transmission.from.value) : null;
}

const DAY: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
const CLOCK: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };

function dayIn(zone: string, instant: number): string {
  const local = localDateFormat({ ...DAY, timeZone: zone });
  if (local) return local.format(instant);
  // Parts are put together here, for the order and the commas of a locale change between versions of its data.
  const part = partsIn(zone, DAY, instant);
  return `${part('weekday')}, ${part('day')} ${part('month')} ${part('year')}`;
}

function weekdayIn(zone: string, instant: number): string {
  const local = localDateFormat({ weekday: 'long', timeZone: zone });
  return local ? local.format(instant) : partsIn(zone, DAY, instant)('weekday');
}

function clockIn(zone: string, instant: number): string {
  const local = localDateFormat({ ...CLOCK, timeZone: zone });
  if (local) return local.format(instant);
  const part = partsIn(zone, CLOCK, instant);
  return `${part('hour')}:${part('minute')}`;
}

/** Formats are slow to make and quick to use. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The parts of an instant in English. */
function partsIn(zone: string, parts: Intl.DateTimeFormatOptions, instant: number) {
  const key = `${zone} ${Object.keys(parts).join()}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...parts });
    formats.set(key, made);
  }
  const found = new Map(made.formatToParts(instant).map(({ type, value }) => [type, value]));
  return (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? '';
}
