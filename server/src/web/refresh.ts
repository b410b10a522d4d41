import { BatchWriter } from '../archive/index/build/batch';
import { BatchAccumulator } from '../archive/index/build/batchAccumulator';
import type { Base } from '../archive/index/format/base';
import { type RefreshRequest, type RefreshResult, throttled } from '../archive/refresh';
import { scanText } from '../archive/scan';
import { selectionOf } from '../archive/selection';
import type { FileState } from '../lsp/messages';
import { namingBelow } from '../lsp/uris';
import { isCable, mayBeCable, SIZE_LIMIT } from './cable';
import { decodeText } from './decode';
import type { RemoteFiles } from './editorFiles';
import { walkRemote } from './walk';

/** So many files are one request. */
const TOGETHER = 64;

/** So many requests are under way at a time. */
const AHEAD = 3;

/** The least number of milliseconds between two checkpoints. */
const CHECKPOINT_PAUSE = 3000;

/** A file changed less than this many milliseconds ago may change again under the same time stamp. */
const TICK = 2000;

interface RefreshOptions {
  readonly files: RemoteFiles;
  /** The most files that are read. */
  readonly limit: number;
  /** Receives each text that is read; null for what is no text. */
  onText(uri: string, text: string | null): void;
  /** Called if the folder has more than `limit` files. */
  onCut(): void;
  /** Saves a base. */
  keep(base: Base): Promise<void>;
}

/** Brings the archive of `folder` up to date with what the editor finds there. Never rejects. */
export async function refreshRemote(
  folder: string,
  request: RefreshRequest,
  options: RefreshOptions,
): Promise<RefreshResult> {
  const { known, exclude, signal } = request;
  const { files, limit } = options;
  const report = throttled(progress => request.onProgress(progress));
  const walk = await walkRemote(files, folder, {
    selection: selectionOf(exclude),
    takes: mayBeCable,
    limit,
    signal,
    onFound: done => report({ stage: 'looking', done, total: null }),
  });
  if (walk.isCut) options.onCut();
  const { paths } = walk;
  const problems = [...walk.problems];
  const naming = namingBelow(folder);
  const accumulator = new BatchAccumulator(known, CHECKPOINT_PAUSE);
  const gone = walk.isWhole ? goneFrom(known, paths) : [];
  if (gone.length > 0) accumulator.remove(gone);
  let next = 0;
  let done = 0;
  let hasRead = false;

  const look = async (some: readonly string[]) => {
    const uris = some.map(naming.uriOf);
    const states = await files.stat(uris);
    const stale = [...some.keys()].filter(i => isStale(known, some[i] ?? '', states[i] ?? null));
    const isSmall = (i: number) => (states[i]?.size ?? 0) <= SIZE_LIMIT;
    const wanted = stale.filter(i => states[i] && isSmall(i));
    const read = new Map<number, Uint8Array | null>();
    for (const portion of portionsOf(wanted, i => states[i]?.size ?? 0)) {
      const bytes = await files.read(portion.map(i => uris[i] ?? ''));
      for (const [at, i] of portion.entries()) read.set(i, bytes[at] ?? null);
    }
    const writer = new BatchWriter();
    for (const i of stale) {
      const path = some[i] ?? '';
      const found = read.get(i);
      const state = states[i];
      if (state && !isSmall(i)) problems.push(`${uris[i]}: it is larger than ${SIZE_LIMIT >> 20} MB`);
      else if (state && !found) problems.push(`${uris[i]}: it cannot be read`);
      if (!state || !found) {
        if (known && known.fileOf(path) >= 0) writer.remove(path);
        continue;
      }
      const time = timeOf(state, found);
      if (time < 0 && isKnownAs(known, path, found.length, time)) continue;
      const text = decodeText(found);
      options.onText(uris[i] ?? '', text);
      const facts = text !== null && isCable(path, text) ? scanText(text, path) : [];
      writer.add(path, found.length, time, facts);
    }
    if (writer.size > 0) {
      hasRead = true;
      accumulator.add(writer.finish());
    }
    done += some.length;
    report({ stage: hasRead ? 'reading' : 'looking', done, total: paths.length });
  };
  const handOver = async (base: Base) => {
    request.onBase(base);
    await options.keep(base);
  };
  let saving: Promise<void> | null = null;
  const work = async () => {
    while (next < paths.length && !signal?.aborted) {
      const some = paths.slice(next, next + TOGETHER);
      next += some.length;
      await look(some);
      if (accumulator.isCheckpointDue(paths.length - done) && !saving) {
        saving = accumulator.checkpoint(handOver);
        await saving;
        saving = null;
      }
    }
  };
  await Promise.all(Array.from({ length: AHEAD }, work));
  if (accumulator.isStale) await handOver(accumulator.build());
  const complete = walk.isWhole && !signal?.aborted;
  return { files: paths.length, complete, problems };
}

/** Items in portions of at most `SIZE_LIMIT` together, each with one at least. */
function portionsOf<T>(items: readonly T[], sizeOf: (item: T) => number): T[][] {
  const portions: T[][] = [];
  let room = 0;
  for (const item of items) {
    const size = sizeOf(item);
    const last = portions.at(-1);
    if (last && size <= room) last.push(item);
    else portions.push([item]);
    room = (last && size <= room ? room : SIZE_LIMIT) - size;
  }
  return portions;
}

/** The files of a base that are not among `paths`. */
function goneFrom(known: Base | null, paths: readonly string[]): readonly string[] {
  const found = new Set(paths);
  return Array.from({ length: known?.fileCount ?? 0 }, (_, file) => known?.pathOf(file) ?? '').filter(
    path => !found.has(path),
  );
}

/** Whether a file must be read: it is new, gone, or of another size or time, or its file system has no times. */
function isStale(known: Base | null, path: string, state: FileState | null): boolean {
  const file = known?.fileOf(path) ?? -1;
  if (!known || file < 0 || !state || state.time <= 0) return true;
  return known.columns.fileSize[file] !== state.size || known.columns.fileTime[file] !== state.time;
}

function isKnownAs(known: Base | null, path: string, size: number, time: number): boolean {
  const file = known?.fileOf(path) ?? -1;
  return file >= 0 && known?.columns.fileSize[file] === size && known.columns.fileTime[file] === time;
}

/**
 * The time under which a file is kept: 0 where it may change once more within this tick of the clock, so that it is read again next
 * time; a negative number made of its content where the file system has no times.
 */
function timeOf({ time }: FileState, bytes: Uint8Array): number {
  if (time <= 0) return -contentNumber(bytes);
  return time > Date.now() - TICK ? 0 : time;
}

/** A number of 52 bits that differs, in all likelihood, where the content does (FNV-1a, twice). */
function contentNumber(bytes: Uint8Array): number {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (const byte of bytes) {
    low = Math.imul(low ^ byte, 0x01000193);
    high = Math.imul(high ^ byte, 0x85ebca6b);
  }
  return (high >>> 12) * 2 ** 32 + (low >>> 0) + 1;
}
