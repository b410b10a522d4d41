import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Archive } from '../../../server/src/archive/archive';
import type { CableFacts } from '../../../server/src/archive/facts';
import type { Base } from '../../../server/src/archive/index/format/base';
import { decodeBase } from '../../../server/src/archive/index/format/decodeBase';
import { checkSameAnswers, someFacts } from '../compare';
import { namedBehind } from '../made';
import { plainArchive } from '../plainArchive';
import { buildBase, encoded, madeBase, madeBatch } from './madeBase';

const naming = namedBehind('file:///cables/');
const BATCHES = 42;
const STEPS = 30;

type Step =
  | { readonly kind: 'write'; readonly path: string; readonly facts: CableFacts | null }
  | { readonly kind: 'delete'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'rename folder'; readonly path: string; readonly to: string };

const folder = fc.constantFrom('', 'a/', 'a/b/', 'a-b/', 'ö/');
const path = fc.tuple(folder, fc.integer({ min: 1, max: 6 })).map(([below, i]) => `${below}${i}.txt`);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('write' as const), path, facts: fc.option(someFacts) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), path }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rename' as const), path, to: path }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('rename folder' as const), path: folder, to: folder }),
  },
);
const batch = fc.record({
  steps: fc.array(step, { minLength: STEPS, maxLength: STEPS }),
  after: fc.constantFrom('nothing', 'nothing', 'nothing', 'new base', 'restart'),
});

/** What a step does to the files: null for what is no cable, undefined for what is gone. */
function changesOf(step: Step, files: ReadonlyMap<string, CableFacts | null>) {
  if (step.kind === 'write') return [[step.path, step.facts] as const];
  if (step.kind === 'delete') return [[step.path, undefined] as const];
  const moved = [...files].filter(([file]) =>
    step.kind === 'rename' ? file === step.path : step.path !== '' && file.startsWith(step.path),
  );
  return [
    ...moved.map(([file]) => [file, undefined] as const),
    ...moved.map(([file, facts]) => [step.to + file.slice(step.path.length), facts] as const),
  ];
}

describe('an archive that is edited', function () {
  this.timeout(60_000);

  it('gives at all times the answers of one built anew', () => {
    fc.assert(
      fc.property(fc.array(batch, { minLength: BATCHES, maxLength: BATCHES }), batches => {
        const files = new Map<string, CableFacts | null>();
        let base = buildBase(null, []);
        let archive = Archive.over({ base, naming });
        let since: (readonly [path: string, facts: CableFacts | null | undefined])[] = [];
        for (const { steps, after } of batches) {
          for (const one of steps) {
            const changes = changesOf(one, files);
            for (const [file, facts] of changes)
              facts === undefined ? files.delete(file) : files.set(file, facts);
            archive = archive.withAll(
              changes.map(([file, facts]) => [naming.uriOf(file), facts ? [facts] : []]),
            );
            since.push(...changes);
          }
          if (after !== 'nothing') {
            base = buildBase(base, [madeBatch(since.slice(0, 7)), madeBatch(since.slice(7))]);
            if (after === 'restart') base = reopened(base);
            archive = Archive.over({ base, naming });
            since = [];
            checkFiles(base, files);
          }
          const cables = [...files].flatMap(([file, facts]) =>
            facts ? [[naming.uriOf(file), [facts]] as const] : [],
          );
          checkSameAnswers(archive, plainArchive(new Map(cables)));
          checkSameAnswers(archive, Archive.over({ base: madeBase(files), naming }));
        }
      }),
      // Seldom of use to make it shorter, and long to do so: the seed is printed.
      { numRuns: 1, endOnFailure: true },
    );
  });
});

function reopened(base: Base): Base {
  const bytes = encoded(base, 'label');
  const decoded = decodeBase(bytes.buffer, 'label');
  assert.ok(decoded);
  return decoded;
}

/** Checks that a base has just these files. */
function checkFiles(base: Base, files: ReadonlyMap<string, CableFacts | null>): void {
  const paths = Array.from({ length: base.fileCount }, (_, file) => base.pathOf(file));
  assert.deepEqual([...paths].sort(), [...files.keys()].sort());
  for (const [i, file] of paths.entries()) {
    assert.equal(base.fileOf(file), i);
    assert.equal(base.rowsOfFile(i).length > 0, files.get(file) !== null);
  }
}
