import type { PreambleKeyword } from '../../server/src/cable/lines';

/** What each module of the plain reader has for its tests. */
interface Module {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Where the bytes of a text are to be put. */
  readonly bytes: () => number;
}

/** Fields in the order of server/plain/keywords.ts. */
export const KEYWORDS: readonly PreambleKeyword[] = [
  'executive-order',
  'tags',
  'subject',
  'references',
  'authority',
];

/** What `at` gives for each number below `count`. */
export const times = <T>(count: number, at: (i: number) => T) =>
  Array.from({ length: count }, (_, i) => at(i));

/** The exports of a WebAssembly module, and a way to give it a text. */
export function instantiate<E>(wasm: Uint8Array): E & Module & { put(text: string | Uint8Array): number } {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm));
  const module = exports as E & Module;
  return {
    ...module,
    put(text: string | Uint8Array): number {
      const bytes = typeof text === 'string' ? Buffer.from(text) : text;
      new Uint8Array(module.memory.buffer).set(bytes, module.bytes());
      return bytes.length;
    },
  };
}
