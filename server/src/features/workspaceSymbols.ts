import * as l10n from '@vscode/l10n';
import type { Capped, Snapshot } from '../archive/snapshot';
import type { Location } from './reading';

/** The most symbols that one answer lists. */
const SYMBOL_LIMIT = 500;

export interface CableSymbol extends Location {
  /** Id and subject, so that an editor that filters by name finds either. */
  readonly name: string;
  /** Where it comes from: `AMEMBASSY MUSCAT`; empty if the copy does not tell. */
  readonly container: string;
}

/** The cables whose id or subject fits `query`, best first, each at its classification line. */
export function symbolsFor(snapshot: Snapshot, query: string, limit = SYMBOL_LIMIT): Capped<CableSymbol> {
  const { items, truncated } = snapshot.search(query, limit);
  const symbols = items.map(({ mrn, subject, from, uri, anchor }) => ({
    name: [mrn, subject].filter(part => part !== null).join(' ') || l10n.t('(no id and no subject)'),
    container: from ?? '',
    uri,
    range: anchor,
  }));
  return { items: symbols, truncated };
}
