import type { ArchiveStatistics } from '../host/archive';
import { choose, only, readArguments } from './arguments';
import type { Command } from './command';
import { archiveOf } from './openArchive';

export const indexFolder: Command = {
  name: 'index',
  summary: 'reads the cables of a folder in advance, for quick answers',
  help: `usage: reftel index [DIR] [--cache DIR] [--rebuild] [--format text|json]

Reads the cables of a folder (default: .) and saves what cites and cited-by need, so that they answer
quickly. Saved results are reused: only new and changed files are read.
Prints how many files, cables and references there are, how many references name a cable of the folder, how
long it took, how large the saved archive is and the peak memory. Ctrl+C keeps what was read;
the next run resumes there. What a reftel.json in the folder, or in the nearest one above, excludes
from the archive is not read.

  --cache DIR    where to save (default: a folder reftel in the user's cache folder)
  --rebuild      read everything again
  --format json  an object on one line: files, cables, references, resolved, seconds, cacheBytes, peakMemory

Exit code: 0; 2 if it could not run or was stopped.
`,
  async run(args, output) {
    const { options, flags, rest } = readArguments(args, ['cache', 'format'], ['rebuild']);
    const format = choose('format', options.format, ['text', 'json']);
    const folder = rest.length === 0 ? '.' : only(rest, 'DIR');
    const { cache } = options;
    const signal = interruption();
    const archive = await archiveOf(folder, { cache, rebuild: flags.has('rebuild'), signal }, output);
    if (!archive) return 2;
    const { statistics } = archive;
    if (signal.aborted) {
      output.say(
        `reftel: stopped; ${statistics.cables} cables are known, and the next index goes on from there`,
      );
      return 2;
    }
    await output.write(format === 'json' ? asJson(statistics) : asText(statistics));
    return 0;
  },
};

/** Receives the first Ctrl+C; the second ends the process at once. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  return controller.signal;
}

function asJson({ files, cables, references, resolved, ...costs }: ArchiveStatistics): string {
  const { seconds, cacheBytes, peakMemory } = costs;
  const record = { files, cables, references, resolved, seconds: Number(seconds.toFixed(3)) };
  return `${JSON.stringify({ ...record, cacheBytes, peakMemory })}\n`;
}

function asText(statistics: ArchiveStatistics): string {
  const { files, cables, references, resolved, seconds, cacheBytes, peakMemory } = statistics;
  const rows: readonly (readonly [name: string, value: string])[] = [
    ['files', `${files}`],
    ['cables', `${cables}`],
    ['references', `${references}, of these resolved ${resolved}`],
    ['time', `${seconds.toFixed(2)} s`],
    ['cache', `${cacheBytes} bytes`],
    ['peak memory', `${megabytes(peakMemory)} MB`],
  ];
  return rows.map(([name, value]) => `${name.padEnd(13)}${value}\n`).join('');
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
