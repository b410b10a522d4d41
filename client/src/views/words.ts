import { l10n } from 'vscode';
import type { CableEntry } from '../../../server/src/lsp/messages';

/** `24 January 2007`, in the user's own language; empty if the copy does not tell. */
export function dayOf(instant: number | null): string {
  if (instant === null) return '';
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone: 'UTC' }).format(instant);
}

/** Id, subject, sender, date and markings, a line each, as a tooltip. */
export function describe({ mrn, subject, from, instant, classification, captions }: CableEntry): string {
  const marks = [classification ?? '', ...captions].filter(mark => mark !== '').join(' ');
  return [mrn ?? '', subject ?? '', from ?? '', dayOf(instant), marks].filter(line => line !== '').join('\n');
}

/** What a cable is called in a list: its id, otherwise its subject. */
export function nameOf({ mrn, subject }: Pick<CableEntry, 'mrn' | 'subject'>): string {
  return mrn ?? subject ?? l10n.t('(no id and no subject)');
}
