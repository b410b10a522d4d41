import { deepEqual, equal, fail, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { splitMrn } from '../../server/src/cable/identity';
import type { Cable } from '../../server/src/cable/model';
import { parseCable } from '../../server/src/cable/parse';
import { recordOf } from '../../server/src/cable/record';
import { runChecks } from '../../server/src/checks';
import { type OutlineNode, outlineOf } from '../../server/src/features/outline';
import { type Damage, damaged, HARMLESS, loss, type Noise, noise } from './damage';
import { assertNested, inside } from './nesting';
import { made, type Sample, samples } from './samples';

const SEED = Number(process.env.REFTEL_SEED ?? 20070124);
const RUNS = Number(process.env.REFTEL_RUNS ?? 500);

const sample = fc.constantFrom(...samples).map(one => ({ ...one, toString: () => one.name }));

function hold(
  damages: fc.Arbitrary<readonly Damage[]>,
  check: (text: string, original: Sample) => void,
): void {
  fc.assert(
    fc.property(sample, damages, (original, chain) => check(damaged(original.text, chain), original)),
    { seed: SEED, numRuns: RUNS },
  );
}

const cables = new Map(samples.map(({ name, text }) => [name, parseCable(text)]));
const idOf = (name: string) => cables.get(name)?.mrn ?? null;

/**
 * An id is the cable's own or none. One whose year is said to be inferred may be wrong in the year, and in nothing else.
 * Where pages of the sample contradict each other, what is left of it may be the wrong one.
 */
function assertHonest({ mrn, yearGuess }: Cable, { name }: Sample): void {
  const own = idOf(name);
  if (mrn === null || mrn === own) return;
  if (yearGuess && mrn.slice(2) === own?.slice(2)) return;
  const printed = cables
    .get(name)
    ?.pageLines.map(({ serial }) => `${own?.replace(/\d+$/, '')}${Number(serial.value)}`);
  if (!printed?.includes(mrn)) fail(`${mrn} for ${own}`);
}

/** `text` with noise from its subject on, in lines that do not print the cable's serial. */
function withNoise({ name, text }: Sample, chain: readonly Noise[]): string {
  const cable = cables.get(name);
  const start = cable?.subject?.start ?? cable?.body.start ?? 0;
  const serial = splitMrn(cable?.mrn ?? '')?.serial;
  return chain.reduce((rest, noise) => {
    const offset = start + Math.round(noise.at * (rest.length - start));
    const line =
      /[^\r\n]*$/.exec(rest.slice(0, offset))?.[0] + (/^[^\r\n]*/.exec(rest.slice(offset))?.[0] ?? '');
    if (new RegExp(`(?<!\\d)0*${serial}(?!\\d)`).test(line)) return rest;
    return rest.slice(0, offset) + noise.text + rest.slice(offset);
  }, text);
}

function assertOutlineNested(nodes: readonly OutlineNode[], parent: { start: number; end: number }): void {
  let end = parent.start;
  for (const { name, span, selection, children } of nodes) {
    inside(parent, span, name);
    inside(span, selection, `the selection of ${name}`);
    ok(span.start >= end, `${name} begins inside the entry before it`);
    end = span.end;
    assertOutlineNested(children, span);
  }
}

describe(`honesty under damage (REFTEL_SEED=${SEED} REFTEL_RUNS=${RUNS})`, function () {
  this.timeout(Math.max(20_000, RUNS * 100));

  it('begins with ids that are right', () => {
    deepEqual(
      made.map(({ name }) => [name, idOf(name)]),
      [
        ['above-9999.txt', '06ISLAMABAD12345'],
        ['dateline.txt', '08DARESSALAAM188'],
        ['department.txt', '08STATE123456'],
        ['fifteen-years.txt', '02ANKARA4321'],
        ['lower-case.txt', '07BISHKEK333'],
        ['no-header.txt', '07LIMA2788'],
        ['sections.txt', '08TELAVIV1205'],
        ['unclassified.txt', '09ROME412'],
      ],
    );
  });

  const anyDamage = fc.array(fc.oneof(loss, noise), { maxLength: 6 });

  it('reads whatever is left, with every span in its place', () => {
    hold(anyDamage, text => assertNested(parseCable(text)));
  });

  it('gives the same cable for the same text', () => {
    hold(anyDamage, text => {
      const { lines, ...first } = parseCable(text);
      const { lines: again, ...second } = parseCable(text);
      equal(JSON.stringify(first), JSON.stringify(second));
      equal(lines.count, again.count);
    });
  });

  it('checks whatever is left, inside the text', () => {
    hold(anyDamage, text => {
      const whole = { start: 0, end: text.length };
      for (const diagnostic of runChecks(parseCable(text))) {
        inside(whole, diagnostic, diagnostic.code);
        for (const { span } of diagnostic.related ?? []) inside(whole, span, `${diagnostic.code}, related`);
        for (const { span } of diagnostic.fix?.().edits ?? []) inside(whole, span, `${diagnostic.code}, fix`);
      }
    });
  });

  it('outlines and exports whatever is left', () => {
    hold(anyDamage, text => {
      const cable = parseCable(text);
      assertOutlineNested(outlineOf(cable), { start: 0, end: text.length });
      const record = recordOf('damaged.txt', cable);
      for (const { line, endLine } of record.paragraphs)
        ok(1 <= line && line <= endLine && endLine <= cable.lines.count);
    });
  });

  for (const { name, text } of samples) {
    it(`keeps the id of ${name} through other line breaks and blanks`, () => {
      for (const kind of HARMLESS) equal(parseCable(damaged(text, [{ kind }])).mrn, idOf(name), kind);
    });
  }

  it('gives the id or none when text is lost, printed twice or reshaped', () => {
    hold(fc.array(loss, { minLength: 1, maxLength: 3 }), (text, original) =>
      assertHonest(parseCable(text), original),
    );
  });

  it('gives the id or none wherever the text ends in its first lines', () => {
    for (const one of samples) {
      const cable = cables.get(one.name);
      const end = (cable?.classLine?.end ?? 600) + 2;
      for (let at = cable?.transmission.from?.start ?? 0; at < end; at++)
        assertHonest(parseCable(one.text.slice(0, at)), one);
    }
  });

  it('gives the id or none whichever line is lost or printed twice', () => {
    for (const one of samples) {
      const lines = one.text.split(/(?<=\n)/);
      lines.forEach((line, i) => {
        const [before, after] = [lines.slice(0, i).join(''), lines.slice(i + 1).join('')];
        assertHonest(parseCable(before + after), one);
        assertHonest(parseCable(before + line + line + after), one);
      });
    }
  });

  it('gives the id or none when characters get into lines that do not name the cable', () => {
    fc.assert(
      fc.property(sample, fc.array(noise, { minLength: 1, maxLength: 4 }), (original, chain) =>
        assertHonest(parseCable(withNoise(original, chain)), original),
      ),
      { seed: SEED, numRuns: RUNS },
    );
  });
});
