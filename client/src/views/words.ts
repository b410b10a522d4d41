import { env, l10n } from 'vscode';
import type { CableEntry } from '../../../server/src/lsp/messages';
import { dayIn, numberIn } from '../page/words';

/** `2,660`, in the user's own language. */
export function numberOf(value: number): string {
  return numberIn(value, env.language);
}

/** `2,660`, or `first 285 of 2,660` where not all are shown. */
export function shownOf(shown: number, total: number): string {
  return shown < total ? l10n.t('first {0} of {1}', numberOf(shown), numberOf(total)) : numberOf(total);
}

/** `24 January 2007`, in the user's own language; empty if the copy does not tell. */
export function dayOf(instant: number | null): string {
  return instant === null ? '' : dayIn(instant, env.language);
}

/** Id, subject, sender, date and markings, a line each, as a tooltip. */
export function describe({ mrn, subject, from, instant, classification, captions }: CableEntry): string {
  const marks = [classification ?? '', ...captions].filter(mark => mark !== '').join(' ');
  return [mrn ?? '', subject ?? '', from ?? '', dayOf(instant), marks].filter(line => line !== '').join('\n');
}

/** Date, classification and subject, as far as they are known. */
export function inShort({ mrn, instant, classification, subject }: CableEntry): string {
  const parts = [dayOf(instant), classification ?? '', mrn === null ? '' : (subject ?? '')];
  return parts.filter(part => part !== '').join(' · ');
}

/** What a cable is called in a list: its id, otherwise its subject. */
export function nameOf({ mrn, subject }: Pick<CableEntry, 'mrn' | 'subject'>): string {
  return mrn ?? subject ?? l10n.t('(no id and no subject)');
}
