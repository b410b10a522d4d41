import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FileChangeType, type WorkspaceSymbol } from 'vscode-languageserver/node';
import { memoryOf, startedBy } from '../bench/archive/machine';
import { cableText } from '../host/folder';
import { Random } from '../mutations/random';
import { Editor, uriOf } from '../protocol/editor';

const CABLES = 300;
/** What a server may need at most, and how much more at the end than after the first quarter. */
const CEILINGS = { megabytes: 400, growth: 80, handles: 30, threads: 8 };

const optionOf = (name: string, otherwise: number) =>
  Number(process.argv.find(argument => argument.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise);

interface Sample {
  readonly megabytes: number;
  readonly handles: number;
  readonly threads: number;
}

/** What a server holds; null where the system does not tell. */
function sampleOf(pid: number): Sample | null {
  try {
    const memory = memoryOf(pid);
    const threads = Number(/^Threads:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    return { megabytes: (memory ?? 0) / 2 ** 20, handles: readdirSync(`/proc/${pid}/fd`).length, threads };
  } catch {
    return null;
  }
}

/** Two servers and a command on one folder, which changes all the time. */
class Soak {
  readonly #random: Random;
  readonly #top = mkdtempSync(join(tmpdir(), 'reftel-soak-'));
  readonly #folder = join(this.#top, 'cables');
  readonly #cache = join(this.#top, 'cache');
  #editors: Editor[] = [];
  #version = 1;
  readonly failures: string[] = [];

  constructor(seed: number) {
    this.#random = new Random(seed);
    mkdirSync(this.#folder);
    for (let serial = 1; serial <= CABLES; serial++) this.#write(serial);
  }

  async start(): Promise<void> {
    this.#editors = [await this.#editor(), await this.#editor()];
  }

  get pids(): readonly number[] {
    return this.#editors.map(({ pid }) => pid);
  }

  async #editor(): Promise<Editor> {
    return await Editor.start({ folders: [this.#folder], options: { cacheDir: this.#cache } });
  }

  #write(serial: number): string {
    const path = join(this.#folder, `${serial}.txt`);
    const cited = this.#random.int(1, CABLES);
    writeFileSync(
      path,
      cableText(serial, [
        `REF: A. MUSCAT ${cited}`,
        '',
        '1. (C) As in ref A.',
        `${'Text. '.repeat(this.#random.int(1, 200))}`,
      ]),
    );
    // As if written an hour ago, by a clock that never shows the same time twice.
    const time = new Date(Date.now() - 3_600_000 - this.#random.int(0, 1_000_000));
    utimesSync(path, time, time);
    return path;
  }

  /** One thing that a person, another program or a second window does. */
  async step(): Promise<void> {
    const editor = this.#editors[this.#random.int(0, 1)];
    if (!editor) return;
    const serial = this.#random.int(1, CABLES);
    const uri = uriOf(join(this.#folder, `${serial}.txt`));
    const textDocument = { uri };
    switch (this.#random.int(0, 7)) {
      case 0: {
        const path = this.#write(serial);
        for (const each of this.#editors) await each.watched(FileChangeType.Changed, uriOf(path));
        return;
      }
      case 1:
        rmSync(join(this.#folder, `${serial}.txt`), { force: true });
        for (const each of this.#editors) await each.watched(FileChangeType.Deleted, uri);
        return;
      case 2:
        await editor.request('workspace/executeCommand', { command: 'reftel.refreshArchive' });
        return;
      case 3:
        if (this.#random.next() < 0.1) this.#command('cited-by', `07MUSCAT${serial}`);
        else await editor.request('reftel/timeline', { mrn: `07MUSCAT${serial}`, depth: 2 });
        return;
      default:
        await editor.open(uri, cableText(serial, ['1. (C) One.']));
        for (let left = this.#random.int(1, 20); left > 0; left--) {
          await editor.change(uri, ++this.#version, [
            { text: cableText(serial, [`1. (C) ${'One. '.repeat(left)}`]) },
          ]);
          await editor.request('textDocument/documentSymbol', { textDocument });
          await editor.request('textDocument/hover', { textDocument, position: { line: 8, character: 9 } });
        }
        await editor.request('reftel/page', { uri });
        await editor.close(uri);
    }
  }

  /** Ends a server without mercy, within so many milliseconds, and starts another in its place. */
  async kill(): Promise<void> {
    const victim = this.#random.int(0, 1);
    const editor = this.#editors[victim];
    void editor?.request('workspace/executeCommand', { command: 'reftel.refreshArchive' }).catch(() => {});
    await new Promise(done => setTimeout(done, this.#random.int(0, 200)));
    editor?.kill();
    this.#editors[victim] = await this.#editor();
  }

  #command(...args: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [resolve('dist/cli.js'), ...args, '--in', this.#folder, '--cache', this.#cache],
      { encoding: 'utf8' },
    );
    if (status === 2 || /\n\s+at /.test(stderr)) this.failures.push(`reftel ${args.join(' ')}: ${stderr}`);
    return stdout;
  }

  /** Both servers know what lies on the disk now, and nothing else. */
  async compare(): Promise<void> {
    const there = readdirSync(this.#folder)
      .map(name => `07MUSCAT${Number.parseInt(name, 10)}`)
      .sort();
    for (const editor of this.#editors) {
      await editor.request('workspace/executeCommand', { command: 'reftel.refreshArchive' });
      const { items } = await editor.request<{ items: { mrn: string }[] }>('reftel/search', {
        query: 'muscat',
        limit: 5000,
      });
      const known = items.map(({ mrn }) => mrn).sort();
      if (known.join() !== there.join())
        this.failures.push(`a server knows ${known.length} cables, and ${there.length} are there`);
      for (const problem of editor.problems) this.failures.push(`the log says: ${problem.split('\n')[0]}`);
      await editor.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'cable' });
    }
  }

  /** Ends the servers; what they started ends with them. */
  async end(): Promise<void> {
    const children = this.pids.flatMap(startedBy);
    for (const editor of this.#editors) editor.kill();
    for (let left = 50; children.some(isRunning) && left > 0; left--)
      await new Promise(done => setTimeout(done, 200));
    if (children.some(isRunning)) this.failures.push('a process outlived its server');
    rmSync(this.#top, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }
}

function isRunning(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
  } catch {
    return false;
  }
}

/** Runs for `--seconds`, or until `--edits` and `--kills` are done, whichever is later; says what was above a ceiling. */
async function main(): Promise<void> {
  const [seconds, edits, kills, seed] = [
    optionOf('seconds', 90),
    optionOf('edits', 0),
    optionOf('kills', 0),
    optionOf('seed', 1),
  ];
  const soak = new Soak(seed);
  await soak.start();
  const started = Date.now();
  const samples: Sample[][] = [];
  let done = 0;
  let killed = 0;
  for (let next = 0; (Date.now() - started) / 1000 < seconds || done < edits || killed < kills; ) {
    if (killed < kills && done >= (killed * Math.max(edits, kills)) / kills) {
      await soak.kill();
      killed++;
    }
    await soak.step();
    done++;
    if (kills === 0 && Date.now() >= next) {
      samples.push(soak.pids.flatMap(pid => sampleOf(pid) ?? []));
      next = Date.now() + 500;
    }
  }
  await soak.compare();
  for (const server of kills === 0 ? [0, 1] : [])
    soak.failures.push(...aboveCeilings(samples.flatMap(each => each[server] ?? [])));
  await soak.end();
  console.log(
    `${done} steps, ${killed} kills, seed ${seed}, in ${Math.round((Date.now() - started) / 1000)} s`,
  );
  for (const failure of soak.failures) console.log(failure);
  console.log(soak.failures.length === 0 ? '1 passed, 0 failed' : '0 passed, 1 failed');
  process.exitCode = soak.failures.length === 0 ? 0 : 1;
}

function aboveCeilings(samples: readonly Sample[]): readonly string[] {
  if (samples.length < 8) return [];
  const quarter = samples.slice(samples.length >> 2, samples.length >> 1);
  const last = samples.slice(-(samples.length >> 2));
  const most = (some: readonly Sample[], key: keyof Sample) => Math.max(...some.map(sample => sample[key]));
  const said: string[] = [];
  const line = (['megabytes', 'handles', 'threads'] as const).map(
    key => `${key} ${Math.round(most(quarter, key))} to ${Math.round(most(last, key))}`,
  );
  console.log(line.join(', '));
  if (most(samples, 'megabytes') > CEILINGS.megabytes)
    said.push(`a server took ${most(samples, 'megabytes').toFixed(0)} MB`);
  if (most(last, 'megabytes') > most(quarter, 'megabytes') + CEILINGS.growth)
    said.push('the memory of a server grew');
  if (most(last, 'handles') > most(quarter, 'handles') + CEILINGS.handles)
    said.push('the handles of a server grew');
  if (most(last, 'threads') > most(quarter, 'threads') + CEILINGS.threads)
    said.push('the threads of a server grew');
  return said;
}

main().catch(error => {
  console.error(error);
  console.log('0 passed, 1 failed');
  process.exit(1);
});
