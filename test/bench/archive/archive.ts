import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Archive } from '../../../server/src/archive/archive';
import { loadSaved, savedAt } from '../../../server/src/host/saved/savedArchive';
import { Editor } from '../../protocol/editor';
import { generateArchive } from '../generate';
import { median, timed } from '../measure';
import { besideSearch, measureCold, measureIndex, searchTime, withCache } from './full';
import { type Latencies, LOOKUPS, measureLookups, SYMBOLS } from './lookups';
import { watchMemory } from './machine';
import { measureReadingParts } from './parts';
import { type Sample, samplesOf } from './samples';
import { firstJump, firstResolved, memoryAtRest, reopen, startServer, verificationTime } from './server';
import { percentile99, printRows, type Row, show } from './table';
import { measureTyping } from './typing';

export interface ArchiveOptions {
  readonly rounds: number;
  readonly cold: boolean;
}

/** How many cables are asked about. */
const SAMPLES = 250;
const SMALL = 1000;
const KEY_PRESSES = 400;

/** Measures an archive, a folder or one of so many made-up cables, against what issue and reader want of it. */
export async function benchArchive(wanted: string, { rounds, cold }: ArchiveOptions): Promise<void> {
  const folder = folderFor(wanted);
  const samples = samplesOf(folder, SAMPLES);
  await withCache(async cache => {
    const { rows, last } = await measureIndex(folder, cache, rounds);
    console.log(
      `${last.files} files, ${last.cables} cables, ${last.references} references, ${last.resolved} resolved`,
    );
    const size = { what: 'cache on disk', value: last.cacheBytes / 1e6, unit: 'MB', target: 60 };
    const peak = { what: 'memory of reftel index at the peak', value: last.peakMemory / 1e6, unit: 'MB' };
    printRows(`Index of ${folder} (medians of ${rounds})`, [...rows, size, peak]);
    const { rows: firstTime, sample } = await measureServer(folder, samples);
    printRows('The language server, first time', [
      ...firstTime,
      await measureFirstJump(folder, sample, rounds),
    ]);
    printRows('Where the time of reading goes, on one thread', measureReadingParts(folder));
    printRows('The language server, again', [
      ...(await measureReopening(folder, cache, sample, rounds)),
      ...(await measureBeside(folder, cache, sample)),
    ]);
    if (cold) printRows('Cold', await measureCold(folder, cache));
  });
}

/** A folder as it is; for a number, a folder of so many made-up cables, which is kept for the next time. */
export function folderFor(wanted: string): string {
  const size = Number(wanted);
  if (!Number.isSafeInteger(size)) {
    if (!statSync(wanted, { throwIfNoEntry: false })?.isDirectory())
      throw new Error(`${wanted}: not a folder`);
    return resolve(wanted);
  }
  const folder = resolve(`out/bench/copies-${size}`);
  if (existsSync(folder)) return folder;
  const growing = `${folder}.new`;
  rmSync(growing, { recursive: true, force: true });
  generateArchive(growing, size);
  renameSync(growing, folder);
  return folder;
}

/** Opening for the first time: what the server needs while it reads, and how quickly it answers then. Gives the rows, and a cable with a reference that leads to another. */
async function measureServer(
  folder: string,
  samples: readonly Sample[],
): Promise<{ rows: Row[]; sample: Sample }> {
  return await withCache(async cache => {
    const editor = Editor.idle();
    try {
      const peakOf = watchMemory(editor.pid);
      await editor.begin({ folders: [folder], options: { cacheDir: cache } });
      const peak = peakOf();
      const rest = await memoryAtRest(editor);
      const sample = await firstResolved(editor, samples);
      const latencies = await measureLookups(editor, samples);
      return { rows: [...memoryRows(peak, rest), ...latencyRows(latencies)], sample };
    } finally {
      editor.kill();
    }
  });
}

/** The first jump in a folder never opened, beside a search. */
async function measureFirstJump(folder: string, sample: Sample, rounds: number): Promise<Row> {
  const jumped: number[] = [];
  const searched: number[] = [];
  for (let round = 0; round < rounds; round++) {
    searched.push(await searchTime(folder));
    jumped.push(await withCache(cache => firstJump(folder, cache, sample)));
  }
  return besideSearch('first jump in a folder never opened', median(jumped), median(searched), 1.5);
}

/** Nothing where the system does not tell. */
function memoryRows(peak: number | null, rest: number | null): Row[] {
  if (peak === null || rest === null) return [];
  return [
    {
      what: 'memory at the peak while indexing',
      value: peak / 1e6,
      unit: 'MB',
      target: 350,
      note: 'with the process that reads',
    },
    { what: 'memory at rest after indexing', value: rest / 1e6, unit: 'MB', target: 150 },
  ];
}

function latencyRows(latencies: Latencies): Row[] {
  const times = (kind: string) => latencies.get(kind) ?? [];
  return [
    ...LOOKUPS.flatMap(kind => [
      { what: `${kind}, median`, value: median(times(kind)), unit: 'ms', target: 3 },
      { what: `${kind}, 99th percentile`, value: percentile99(times(kind)), unit: 'ms', target: 15 },
    ]),
    { what: `${SYMBOLS}, median`, value: median(times(SYMBOLS)), unit: 'ms' },
    { what: `${SYMBOLS}, 99th percentile`, value: percentile99(times(SYMBOLS)), unit: 'ms', target: 25 },
  ];
}

/** Loads what was saved, and looks up one cable. */
function openSaved(folder: string, cache: string, { mrn }: Sample): void {
  const base = loadSaved(savedAt(cache, folder));
  if (!base) throw new Error('no archive was saved');
  const naming = { folder, uriOf: (path: string) => path, pathOf: (uri: string) => uri };
  if (Archive.over({ base, naming }).find(mrn).length === 0) throw new Error(`${mrn} is not in the archive`);
}

/** Opening a folder whose archive is saved. */
async function measureReopening(
  folder: string,
  cache: string,
  sample: Sample,
  rounds: number,
): Promise<Row[]> {
  const answered: number[] = [];
  const fromStart: number[] = [];
  const inProcess: number[] = [];
  const searched: number[] = [];
  const verified: number[] = [];
  for (let round = 0; round < rounds; round++) {
    inProcess.push(await timed(() => openSaved(folder, cache, sample)));
    const reopened = await reopen(folder, cache, sample);
    answered.push(reopened.answered);
    fromStart.push(reopened.fromStart);
    searched.push(await searchTime(folder));
    verified.push(await verificationTime(folder, cache));
  }
  return [
    besideSearch('verification of an unchanged archive by the server', median(verified), median(searched), 1),
    { what: 'reopened: from hello to the first jump', value: median(answered), unit: 'ms', target: 150 },
    { what: 'from the start of the process to the first jump', value: median(fromStart), unit: 'ms' },
    { what: 'the same without editor and server', value: median(inProcess), unit: 'ms' },
  ];
}

/** What a key press costs with the archive beside one of a thousand cables; and the memory of a server that only reopened. */
async function measureBeside(folder: string, cache: string, sample: Sample): Promise<Row[]> {
  return await withCache(async smallCache => {
    const editors: Editor[] = [];
    try {
      const small = folderFor(String(SMALL));
      editors.push(await startServer(small, smallCache));
      editors.push(await startServer(folder, cache));
      const [few = Number.NaN, many = Number.NaN] = await measureTyping(editors, sample, KEY_PRESSES);
      const memory = editors[1] ? await memoryAtRest(editors[1]) : null;
      const note = `${show(many, 'ms')} beside ${show(few, 'ms')}`;
      const rows: Row[] = [
        { what: `a key press, beside ${SMALL} cables`, value: many / few, unit: '×', target: 1.2, note },
      ];
      if (memory !== null)
        rows.push({
          what: 'memory at rest after reopening',
          value: memory / 1e6,
          unit: 'MB',
          target: 150,
        });
      return rows;
    } finally {
      for (const editor of editors) editor.kill();
    }
  });
}
