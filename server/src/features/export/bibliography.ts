import { bibtexEntry } from '../bibliography/bibtex';
import { cslItem } from '../bibliography/csl';
import { citedTelegram } from '../bibliography/telegram';
import type { ExportFormat } from './format';

/** One array of CSL-JSON items, for Zotero and other reference managers. */
export function cslJsonFormat(): ExportFormat {
  let isFirst = true;
  return {
    begin: '[',
    cable: (_record, cable) => {
      const between = isFirst ? '\n' : ',\n';
      isFirst = false;
      return between + JSON.stringify(cslItem(citedTelegram(cable, null)));
    },
    end: () => ['\n]\n'],
  };
}

/** BibTeX entries, one behind the other. */
export function bibtexFormat(): ExportFormat {
  return {
    begin: '',
    cable: (_record, cable) => bibtexEntry(citedTelegram(cable, null)),
    end: () => [],
  };
}
