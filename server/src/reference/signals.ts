/**
 * Operating signals of the header and what they mean (ACP 131 by way of cable-format 9.2), upper case. Signals whose meaning
 * was found in no public document, such as ZZH, are left out.
 */
const readings: ReadonlyMap<string, string> = new Map([
  ['DE', 'from'],
  ['ZNR', 'may be sent in the clear'],
  ['ZNY', 'handle as classified'],
  ['ZZK', 'for stations that are not manned day and night, where delivery must be immediate'],
  ['ZFF', 'inform me when received'],
  ['ZDK', 'a repetition in answer to a request'],
  ['ZDS', 'a corrected version of a message just sent'],
  ['ZFD', 'a suspected duplicate'],
  ['ZUI', 'your attention is invited to what follows'],
  ['ZEN', 'delivered by other means'],
  ['ZFR', 'cancel transmission'],
  ['XMT', 'addressees of a collective that do not get it'],
]);

/** What an operating signal means, with or without the number after it (`ZFF4`); null if that is not known. */
export function signalReading(signal: string): string | null {
  return readings.get(signal.toUpperCase().replace(/-?\d+$/, '')) ?? null;
}
