import { deepEqual, doesNotMatch, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { DirectedGraph } from 'graphology';
import { parse } from 'graphology-graphml';
import { Parser } from 'htmlparser2';
import Papa from 'papaparse';
import { SaxesParser } from 'saxes';
import { chartOf, drawMonths } from '../../client/src/months/svg';
import { standalonePage } from '../../client/src/reading/html';
import { edgesOf } from '../../client/src/timeline/edges';
import { layOut } from '../../client/src/timeline/layout';
import { standalone } from '../../client/src/timeline/style';
import { drawTimeline } from '../../client/src/timeline/svg';
import { parseCable } from '../../server/src/cable/parse';
import { recordOf } from '../../server/src/cable/record';
import { csvFormat } from '../../server/src/features/export/csv';
import { graphmlFormat } from '../../server/src/features/export/graphml';
import type { Page, Timeline } from '../../server/src/lsp/messages';
import { pageWords } from '../client/reading/words';
import { monthsWords, timelineWords } from '../client/timeline/words';

const RUNS = Number(process.env.REFTEL_RUNS ?? 200);
const FOLDER = 'file:///home/someone/secret%20folder';

/** What writers may stumble over: marks of each format, controls, halves of pairs, anything. */
const evil = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '<script>alert(1)</script>',
          '"',
          "'",
          '&',
          '&amp;',
          '<',
          '>',
          ']]>',
          '<!--',
          '-->',
          '</a>',
          '</style>',
          '{',
          '}',
        ],
        ...[
          '\u2028',
          '\u0085',
          '\0',
          '\x1b[31m',
          '\ud800',
          '\udfff',
          '\ufffe',
          '\u202e',
          ',',
          ';',
          '\r',
          '\n',
          '\r\n',
          '\t',
        ],
        ...['=1+1', '+', '-', '@', "javascript:alert('1')", ' ', '\ufeff', '😀', '<a href="#" data-uri="x">'],
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 8 },
  )
  .map(parts => parts.join(''));

/** What XML can hold of a text. */
const holdable = (text: string) =>
  text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');

const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 5 } };
const place = { uri: `${FOLDER}/a.txt`, range };

/** Fails where a strict reader does not take the text for XML; gives its names of elements. */
function elementsIn(xml: string): ReadonlySet<string> {
  const names = new Set<string>();
  const reader = new SaxesParser({ xmlns: false });
  reader.on('opentag', ({ name, attributes }) => {
    names.add(name);
    for (const attribute of Object.keys(attributes)) doesNotMatch(attribute, /^on|href/i);
  });
  reader.on('error', error => {
    throw error;
  });
  reader.write(xml).close();
  return names;
}

describe('writers of files, read by real readers', function () {
  this.timeout(Math.max(60_000, RUNS * 100));

  it('CSV has the same cells again', () =>
    fc.assert(
      fc.property(evil, evil, evil, (file, subject, from) => {
        const { begin, cable } = csvFormat();
        const record = { ...recordOf('a.txt', parseCable('')), file, subject, from };
        const { data, errors } = Papa.parse<string[]>(begin + cable(record) + cable(record), {
          newline: '\r\n',
          delimiter: ',',
        });
        deepEqual(errors, []);
        const [head = [], first = [], second = []] = data;
        equal(data.length, 4);
        equal(first.length, head.length);
        deepEqual(first, second);
        for (const [name, value] of Object.entries({ file, subject, from })) {
          const cell = first[head.indexOf(name)] ?? '';
          ok(cell === value || cell === `'${value}`, name);
          doesNotMatch(cell, /^[=+\-@\t\r\n]/);
        }
      }),
      { numRuns: RUNS },
    ));

  it('GraphML is XML, and has the same graph', () =>
    fc.assert(
      fc.property(evil, evil, evil, (file, subject, mrn) => {
        const { begin, cable, end } = graphmlFormat();
        const reference = {
          label: mrn,
          kind: 'cable' as const,
          mrn: `a${mrn}`,
          yearInferred: false,
          text: mrn,
          line: 1,
        };
        const record = {
          ...recordOf('a.txt', parseCable('')),
          file,
          subject,
          mrn: '07MUSCAT73',
          references: [reference],
        };
        const xml = [begin, cable(record), ...end()].join('');
        deepEqual([...elementsIn(xml)].sort(), ['data', 'edge', 'graph', 'graphml', 'key', 'node']);
        const graph = parse(DirectedGraph, xml);
        equal(graph.order, 2);
        equal(graph.size, 1);
      }),
      { numRuns: RUNS },
    ));

  it('pictures are SVG, run nothing and name no folder', () =>
    fc.assert(
      fc.property(evil, evil, (mrn, subject) => {
        const cable = { mrn, post: subject, instant: null, year: 2007, place, subject, classification: null };
        const timeline: Timeline = {
          cables: [
            { ...cable, side: 'open', distance: 0 },
            { ...cable, mrn: `${mrn}1`, place: null, side: 'cited', distance: 1 },
          ],
          citations: [[0, 1]],
          groups: [],
          total: 2,
          absent: 1,
          truncated: false,
        };
        const counts = { citing: 3, cited: 1, nearCiting: 3, nearCited: 1, absent: 1 };
        const hub = { ...timeline, groups: [{ post: subject, year: 2007, ...counts }] };
        const words = { ...timelineWords, title: subject, open: mrn, absent: subject, broken: mrn };
        const months = [{ key: subject, months: [{ month: 444, count: 3 }], undated: 1 }];
        const chart = chartOf(months, 900);
        const drawn = [timeline, hub].map(one => {
          const layout = layOut(one, 900);
          return drawTimeline(layout, edgesOf(one, layout, mrn), words, mrn);
        });
        ok(chart);
        for (const picture of [...drawn, drawMonths(months, chart, { ...monthsWords, title: subject })]) {
          const svg = standalone(picture);
          ok(!elementsIn(svg).has('script'));
          ok(!svg.includes('secret'));
        }
      }),
      { numRuns: RUNS },
    ));

  it('saved pages run nothing, lead nowhere and name no folder', () =>
    fc.assert(
      fc.property(evil, evil, evil, (title, words, other) => {
        const lines = [
          {
            line: 3,
            original: other,
            runs: [
              { text: words, ids: [other], place },
              { text: other, ids: [words], place: null },
            ],
          },
        ];
        const page: Page = {
          mrn: other,
          title,
          classification: 'SECRET',
          captions: [words],
          header: [{ name: 'from', lines }],
          blocks: [
            { kind: 'heading', number: null, marking: null, parts: [lines] },
            { kind: 'paragraph', number: 2, marking: other, parts: [lines, lines] },
          ],
          signature: words,
        };
        const html = standalonePage(page, pageWords, 'en');
        ok(!html.includes('secret%20folder'));
        const tags = new Set<string>();
        let heading = '';
        let within = '';
        const reader = new Parser({
          onopentag(name, attributes) {
            tags.add(name);
            within = name;
            for (const attribute of Object.keys(attributes))
              doesNotMatch(attribute, /^on|^(?:href|src|data-uri|action)$/i);
          },
          ontext(text) {
            if (within === 'h1') heading += text;
          },
          onclosetag() {
            within = '';
          },
        });
        reader.end(html);
        deepEqual(
          [...tags].filter(tag => !SAVED_TAGS.has(tag)),
          [],
        );
        equal(heading, holdable(title || pageWords.untitled));
      }),
      { numRuns: RUNS },
    ));
});

const SAVED_TAGS = new Set([
  ...[
    'html',
    'head',
    'meta',
    'title',
    'style',
    'body',
    'main',
    'header',
    'p',
    'h1',
    'h2',
    'span',
    'table',
    'tbody',
  ],
  ...['tr', 'th', 'td', 'div'],
]);
