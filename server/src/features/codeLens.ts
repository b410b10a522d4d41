import * as l10n from '@vscode/l10n';
import type { Cable } from '../cable/model';
import type { Span } from '../text/span';
import { cableStateOf } from './cableState';
import type { Reading } from './reading';

/** Where the lenses of a cable stand: its subject, otherwise its classification line. Null where it has neither. */
export function lensPlaceOf({ subject, classLine }: Cable): Span | null {
  return subject?.keyword ?? classLine;
}

export type LensKind = 'citedBy' | 'cites' | 'notedIn';

/** The lenses that every cable has, in order. */
export const LENSES: readonly LensKind[] = ['citedBy', 'cites'];

/** The lenses of a cable that `noted` notes name. */
export function lensesOf(noted: number): readonly LensKind[] {
  return noted > 0 ? [...LENSES, 'notedIn'] : LENSES;
}

/** What a lens of a cable says, counted in the archive. */
export interface LensText {
  /** `cited by 3`, `cites 4 (2 here)`, `noted in 1` */
  readonly title: string;
  /** Whether there is anything to list. */
  readonly leads: boolean;
}

/**
 * Who cites the open cable, or what it cites and how many of that are in the workspace. `noted` is how many notes name it.
 */
export function lensTextOf(reading: Reading, kind: LensKind, noted = 0): LensText {
  if (kind === 'notedIn')
    return {
      title: l10n.t({
        message: 'noted in {0}',
        args: [noted],
        comment: '{0} is how many notes name the cable.',
      }),
      leads: noted > 0,
    };
  const { citedBy, cites, citesHere } = cableStateOf(reading);
  if (kind === 'citedBy')
    return {
      title: l10n.t({
        message: 'cited by {0}',
        args: [citedBy],
        comment: '{0} is how many cables cite this one.',
      }),
      leads: citedBy > 0,
    };
  const title =
    cites === 0
      ? l10n.t('cites 0')
      : l10n.t({
          message: 'cites {0} ({1} here)',
          args: [cites, citesHere],
          comment: '{0} is how many cables this one cites, {1} how many of them are in the folder.',
        });
  return { title, leads: cites > 0 };
}
