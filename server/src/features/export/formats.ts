import { bibtexFormat, cslJsonFormat } from './bibliography';
import { csvFormat } from './csv';
import { type ExportFormat, ndjsonFormat } from './format';
import { graphmlFormat } from './graphml';

export type ExportName = 'ndjson' | 'csv' | 'graphml' | 'csl-json' | 'bibtex';

/** The formats in which cables are exported, each for one run. */
export const exportFormats: Readonly<Record<ExportName, () => ExportFormat>> = {
  ndjson: ndjsonFormat,
  csv: csvFormat,
  graphml: graphmlFormat,
  'csl-json': cslJsonFormat,
  bibtex: bibtexFormat,
};
