import type { ReportWords } from '../../../client/src/importing/report';

/** The words of a report in English. */
export const reportWords: ReportWords = {
  locale: 'en',
  inOne: { one: '1 telegram in {1}', several: '{0} telegrams in {1}' },
  inSeveral: { one: '1 telegram in {1} sources', several: '{0} telegrams in {1} sources' },
  there: { one: '1 is there already', several: '{0} are there already' },
  records: { one: '1 without text is only listed', several: '{0} without text are only listed' },
  damaged: { one: '1 row is damaged', several: '{0} rows are damaged' },
  refused: { one: '1 source could not be read', several: '{0} sources could not be read' },
  title: 'Import of cables',
  reason: english => english,
  into: 'Into {0}: {1} written, {2} there already, {3} damaged.',
  stopped: 'The import was stopped. Start it again to go on from there.',
  columns: ['source', 'kind', 'written', 'there already', 'without text', 'damaged'],
  moreSources: { one: '… and 1 more source', several: '… and {0} more sources' },
  page: '{0}, page {1}',
  more: { one: '… and 1 more', several: '… and {0} more' },
  sections: {
    damaged: 'Not imported',
    refused: 'Sources that hold no cables or could not be read',
    numbered: 'Written under a number, for another text of the same id is there',
  },
  origins: '`reftel-import.ndjson` in the folder says for each file where it came from.',
};
