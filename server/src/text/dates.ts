const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `January` for 1. */
export function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** `24 January 2007`, the form in which a day is shown everywhere. `instant` is milliseconds since 1970, the day that of UTC. */
export function showDay(instant: number): string {
  const date = new Date(instant);
  return `${date.getUTCDate()} ${monthName(date.getUTCMonth() + 1)} ${date.getUTCFullYear()}`;
}

/** `24 January 2007, 15:50 UTC` */
export function showTime(instant: number): string {
  return `${showDay(instant)}, ${new Date(instant).toISOString().slice(11, 16)} UTC`;
}
