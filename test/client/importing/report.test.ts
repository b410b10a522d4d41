import { equal } from 'node:assert/strict';
import { ImportReport, type ReportWords } from '../../../client/src/importing/report';
import type { Outcome } from '../../../server/src/import/outcome';
import { reportWords } from './words';

const outcomes: readonly Outcome[] = [
  { status: 'source', source: '/a/cables.csv', kind: 'cablegate-csv' },
  {
    status: 'written',
    source: '/a/cables.csv',
    row: 1,
    line: 1,
    file: '2007/07MUSCAT73.cable',
    id: '07MUSCAT73',
  },
  {
    status: 'there',
    source: '/a/cables.csv',
    row: 2,
    line: 21,
    file: '2007/07MUSCAT154.cable',
    id: '07MUSCAT154',
  },
  {
    status: 'written',
    source: '/a/cables.csv',
    row: 3,
    line: 41,
    file: '2007/07MUSCAT73-2.cable',
    id: '07MUSCAT73',
  },
  { status: 'damaged', source: '/a/cables.csv', row: 4, line: 61, reason: 'a cell has no closing quote' },
  { status: 'refused', source: '/a/bank_2007.csv', reason: 'it holds no cables that reftel can read' },
];

function reportOf(
  all: readonly Outcome[],
  words: ReportWords = reportWords,
  sources: readonly string[] = ['/a/cables.csv'],
): ImportReport {
  const report = new ImportReport(sources, '/cables', words);
  for (const each of all) report.add(each);
  return report;
}

describe('the report of an import', () => {
  it('sums up in a sentence', () => {
    equal(
      reportOf(outcomes).summary(),
      '3 telegrams in cables.csv (cablegate-csv); 1 is there already; 1 row is damaged; 1 source could not be read.',
    );
    equal(reportOf([]).summary(), '0 telegrams in cables.csv.');
    equal(reportOf([], reportWords, ['/a', '/b']).summary(), '0 telegrams in 2 sources.');
  });

  it('lets a language put the parts of a sentence in its own order, and write its numbers', () => {
    const backward: ReportWords = {
      ...reportWords,
      locale: 'de',
      inOne: { one: '{1}: 1 Telegramm', several: '{1}: {0} Telegramme' },
    };
    const many = Array.from({ length: 1200 }, () => outcomes[1] as Outcome);
    equal(reportOf(many, backward).summary(), 'cables.csv: 1.200 Telegramme.');
  });

  it('lists what was not imported with its line, and what is numbered', () => {
    equal(
      reportOf(outcomes).text(true),
      [
        '# Import of cables',
        '',
        'Into /cables: 2 written, 1 there already, 1 damaged.',
        '',
        'The import was stopped. Start it again to go on from there.',
        '',
        '| source | kind | written | there already | without text | damaged |',
        '|---|---|---:|---:|---:|---:|',
        '| /a/cables.csv | cablegate-csv | 2 | 1 | 0 | 1 |',
        '',
        '## Not imported',
        '',
        '- /a/cables.csv:61: a cell has no closing quote',
        '',
        '## Sources that hold no cables or could not be read',
        '',
        '- /a/bank\\_2007.csv: it holds no cables that reftel can read',
        '',
        '## Written under a number, for another text of the same id is there',
        '',
        '- 2007/07MUSCAT73-2.cable (/a/cables.csv:41)',
        '',
        '`reftel-import.ndjson` in the folder says for each file where it came from.',
        '',
      ].join('\n'),
    );
  });
});
