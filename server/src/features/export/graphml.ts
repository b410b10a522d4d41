import { otherId, splitMrn } from '../../cable/identity';
import type { CableRecord, ReferenceRecord } from '../../cable/record';
import { xmlText } from '../../text/xml';
import type { RecordFormat } from './format';

type Domain = 'node' | 'edge';
type AttributeType = 'string' | 'boolean' | 'int';
type Values = Readonly<Record<string, string | number | boolean | null>>;

/** What GraphML calls data functions, by their names. */
const nodeKeys: Readonly<Record<string, AttributeType>> = {
  label: 'string',
  file: 'string',
  mrn: 'string',
  subject: 'string',
  date: 'string',
  post: 'string',
  year: 'int',
  from: 'string',
  classification: 'string',
  present: 'boolean',
  sameAs: 'string',
};
const edgeKeys: Readonly<Record<string, AttributeType>> = {
  label: 'string',
  place: 'string',
  yearInferred: 'boolean',
  mentions: 'int',
};

const BEGIN = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
${keysFor('node', nodeKeys)}${keysFor('edge', edgeKeys)}<graph id="citations" edgedefault="directed">
`;
const END = '</graph>\n</graphml>\n';

/**
 * The graph of who cites whom. A cable is written as it is read and its citations after it; cables that are cited and not
 * there come last. One node for each id, one edge for each pair of cables, so what is kept in memory are the ids seen and, as
 * a number each, the pairs.
 */
export function graphmlFormat(): RecordFormat {
  const seen = new SeenIds();
  const pairs = new Set<number>();
  let unnamed = 0;
  return {
    begin: BEGIN,
    cable(record) {
      // A cable without an id has citations all the same.
      const id = record.mrn ?? `unnamed${++unnamed}`;
      const source = seen.numberOf(id);
      const node = seen.enter(source) ? presentNode(id, record) : '';
      const edges = citationsOf(record).flatMap(([target, citation]) => {
        const pair = source * MAX_IDS + seen.numberOf(target);
        if (pairs.has(pair)) return [];
        pairs.add(pair);
        return edge(id, target, citation);
      });
      return node + edges.join('');
    },
    *end() {
      for (const id of seen.absent()) yield absentNode(id, seen);
      yield END;
    },
  };
}

/** Two numbers below this fit into one. */
const MAX_IDS = 2 ** 26;

/** The ids that were cited or had a file, numbered in the order of their first appearance. */
class SeenIds {
  readonly #numbers = new Map<string, number>();
  readonly #present: boolean[] = [];

  numberOf(id: string): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    this.#numbers.set(id, this.#present.length);
    return this.#present.push(false) - 1;
  }

  /** Notes that there is a file of the cable; false where that was known. */
  enter(number: number): boolean {
    const first = !this.#present[number];
    this.#present[number] = true;
    return first;
  }

  isPresent(id: string): boolean {
    return this.#present[this.#numbers.get(id) ?? -1] ?? false;
  }

  *absent(): Generator<string> {
    for (const [id, number] of this.#numbers) if (!this.#present[number]) yield id;
  }
}

interface Citation {
  readonly label: string | null;
  readonly place: 'list' | 'text';
  readonly yearInferred: boolean;
  /** How many times the text names it. */
  readonly mentions: number;
}

/** What a cable cites, by id: as its reference list names it, otherwise as the text does first. */
function citationsOf({ references, mentions }: CableRecord): [id: string, Citation][] {
  const citations = new Map<string, Citation>();
  const add = ({ mrn, label, yearInferred }: ReferenceRecord, place: Citation['place']) => {
    if (mrn === null) return;
    const known = citations.get(mrn) ?? { label, place, yearInferred, mentions: 0 };
    citations.set(mrn, place === 'text' ? { ...known, mentions: known.mentions + 1 } : known);
  };
  for (const reference of references) add(reference, 'list');
  for (const mention of mentions) add(mention, 'text');
  return [...citations];
}

function presentNode(id: string, record: CableRecord): string {
  const { file, mrn, subject, dtg, from, classification } = record;
  return node(id, { ...named(id), file, mrn, subject, date: dtg, from, classification, present: true });
}

/** Where a station was renamed, a cable may be there under the id with its other name. */
function absentNode(id: string, seen: SeenIds): string {
  const other = otherId(id);
  return node(id, {
    ...named(id),
    mrn: id,
    present: false,
    sameAs: other !== null && seen.isPresent(other) ? other : null,
  });
}

/** What programs that draw a graph show of a node, and what they colour and group nodes by. */
function named(id: string): Values {
  const parts = splitMrn(id);
  return { label: id, post: parts?.post ?? null, year: parts?.year ?? null };
}

function node(id: string, values: Values): string {
  return `<node id="${xmlText(id)}">${data('node', values)}</node>\n`;
}

function edge(source: string, target: string, citation: Citation): string {
  return `<edge source="${xmlText(source)}" target="${xmlText(target)}">${data('edge', { ...citation })}</edge>\n`;
}

function data(domain: Domain, values: Values): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `<data key="${domain}-${key}">${xmlText(String(value))}</data>`)
    .join('');
}

/** A key's id is unique among those of nodes and edges. */
function keysFor(domain: Domain, keys: Readonly<Record<string, AttributeType>>): string {
  return Object.entries(keys)
    .map(
      ([name, type]) =>
        `<key id="${domain}-${name}" for="${domain}" attr.name="${name}" attr.type="${type}"/>\n`,
    )
    .join('');
}
