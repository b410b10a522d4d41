import { deepEqual, doesNotMatch, match, ok } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FAULTS } from '../host/faults';
import { cableText, withFolder } from '../host/folder';
import type { Ran } from './command';

/** Whether every failure is tried at every time and on every state; the tests of every day try each call with each. */
const ALL = process.env.REFTEL_FAULTS === 'all';
const AT_A_TIME = 3;

const cables = Object.fromEntries(
  Array.from({ length: 12 }, (_, i) => [
    `in/${i % 3}/${i}.txt`,
    cableText(i + 1, ['REF: A. MUSCAT 1', '', '1. (C) The talks go on as in ref A.']),
  ]),
);

/** What is run, on a folder `in` with the archive in `cache`, and which programs and threads it consists of. */
const COMMANDS = [
  {
    args: ['index', 'in', '--cache', 'cache', '--format', 'json'],
    known: ['cli openSync', 'cli Worker', 'cli open', 'cli writev', 'scanWorker openSync'],
    among: /^(?:cli|scanWorker) /,
  },
  {
    args: ['search', 'talks', '--in', 'in', '--cache', 'cache'],
    known: ['searchWorker openSync', 'searchWorker readSync'],
    among: /^searchWorker /,
  },
];

/** Runs the built command line below `folder`, with the failure that `fault` says. */
function run(folder: string, args: readonly string[], fault: string, log = ''): Promise<Ran> {
  const below = realpathSync(folder);
  const absolute = args.map(arg => (arg === 'in' || arg === 'cache' ? join(below, arg) : arg));
  const child = spawn(
    process.execPath,
    ['--require', resolve('test/protocol/injected.cjs'), resolve('dist/cli.js'), ...absolute],
    {
      cwd: below,
      env: { ...process.env, REFTEL_FAULT_BELOW: below, REFTEL_FAULT: fault, REFTEL_FAULT_LOG: log },
      timeout: 60_000,
      killSignal: 'SIGKILL',
    },
  );
  return new Promise((done, fail) => {
    const read = (stream: NodeJS.ReadableStream) => {
      const pieces: string[] = [];
      stream.on('data', piece => pieces.push(String(piece)));
      return pieces;
    };
    const [out, err] = [read(child.stdout), read(child.stderr)];
    child.on('error', fail);
    child.on('close', status => done({ status, stdout: out.join(''), stderr: err.join('') }));
  });
}

/** Fails where a command ended in anything but an answer and sentences. */
function assertAnswered({ status, stderr }: Ran, what: string): void {
  ok(status === 0 || status === 1 || status === 2, `${what}: ended with ${status}\n${stderr}`);
  doesNotMatch(stderr, /injected|^\s+at /m, what);
  for (const line of stderr.split('\n').filter(Boolean)) match(line, /^reftel.*[a-z]{2}/, what);
}

/** The counts in what `index` prints, and the hits of `search`. */
function answerIn({ status, stdout }: Ran): unknown {
  if (!stdout.startsWith('{'))
    return {
      status,
      lines: stdout
        .replace(/\/\S*\/in\//g, 'in/')
        .split('\n')
        .sort(),
    };
  const { files, cables: found, references, resolved } = JSON.parse(stdout);
  return { status, files, found, references, resolved };
}

/** Everything that lies in the folder of cables. */
function contentOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(join(folder, 'in'), { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    names
      .filter(name => name.endsWith('.txt'))
      .map(name => [name, readFileSync(join(folder, 'in', name), 'utf8')]),
  );
}

describe('a command on a machine that cannot', function () {
  this.timeout(1_200_000);

  for (const { args, known, among } of COMMANDS)
    it(`answers or says why, and loses nothing: ${args[0]}`, async function () {
      if (process.platform === 'win32') this.skip('needs a POSIX system');
      const calls = new Set<string>();
      let expected: unknown;
      await withFolder(cables, async folder => {
        const log = join(folder, 'log');
        // With nothing saved, and then with all of it.
        for (let round = 0; round < 2; round++) expected = answerIn(await run(folder, args, '', log));
        for (const line of readFileSync(log, 'utf8').split('\n')) if (among.test(line)) calls.add(line);
      });
      for (const call of known) ok(calls.has(call), call);
      const left = [...calls].flatMap(call =>
        ALL ? faultsOf(call).map(fault => [fault]) : [faultsOf(call)],
      );
      const work = async () => {
        for (let faults = left.pop(); faults; faults = left.pop())
          await withFolder(cables, folder => assertStands(folder, args, faults ?? [], expected));
      };
      await Promise.all(Array.from({ length: AT_A_TIME }, work));
    });
});

/** A call with each failure, always, and once the first or the second time. */
function faultsOf(call: string): readonly string[] {
  const codes = call.endsWith('Worker') ? ['EAGAIN'] : FAULTS;
  return codes.flatMap(code => (ALL ? ['1', '=1', '=2'] : ['1']).map(first => `${call} ${code} ${first}`));
}

/** Fails where a command has no answer to failures, or something is lost by them. */
async function assertStands(
  folder: string,
  args: readonly string[],
  faults: readonly string[],
  expected: unknown,
): Promise<void> {
  const what = faults.join(', ');
  const before = contentOf(folder);
  for (const fault of faults) {
    assertAnswered(await run(folder, args, fault), fault);
    if (!ALL) continue;
    await run(folder, args, '');
    assertAnswered(await run(folder, args, fault), `${fault}, with an archive`);
  }
  deepEqual(contentOf(folder), before, what);
  deepEqual(answerIn(await run(folder, args, '')), expected, what);
  const cache = existsSync(join(folder, 'cache')) ? readdirSync(join(folder, 'cache')) : [];
  deepEqual(
    cache.filter(file => !file.endsWith('.reftel')),
    [],
    what,
  );
}
