/** Operating signals of the header, prosigns, and words of notes behind them, and what they mean (cable-format 9.2), upper case. */
const readings: ReadonlyMap<string, string> = new Map([
  ['DE', 'from'],
  ['ZNR', 'may be sent in the clear'],
  ['ZNY', 'handle as classified'],
  ['ZZH', 'an operating signal on most traffic of the Department; no public document tells its meaning'],
  ['ZZK', 'for stations that are not manned day and night, where delivery must be immediate'],
  ['ZFF', 'inform me when received'],
  ['ZDK', 'a repetition in answer to a request'],
  ['ZDS', 'a corrected version of a message just sent'],
  ['ZFD', 'a suspected duplicate'],
  ['ZUI', 'your attention is invited to what follows'],
  ['ZEN', 'delivered by other means'],
  ['ZFR', 'cancel transmission'],
  ['CTG', 'begins a note on what is repeated'],
  ['CITE', 'begins a note on what is repeated, or a message number'],
  ['BT', 'break: begins and ends the text'],
  ['NNNN', 'end of the message'],
  ['AR', 'end of the transmission'],
  ['XMT', 'addressees of a collective that do not get it'],
]);

/** Signals that stand on a line of their own. */
const lone: ReadonlySet<string> = new Set(['BT', 'NNNN', 'AR']);

/** Whether a signal stands on a line of its own, outside the lines of the header too. */
export function isLoneSignal(signal: string): boolean {
  return lone.has(signal);
}

/** What an operating signal means, with or without the number after it (`ZFF4`); null if that is not known. */
export function signalReading(signal: string): string | null {
  return readings.get(signal.toUpperCase().replace(/-?\d+$/, '')) ?? null;
}
