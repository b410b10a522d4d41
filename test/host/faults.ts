import { doesNotMatch, match } from 'node:assert/strict';
import fs from 'node:fs';
import promises from 'node:fs/promises';

/** What a machine says when it cannot. */
export const FAULTS = ['EACCES', 'ENOTDIR', 'ENOSPC', 'EIO', 'ELOOP', 'EMFILE'] as const;
export type Fault = (typeof FAULTS)[number];

type Call = (...args: unknown[]) => unknown;
type Module = Record<string, Call>;

/** How a call says that it failed. */
type Way = 'throws' | 'rejects' | 'calls back';

/** A call that tests replace, by the name that they use; that of the module is what stands before a blank. */
interface Replaced {
  readonly module: Module;
  readonly name: string;
  readonly way: Way;
}

const some = (module: object, way: Way, names: readonly string[]): readonly Replaced[] =>
  names.map(name => ({ module: module as Module, name, way }));

/** The calls that tests replace. The cleaning up after a failure is not among them: `rmSync`, `unlinkSync` and `closeSync`. */
const CALLS: readonly Replaced[] = [
  ...some(fs, 'throws', [
    ...['accessSync', 'existsSync', 'fchmodSync', 'fchownSync', 'fstatSync', 'fsyncSync', 'ftruncateSync'],
    ...['linkSync', 'lstatSync', 'mkdirSync', 'opendirSync', 'openSync', 'readdirSync', 'readFileSync'],
    ...['readSync', 'realpathSync', 'renameSync', 'statSync', 'truncateSync', 'watch', 'writeFileSync'],
    ...['writeSync'],
  ]),
  ...some(promises, 'rejects', ['mkdir', 'open', 'readdir', 'rename', 'stat', 'utimes']),
  // What streams are made of.
  ...some(fs, 'calls back', ['open by a stream', 'read by a stream']),
];

const nameIn = ({ name }: Replaced) => name.split(' ')[0] ?? name;

/** An error as Node.js throws it. */
function errorOf(code: Fault, call: string): Error {
  return Object.assign(new Error(`${code}: injected, ${call}`), { code, syscall: call, errno: -1 });
}

/** The names of the calls that `action` makes, each with how often it does. */
export async function callsOf(action: () => unknown): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  await replacing(
    ({ name }, call) =>
      (...args) => {
        counts.set(name, (counts.get(name) ?? 0) + 1);
        return call(...args);
      },
    action,
  );
  return counts;
}

/** Runs `action` while the call `name` fails, from its `first` time on (from 1), or that once. */
export async function failing<T>(
  name: string,
  code: Fault,
  { first, once }: { readonly first: number; readonly once: boolean },
  action: () => T | Promise<T>,
): Promise<T> {
  let count = 0;
  return await replacing(
    (replaced, call) =>
      (...args) => {
        if (replaced.name !== name || ++count < first || (once && count > first)) return call(...args);
        const error = errorOf(code, nameIn(replaced));
        if (replaced.way === 'rejects') return Promise.reject(error);
        if (replaced.way === 'throws') throw error;
        const callback = args.at(-1) as (error: Error) => void;
        setImmediate(() => callback(error));
        return undefined;
      },
    action,
  );
}

/** Each call of `counts` with each failure: always, and once the first, the second or the last time. */
export function* faultsIn(counts: ReadonlyMap<string, number>): Generator<{
  readonly name: string;
  readonly code: Fault;
  readonly first: number;
  readonly once: boolean;
}> {
  for (const [name, count] of counts)
    for (const code of FAULTS) {
      yield { name, code, first: 1, once: false };
      for (const first of new Set([1, 2, count])) if (first <= count) yield { name, code, first, once: true };
    }
}

/** Fails where what a person is told of a failure is no sentence, or tells of the program instead. */
export function assertSentence(message: string, what: string): void {
  doesNotMatch(message, /\n|injected|at \S+:\d+/, what);
  match(message, /[a-z]{2}/, what);
}

async function replacing<T>(
  replacement: (replaced: Replaced, call: Call) => Call,
  action: () => T | Promise<T>,
): Promise<T> {
  const originals = CALLS.map(replaced => ({ replaced, call: replaced.module[nameIn(replaced)] as Call }));
  for (const { replaced, call } of originals)
    replaced.module[nameIn(replaced)] = Object.assign(
      replacement(replaced, call.bind(replaced.module)),
      call,
    );
  try {
    return await action();
  } finally {
    for (const { replaced, call } of originals) replaced.module[nameIn(replaced)] = call;
  }
}
