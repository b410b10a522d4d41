import type { Cable } from '../../cable/model';
import { bibtexEntry } from '../bibliography/bibtex';
import { cslItem, keyOf } from '../bibliography/csl';
import { type CitedTelegram, citedTelegram } from '../bibliography/telegram';
import type { ExportFormat } from './format';

/** One array of CSL-JSON items, for Zotero and other reference managers. */
export function cslJsonFormat(): ExportFormat {
  const entryOf = entries((telegram, key) => JSON.stringify(cslItem(telegram, key)));
  let isFirst = true;
  return {
    begin: '[',
    cable: (_record, cable) => {
      const item = entryOf(cable);
      if (item === '') return '';
      const between = isFirst ? '\n' : ',\n';
      isFirst = false;
      return between + item;
    },
    end: () => ['\n]\n'],
  };
}

/** BibTeX entries, one behind the other. */
export function bibtexFormat(): ExportFormat {
  const entryOf = entries(bibtexEntry);
  return { begin: '', cable: (_record, cable) => entryOf(cable), end: () => [] };
}

/**
 * Shows each cable once and each with a key of its own, for BibTeX takes no key twice: copies and sections of a cable are one entry, the
 * first; those without an id are numbered.
 */
function entries(show: (telegram: CitedTelegram, key: string) => string): (cable: Cable) => string {
  const seen = new Set<string>();
  let unnamed = 0;
  return cable => {
    const telegram = citedTelegram(cable, null);
    if (telegram.mrn === null) return show(telegram, keyOf(telegram) + (++unnamed === 1 ? '' : unnamed));
    if (seen.has(telegram.mrn)) return '';
    seen.add(telegram.mrn);
    return show(telegram, keyOf(telegram));
  };
}
