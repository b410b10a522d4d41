import fs from 'node:fs';
import promises from 'node:fs/promises';

/** What a machine says when it cannot. */
export const FAULTS = ['EACCES', 'ENOTDIR', 'ENOSPC', 'EIO', 'ELOOP', 'EMFILE'] as const;
export type Fault = (typeof FAULTS)[number];

type Call = (...args: unknown[]) => unknown;
type Module = Record<string, Call>;

/** The calls that tests replace. The cleaning up after a failure is not among them: `rmSync` and `closeSync`. */
const CALLS: readonly (readonly [Module, readonly string[]])[] = [
  [
    fs as unknown as Module,
    [
      ...['accessSync', 'existsSync', 'fchmodSync', 'fchownSync', 'fstatSync', 'fsyncSync', 'ftruncateSync'],
      ...['mkdirSync', 'opendirSync', 'openSync', 'readdirSync', 'readFileSync', 'readSync', 'realpathSync'],
      ...['renameSync', 'statSync', 'writeFileSync', 'lstatSync'],
    ],
  ],
  [promises as unknown as Module, ['mkdir', 'open', 'readdir', 'rename', 'stat', 'utimes']],
];

/** An error as Node.js throws it. */
function errorOf(code: Fault, call: string): Error {
  return Object.assign(new Error(`${code}: injected, ${call}`), { code, syscall: call, errno: -1 });
}

/** The names of the calls that `action` makes, each with how often it does. */
export async function callsOf(action: () => unknown): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  await replacing(
    (name, call) =>
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
    (called, call) =>
      (...args) => {
        if (called !== name || ++count < first || (once && count > first)) return call(...args);
        const error = errorOf(code, name);
        if (isPromised(name)) return Promise.reject(error);
        throw error;
      },
    action,
  );
}

const isPromised = (name: string) => !name.endsWith('Sync');

async function replacing<T>(
  replacement: (name: string, call: Call) => Call,
  action: () => T | Promise<T>,
): Promise<T> {
  const originals = CALLS.flatMap(([module, names]) =>
    names.map(name => ({ module, name, call: module[name] as Call })),
  );
  for (const { module, name, call } of originals)
    module[name] = Object.assign(replacement(name, call.bind(module)), call);
  try {
    return await action();
  } finally {
    for (const { module, name, call } of originals) module[name] = call;
  }
}
