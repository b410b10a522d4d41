import type { CableRecord, ReferenceRecord } from '../../cable/record';
import { csvRow } from '../../text/csv';
import type { RecordFormat } from './format';

type Cell = string | number | boolean | null;

/** The columns by name, in their order; a list is one cell. */
const columns: Readonly<Record<string, (record: CableRecord) => Cell | readonly string[]>> = {
  file: record => record.file,
  mrn: record => record.mrn,
  yearInferred: record => record.yearInferred,
  dialect: record => record.dialect,
  dtg: record => record.dtg,
  precedence: record => record.precedence,
  classification: record => record.classification,
  captions: record => record.captions,
  section: ({ section }) => section && `${section.n} of ${section.of}`,
  post: record => record.post,
  from: record => record.from,
  to: record => record.to.map(({ name }) => name),
  info: record => record.info.map(({ name }) => name),
  executiveOrder: record => record.executiveOrder,
  declassifyOn: record => record.declassifyOn,
  tags: record => record.tags,
  subject: record => record.subject,
  references: record => record.references.map(labelled),
  referenceIds: record => [...new Set(record.references.flatMap(({ mrn }) => mrn ?? []))],
  mentions: record => [...new Set(record.mentions.flatMap(({ mrn }) => mrn ?? []))],
  classifiedBy: record => record.classifiedBy,
  reasons: record => record.reasons,
  headings: record => record.headings.map(({ text }) => text),
  paragraphs: record => record.paragraphs.length,
  signature: record => record.signature,
};

/** A table with a head and a row for each cable, as RFC 4180 has it: commas, quotation marks where needed, CR LF. */
export function csvFormat(): RecordFormat {
  const read = Object.values(columns);
  return {
    begin: csvRow(Object.keys(columns)),
    cable: record => csvRow(read.map(column => column(record))),
    end: () => [],
  };
}

/** `B. 07MUSCAT73`; where it is not a cable, its text. */
function labelled({ label, mrn, text }: ReferenceRecord): string {
  return label === null ? (mrn ?? text) : `${label}. ${mrn ?? text}`;
}
