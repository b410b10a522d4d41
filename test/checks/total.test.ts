import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseCable } from '../../server/src/cable/parse';
import { checks, runChecks } from '../../server/src/checks';
import type { Span } from '../../server/src/text/span';

const seeds = readdirSync('seeds')
  .filter(name => name.endsWith('.txt'))
  .map(name => readFileSync(`seeds/${name}`, 'utf8'));

/** What copies, typists and bad lines do to a text. */
const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 400 }),
  insert: fc.oneof(
    fc.constantFrom(
      '',
      '\n',
      '\r\n',
      ' ',
      '"',
      '1',
      '[1](#)',
      '- ',
      '&',
      '8',
      'SIPDIS\n',
      '\u0000',
      '😀',
      'DE R',
      '(C)',
    ),
    fc.string({ maxLength: 20 }),
  ),
});

function damaged(text: string, places: readonly { at: number; length: number; insert: string }[]): string {
  return places.reduce((rest, { at, length, insert }) => {
    const start = Math.floor(at * rest.length);
    return rest.slice(0, start) + insert + rest.slice(start + length);
  }, text);
}

function assertInside(text: string, span: Span, what: string): void {
  assert.ok(
    Number.isInteger(span.start) && 0 <= span.start && span.start <= span.end && span.end <= text.length,
    `${what}: ${span.start}..${span.end} of ${text.length}`,
  );
}

describe('all checks', () => {
  it('stay inside the text and never throw, whatever the damage', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.array(damage, { minLength: 1, maxLength: 8 }),
        (seed, places) => {
          const text = damaged(seed, places);
          for (const diagnostic of runChecks(parseCable(text))) {
            assertInside(text, diagnostic, diagnostic.code);
            for (const { span } of diagnostic.related ?? [])
              assertInside(text, span, `${diagnostic.code}, related`);
            const edits = [...(diagnostic.fix?.().edits ?? [])].sort((a, b) => a.span.start - b.span.start);
            edits.forEach(({ span }, i) => {
              assertInside(text, span, `${diagnostic.code}, fix`);
              assert.ok((edits[i - 1]?.span.end ?? 0) <= span.start, `${diagnostic.code}: edits overlap`);
            });
          }
        },
      ),
      { seed: 20070124, numRuns: 300 },
    );
  });

  it('have codes of their own, in kebab case, and a page each', () => {
    const codes = checks.map(({ code }) => code);
    assert.equal(new Set(codes).size, codes.length);
    for (const code of codes) {
      assert.match(code, /^[a-z]+(-[a-z]+)*$/);
      assert.ok(existsSync(`docs/diagnostics/${code}.md`), code);
    }
  });

  it('have a file each, named after the code', () => {
    const files = new Set(readdirSync('server/src/checks/rules').map(name => name.replace(/\.ts$/, '')));
    assert.deepEqual(
      checks.map(({ code }) => code).filter(code => !files.has(code)),
      [],
    );
  });
});
