import { deepEqual, doesNotMatch, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { BaseBuilder } from '../../server/src/archive/index/build/baseBuilder';
import { selectionOf } from '../../server/src/archive/selection';
import { collectCables } from '../../server/src/host/files/collect';
import { holderWords } from '../../server/src/host/files/holder';
import { readNote, readNotes } from '../../server/src/host/files/notes';
import { type FileProblem, problemOf, writeProblemOf } from '../../server/src/host/files/problem';
import { readCable, readText } from '../../server/src/host/files/read';
import { rewriteText } from '../../server/src/host/files/rewrite';
import { walk } from '../../server/src/host/files/walk';
import { watchFolder } from '../../server/src/host/files/watch';
import { provenanceOfFile } from '../../server/src/host/import/fileProvenance';
import { compareFiles } from '../../server/src/host/refresh/compare';
import { changedPlaces } from '../../server/src/host/refresh/fileStates';
import { beginBeside } from '../../server/src/host/saved/baseFileWriter';
import { recordUse } from '../../server/src/host/saved/cacheFolder';
import { loadSaved, putInPlace, savedAt, takeSaved } from '../../server/src/host/saved/savedArchive';
import { FileScanner } from '../../server/src/host/scan/scanFile';
import { TextReader } from '../../server/src/host/search/searchTexts';
import { newCancellationFlag } from '../../server/src/host/threads/cooperative';
import { reachedFrom } from '../reached';
import { assertSentence, callsOf, FAULTS, type Fault, failing, faultsIn } from './faults';
import { cableText, withFolder } from './folder';

/** What is done with files, on a folder that holds `in/a.txt`, `in/b/c.txt` and a link out of it; gives what it said of problems. */
const OPERATIONS: Readonly<
  Record<string, (folder: string) => readonly string[] | Promise<readonly string[]>>
> = {
  'walking a folder': folder => said(problems => [...walk(join(folder, 'in'), one => problems.push(one))]),
  'collecting cables': async folder => {
    const problems: FileProblem[] = [];
    const onProblem = (problem: FileProblem) => void problems.push(problem);
    await collectCables(join(folder, 'in'), { onCable() {}, onProblem });
    return problems.map(({ message }) => message);
  },
  'reading a text': folder => messageOf(readText(join(folder, 'in', 'a.txt'))),
  'reading a cable': folder => messageOf(readCable(join(folder, 'in', 'a.txt'))),
  'telling what a file is': folder => {
    holderWords(join(folder, 'in', 'a.txt'));
    return [];
  },
  'scanning a file': folder => {
    const problem = new FileScanner().scan('a.txt', join(folder, 'in', 'a.txt'));
    return problem ? [problem.message] : [];
  },
  'looking for changes': folder => {
    const lists = [{ below: '', packed: 'a.txt' }];
    const [sizes, times] = [new Float64Array(1), new Float64Array(1)];
    changedPlaces({ folder: join(folder, 'in'), lists, sizes, times });
    return [];
  },
  'rewriting a file': folder => {
    const problem = rewriteText(join(folder, 'in', 'a.txt'), cableText(1), `${cableText(1)}\n`, folder);
    return problem ? [problem.message] : [];
  },
  'loading what is saved': folder => {
    loadSaved(savedAt(join(folder, 'cache'), join(folder, 'in')));
    return [];
  },
  'writing beside what is saved': async folder => {
    const writer = await beginBeside(join(folder, 'cache', 'deep', 'x.reftel'), 'label');
    const beside = await writer?.finish(new BaseBuilder(null).finish().columns);
    if (beside) await putInPlace(beside, join(folder, 'cache', 'deep', 'x.reftel'));
    await takeSaved(join(folder, 'nowhere'), savedAt(join(folder, 'cache'), join(folder, 'in')), () => {});
    await recordUse(join(folder, 'cache', 'x.reftel'));
    return [];
  },
  'searching texts': folder => {
    const task = { folder: join(folder, 'in'), below: '', names: ['a.txt', 'gone.txt'], words: [WORD] };
    const places = {
      known: new Uint32Array(2),
      telegram: new Uint16Array(2),
      cancelled: newCancellationFlag(),
    };
    const { problems } = new TextReader().search({ ...task, ...places });
    return problems.map(({ message }) => message);
  },
  'watching a folder': folder => {
    const words: string[] = [];
    watchFolder(
      join(folder, 'in'),
      () => {},
      problem => words.push(problem),
    )();
    return words;
  },
  'reading notes': async folder => {
    const reader = { wants: (path: string) => path.endsWith('.md'), onNote() {} };
    const { signal } = new AbortController();
    await readNotes(join(folder, 'in'), reader, { exclude: [], known: null, signal });
    readNote(join(folder, 'in', 'note.md'));
    return [];
  },
  'telling where a file came from': folder => {
    equal(provenanceOfFile(join(folder, 'in', 'a.txt')), null);
    return [];
  },
  'looking for files': async folder => {
    const problems: FileProblem[] = [];
    await compareFiles({
      folder: join(folder, 'in'),
      selection: selectionOf([]),
      base: null,
      cancelled: newCancellationFlag(),
      pool: null,
      onProblem: problem => problems.push(problem),
      onFound() {},
      onStale() {},
    });
    return problems.map(({ message }) => message);
  },
};

const WORD = { excluded: false, phrases: [{ words: ['cable'] }] };

function said(use: (problems: FileProblem[]) => void): readonly string[] {
  const problems: FileProblem[] = [];
  use(problems);
  return problems.map(({ message }) => message);
}

function messageOf(result: ReturnType<typeof readText>): readonly string[] {
  return result.kind === 'problem' ? [result.problem.message] : [];
}

function withFiles(use: (folder: string) => Promise<void>): Promise<void> {
  return withFolder(
    {
      'in/a.txt': cableText(1),
      'in/b/c.txt': cableText(2),
      'in/note.md': 'See 07MUSCAT1.\n',
      'out/d.txt': cableText(3),
    },
    folder => {
      symlinkSync(join(folder, 'out'), join(folder, 'in', 'linked'), 'dir');
      return use(folder);
    },
  );
}

/** What a command starts: `protocol/faults.cli` runs it with failures in each program and thread. */
const STARTED = /Worker\.ts$|\/(?:archive|refreshProcess)\.ts$/;

describe('a machine that cannot', function () {
  this.timeout(120_000);

  for (const [what, operation] of Object.entries(OPERATIONS))
    it(`gets an answer and a sentence from ${what}`, async () => {
      const calls = new Map<string, number>();
      await withFiles(async folder => {
        for (const [name, count] of await callsOf(() => operation(folder))) calls.set(name, count);
      });
      ok(calls.size > 0, 'makes no call that could fail');
      for (const { name, code, first, once } of faultsIn(calls))
        await withFiles(async folder => {
          const messages = await failing(name, code, { first, once }, () => operation(folder));
          for (const message of messages) assertSentence(message, `${name} ${code}`);
          assertWhole(folder, `${name} ${code} ${first} ${once}`);
        });
    });

  it('is tried of every module of the host that asks it', () => {
    const reached = new Set(
      ['test/host/faults.test.ts', 'test/host/import/faults.test.ts'].flatMap(file => [...reachedFrom(file)]),
    );
    const asking = readdirSync('server/src/host', { recursive: true, encoding: 'utf8' })
      .map(name => `server/src/host/${name.replaceAll('\\', '/')}`)
      .filter(
        name => name.endsWith('.ts') && /from 'node:(?:fs|child_process)/.test(readFileSync(name, 'utf8')),
      );
    ok(asking.length > 10);
    deepEqual(
      asking.filter(name => !reached.has(name) && !STARTED.test(name)),
      [],
    );
  });

  it('says which texts were not searched', () =>
    withFiles(async folder => {
      for (const [code, expected] of [
        ['EIO', ['the disk reports an error']],
        ['EMFILE', ['too many files are open']],
      ] as const)
        deepEqual(
          await failing('openSync', code, { first: 1, once: true }, () =>
            OPERATIONS['searching texts']?.(folder),
          ),
          expected,
        );
    }));

  it('is named in words of its own for each fault', () => {
    for (const code of FAULTS as readonly Fault[]) {
      const error = Object.assign(new Error('x'), { code });
      for (const { message } of [problemOf('a', error), writeProblemOf('a', error)])
        if (code !== 'ENOSPC') doesNotMatch(message, /E[A-Z]{3}/, code);
      doesNotMatch(writeProblemOf('a', error).message, /E[A-Z]{3}/, code);
    }
  });
});

/** The cables are as they were, or one is rewritten; nothing half-written lies about. */
function assertWhole(folder: string, what: string): void {
  const text = readFileSync(join(folder, 'in', 'a.txt'), 'utf8');
  ok([cableText(1), `${cableText(1)}\n`].includes(text), what);
  equal(readFileSync(join(folder, 'in', 'b', 'c.txt'), 'utf8'), cableText(2), what);
  deepEqual(readdirSync(join(folder, 'in')), ['a.txt', 'b', 'linked', 'note.md'], what);
}
