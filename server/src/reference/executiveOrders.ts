import * as l10n from '@vscode/l10n';
import { oneLetterAway } from './nearIndex';

/** An executive order on classification, with the UTC days between which it was in force; `until` null while it is. */
export interface ExecutiveOrderRow {
  readonly number: string;
  readonly from: string;
  readonly until: string | null;
  /** How it stands to another order, in a sentence, if there is anything to say. */
  readonly note?: () => string;
}

/**
 * Issue dates from the Federal Register; days of coming into force from general knowledge, hence the grace that checks
 * allow. 13292 amended 12958 and ran beside it.
 */
export const executiveOrders: readonly ExecutiveOrderRow[] = [
  { number: '10501', from: '1953-12-15', until: '1972-05-31' },
  { number: '11652', from: '1972-06-01', until: '1978-11-30' },
  { number: '12065', from: '1978-12-01', until: '1982-07-31' },
  { number: '12356', from: '1982-08-01', until: '1995-10-13' },
  {
    number: '12958',
    from: '1995-10-14',
    until: '2010-06-26',
    note: () => l10n.t('13292 amended it from March 2003.'),
  },
  {
    number: '13292',
    from: '2003-03-25',
    until: '2010-06-26',
    note: () => l10n.t('It amended 12958 and ran beside it.'),
  },
  { number: '13526', from: '2010-06-27', until: null },
];

const byNumber = new Map(executiveOrders.map(order => [order.number, order]));

/** Words of an E.O. line and what they say (cable-format 3.9 and 6). */
const readings: ReadonlyMap<string, () => string> = new Map([
  ['GDS', () => l10n.t('general declassification schedule')],
  ['XGDS', () => l10n.t('exempt from the general declassification schedule')],
  ['N/A', () => l10n.t('not classified: there is nothing to declassify')],
]);

/** What a word of an E.O. line says, with or without the number of a category (`XGDS 2`); null if that is not known. */
export function declassificationReading(word: string): string | null {
  return readings.get(word.toUpperCase().replace(/[ -]?\d$/, ''))?.() ?? null;
}

/** The order with this number, or null if no such order is about classification. */
export function executiveOrder(number: string): ExecutiveOrderRow | null {
  return byNumber.get(number) ?? null;
}

/** The order that a wrong number probably means: the same digits in another order, or one digit away; otherwise null. */
export function nearestOrder(number: string): string | null {
  if (byNumber.has(number)) return null;
  const near = executiveOrders.filter(order => oneLetterAway(order.number, number));
  const permuted = executiveOrders.filter(order => sortedDigits(order.number) === sortedDigits(number));
  const [match, second] = permuted.length > 0 ? permuted : near;
  if (match && !second) return match.number;
  return MISPRINTS.get(number) ?? null;
}

/** Misprints met in published telegrams that are further away. */
const MISPRINTS: ReadonlyMap<string, string> = new Map([['19523', '12958']]);

function sortedDigits(number: string): string {
  return [...number].sort().join('');
}
