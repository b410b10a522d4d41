import { bibtexEntry } from '../features/bibliography/bibtex';
import { cslItem } from '../features/bibliography/csl';
import { citedTelegram } from '../features/bibliography/telegram';
import type { ExportFormat } from './exportFormat';

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
