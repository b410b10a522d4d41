import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { type CitingTelegram, citingTelegram } from '../../server/src/cable/citation';
import { splitMrn } from '../../server/src/cable/identity';
import type { PreambleField } from '../../server/src/cable/preamble';
import { parseReferences } from '../../server/src/cable/references';
import type { Span } from '../../server/src/text/span';
import { textOf } from '../bench/generate/cable';
import { planOf } from '../bench/generate/plan';
import { CAPITALS, listIn } from './citationReader';
import { listTexts, telegrams } from './citationTexts';

const RUNS = 1000;

/** The cables of a list as the parser reads it, and the letters that label items. */
function parsed(text: string, parts: readonly Span[], citing: CitingTelegram) {
  const field: PreambleField = { keyword: 'references', keywordSpan: { start: 0, end: 0 }, parts };
  const all = parseReferences(text, [field], citing)?.references.items ?? [];
  const items = all.flatMap(({ label, start, end, mrn, yearSource: source }) =>
    mrn === null ? [] : [{ label: label?.value ?? null, start, end, ...splitMrn(mrn), source }],
  );
  const labels = new Set(all.map(({ label }) => label?.value));
  return { items, labels: CAPITALS.filter(letter => labels.has(letter)) };
}

/** The lines of a text without what stands at their ends, as a field has them. */
function linesOf(text: string): Span[] {
  return [...text.matchAll(/[^ \r\n](?:[^\r\n]*[^ \r\n])?/g)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }));
}

/** Compares both readings of a list; gives whether the plain reader was sure. */
function compare(text: string, citing: CitingTelegram): boolean {
  const parts = linesOf(text);
  const list = listIn(text, parts, citing);
  if (list) deepEqual(list, parsed(text, parts, citing), JSON.stringify(text));
  return list !== null;
}

describe('reference lists of the plain reader', () => {
  it('are read as the parser reads them', () => {
    let sure = 0;
    fc.assert(
      fc.property(listTexts, telegrams, (text, citing) => {
        if (compare(text, citing)) sure++;
      }),
      { numRuns: RUNS },
    );
    equal(sure > 0.8 * RUNS, true, `sure of ${sure} in ${RUNS}`);
  });

  it('are read in cables, wherever their lines break', () => {
    const plan = planOf(300);
    const lists = Array.from({ length: plan.size }, (_, row) =>
      /\nREF[A-Z]*:\s(.*?)\n\n/s.exec(textOf(plan, row)),
    ).flatMap(match => match?.[1] ?? []);
    equal(lists.length > plan.size / 2, true);
    const citing = citingTelegram('07MUSCAT73', null);
    for (const list of lists)
      for (const text of [list, list.replace(/\s+/g, '\n'), list.replace(/\s+/g, ' ')])
        equal(compare(text, citing), true, text);
  });
});
