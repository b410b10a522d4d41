import * as l10n from '@vscode/l10n';

/** Operating signals of the header, prosigns, and words of notes behind them, and what they mean (cable-format 9.2), upper case. */
const readings: ReadonlyMap<string, () => string> = new Map([
  [
    'DE',
    () => l10n.t({ message: 'from', comment: 'What DE means: it stands before the station that sends.' }),
  ],
  ['ZNR', () => l10n.t('may be sent in the clear')],
  ['ZNY', () => l10n.t('handle as classified')],
  [
    'ZZH',
    () =>
      l10n.t('an operating signal on most traffic of the Department; no public document tells its meaning'),
  ],
  ['ZZK', () => l10n.t('for stations that are not manned day and night, where delivery must be immediate')],
  ['ZFF', () => l10n.t('inform me when received')],
  ['ZDK', () => l10n.t('a repetition in answer to a request')],
  ['ZDS', () => l10n.t('a corrected version of a message just sent')],
  ['ZFD', () => l10n.t('a suspected duplicate')],
  ['ZUI', () => l10n.t('your attention is invited to what follows')],
  ['ZEN', () => l10n.t('delivered by other means')],
  ['ZFR', () => l10n.t('cancel transmission')],
  ['CTG', () => l10n.t('begins a note on what is repeated')],
  ['CITE', () => l10n.t('begins a note on what is repeated, or a message number')],
  ['BT', () => l10n.t('break: begins and ends the text')],
  ['NNNN', () => l10n.t('end of the message')],
  ['AR', () => l10n.t('end of the transmission')],
  ['XMT', () => l10n.t('addressees of a collective that do not get it')],
]);

/** Signals that stand on a line of their own. */
const lone: ReadonlySet<string> = new Set(['BT', 'NNNN', 'AR']);

/** Whether a signal stands on a line of its own, outside the lines of the header too. */
export function isLoneSignal(signal: string): boolean {
  return lone.has(signal);
}

/** What an operating signal means, with or without the number after it (`ZFF4`); null if that is not known. */
export function signalReading(signal: string): string | null {
  return readings.get(signal.toUpperCase().replace(/-?\d+$/, ''))?.() ?? null;
}
