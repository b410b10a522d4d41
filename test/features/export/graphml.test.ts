import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { DirectedGraph } from 'graphology';
import { parse } from 'graphology-graphml';
import { parseCable } from '../../../server/src/cable/parse';
import { type CableRecord, type ReferenceRecord, recordOf } from '../../../server/src/cable/record';
import { graphmlFormat } from '../../../server/src/features/export/graphml';
import { dedent } from '../../fixture';
import { seeds } from '../../seeds';

const sample = recordOf('sample.txt', parseCable(''));

const cites = (mrn: string, more: Partial<ReferenceRecord> = {}): ReferenceRecord => ({
  label: null,
  kind: 'cable',
  mrn,
  yearInferred: false,
  text: mrn,
  line: 9,
  ...more,
});

function graphmlOf(records: readonly Partial<CableRecord>[]): string {
  const { begin, cable, end } = graphmlFormat();
  return [begin, ...records.map(record => cable({ ...sample, ...record })), ...end()].join('');
}

/** The graph as a reader of GraphML sees it, which takes neither a node nor an edge twice. */
function graphOf(records: readonly Partial<CableRecord>[]): DirectedGraph {
  return parse(DirectedGraph, graphmlOf(records));
}

function edgesOf(graph: DirectedGraph): [string, string, object][] {
  return graph.mapEdges((_edge, attributes, source, target) => [source, target, attributes]);
}

describe('export as GraphML', () => {
  it('is the graph of citations of the sample cables', () => {
    const graph = graphOf(seeds.map(({ name, text }) => recordOf(name, parseCable(text))));
    deepEqual(
      graph.filterNodes((_node, { present }) => present),
      ['07MUSCAT73', '07MUSCAT154', '07MUSCAT1065', '08MUSCAT789', '07MUSCAT919'],
    );
    deepEqual(graph.outNeighbors('07MUSCAT154').sort(), ['06MUSCAT1735', '07MUSCAT73', '07STATE16868']);
    deepEqual(graph.inNeighbors('06MUSCAT1735').sort(), ['07MUSCAT154', '07MUSCAT73']);
    deepEqual(graph.getNodeAttributes('06MUSCAT1735'), {
      label: '06MUSCAT1735',
      post: 'MUSCAT',
      year: 2006,
      mrn: '06MUSCAT1735',
      present: false,
    });
    deepEqual(graph.getNodeAttributes('07MUSCAT73'), {
      file: '000_2997beacdc0d1d2b.txt',
      mrn: '07MUSCAT73',
      subject: 'C-NE6-02218: OMAN-ISRAEL RELATIONS',
      date: '2007-01-24T15:50Z',
      label: '07MUSCAT73',
      post: 'MUSCAT',
      year: 2007,
      from: 'AMEMBASSY MUSCAT',
      classification: 'SECRET',
      present: true,
    });
    deepEqual(graph.getEdgeAttributes('07MUSCAT154', '07MUSCAT73'), {
      label: 'B',
      place: 'list',
      yearInferred: true,
      mentions: 1,
    });
  });

  it('says of each citation where it stands first and how often the text names it', () => {
    const graph = graphOf([
      {
        mrn: '07ROME1',
        references: [cites('07ROME2', { label: 'A', yearInferred: true })],
        mentions: [cites('07ROME3', { label: null }), cites('07ROME3'), cites('07ROME2')],
      },
    ]);
    deepEqual(edgesOf(graph), [
      ['07ROME1', '07ROME2', { label: 'A', place: 'list', yearInferred: true, mentions: 1 }],
      ['07ROME1', '07ROME3', { place: 'text', yearInferred: false, mentions: 2 }],
    ]);
  });

  it('has one node for each id and one edge for each pair, however many files hold the cable', () => {
    const graph = graphOf([
      { file: 'a.txt', mrn: '07ROME1', subject: 'FIRST', references: [cites('07ROME2')] },
      { file: 'b.txt', mrn: '07ROME1', subject: 'AGAIN', references: [cites('07ROME2'), cites('07ROME3')] },
      { file: 'c.txt', mrn: '07ROME2', references: [cites('07ROME2')] },
    ]);
    deepEqual(graph.nodes().sort(), ['07ROME1', '07ROME2', '07ROME3']);
    equal(graph.getNodeAttribute('07ROME1', 'subject'), 'FIRST');
    equal(graph.getNodeAttribute('07ROME2', 'file'), 'c.txt');
    deepEqual(
      edgesOf(graph).map(([source, target]) => [source, target]),
      [
        ['07ROME1', '07ROME2'],
        ['07ROME1', '07ROME3'],
        ['07ROME2', '07ROME2'],
      ],
    );
  });

  it('keeps the citations of cables that have no id', () => {
    const graph = graphOf([
      { file: 'a.txt', references: [cites('07ROME2')] },
      { file: 'b.txt', mentions: [cites('07ROME2')] },
    ]);
    deepEqual(graph.inNeighbors('07ROME2').sort(), ['unnamed1', 'unnamed2']);
    equal(graph.getNodeAttribute('unnamed2', 'file'), 'b.txt');
    equal(graph.hasNodeAttribute('unnamed2', 'mrn'), false);
  });

  it('names the cable that is there under the other name of its station', () => {
    const graph = graphOf([{ mrn: '05KYIV12', references: [cites('05KIEV12'), cites('05KIEV13')] }]);
    equal(graph.getNodeAttribute('05KIEV12', 'sameAs'), '05KYIV12');
    equal(graph.hasNodeAttribute('05KIEV13', 'sameAs'), false);
  });

  it('gives back every text, without what XML cannot hold', () => {
    const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u.source;
    const unit = fc.oneof(
      fc.constantFrom(...'<>&"\'\r\n\t', ']]>', '\u0000', '\u001b', '\ud800', '\ufffe'),
      fc.string({ unit: 'binary', maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1 }), fc.string({ unit }), (subject, label) => {
        const record = { mrn: '07ROME1', subject: `.${subject}.`, references: [cites('07ROME2', { label })] };
        const text = graphmlOf([record]);
        ok(!new RegExp(forbidden, 'u').test(text));
        const kept = record.subject.replace(new RegExp(forbidden, 'gu'), '');
        equal(parse(DirectedGraph, text).getNodeAttribute('07ROME1', 'subject'), kept);
      }),
      { seed: 20070124 },
    );
  });

  it('follows the schema: keys are declared with their domain and type, ids are name tokens, data use the keys', () => {
    const text = graphmlOf([
      { ...recordOf('a', parseCable(seeds[1]?.text ?? '')), file: 'a & b.txt' },
      { file: 'no id.txt', references: [cites('07ROME2', { label: 'A' })] },
    ]);
    const keys = new Map(
      [...text.matchAll(/<key id="(\w+)" for="(\w+)"/g)].map(([, id, domain]) => [id, domain]),
    );
    const ids = new Set([...text.matchAll(/<node id="([^"]*)"/g)].map(([, id]) => id ?? ''));
    equal(ids.size, 6);
    for (const id of ids) ok(/^[\w.:-]+$/.test(id), id);
    for (const [, source, target] of text.matchAll(/<edge source="([^"]*)" target="([^"]*)"/g))
      ok(ids.has(source ?? '') && ids.has(target ?? ''));
    for (const [line, domain] of text.matchAll(/^<(node|edge) .*$/gm)) {
      const used = [...line.matchAll(/<data key="(\w+)"/g)].map(([, key]) => key);
      equal(new Set(used).size, used.length);
      for (const key of used) equal(keys.get(key), domain, key);
    }
    ok(
      text.startsWith(
        dedent(`
          <?xml version="1.0" encoding="UTF-8"?>
          <graphml xmlns="http://graphml.graphdrawing.org/xmlns"`),
      ),
    );
    for (const [, type] of text.matchAll(/attr\.type="(\w+)"/g))
      ok(['string', 'boolean', 'int'].includes(type ?? ''));
  });
});
