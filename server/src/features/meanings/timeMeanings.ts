import { splitMrn } from '../../cable/identity';
import type { Cable } from '../../cable/model';
import { postKey } from '../../reference/posts';
import { placeOf, postOfAddress } from '../../reference/routing';
import { zoneOf } from '../../reference/zones';

/** `Wednesday, 24 January 2007`. `instant` is milliseconds since 1970, the day that of UTC. */
export function dayInWords(instant: number): string {
  return dayIn('UTC', instant);
}

/** `Wednesday, 24 January 2007, 15:50 UTC` */
export function instantInWords(instant: number): string {
  return `${dayInWords(instant)}, ${clockIn('UTC', instant)} UTC`;
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
  const weekday = day.slice(0, day.indexOf(','));
  return `At ${placeOf(post)} ${day === dayInWords(instant) ? weekday : day}, ${clockIn(zone, instant)}`;
}

function postOf({ mrn, classLine, transmission }: Cable): string | null {
  const named = mrn === null ? null : splitMrn(mrn);
  if (named) return named.post;
  if (classLine?.post) return postKey(classLine.post.value);
  return transmission.from ? postOfAddress(transmission.from.value) : null;
}

/** Formats are slow to make and quick to use. */
const formats = new Map<string, Intl.DateTimeFormat>();

function dayIn(zone: string, instant: number): string {
  return format(zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, instant);
}

function clockIn(zone: string, instant: number): string {
  return format(zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, instant);
}

function format(zone: string, parts: Intl.DateTimeFormatOptions, instant: number): string {
  const key = `${zone} ${Object.keys(parts).join()}`;
  let made = formats.get(key);
  if (!made) {
    // Parts are put together here, for the order and the commas of a locale change between versions of its data.
    made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...parts });
    formats.set(key, made);
  }
  const found = new Map(made.formatToParts(instant).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? '';
  return found.has('hour')
    ? `${part('hour')}:${part('minute')}`
    : `${part('weekday')}, ${part('day')} ${part('month')} ${part('year')}`;
}
