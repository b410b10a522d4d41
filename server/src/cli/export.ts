import { parseCable } from '../cable/parse';
import { recordOf } from '../cable/record';
import { choose, readArguments, UsageError } from './arguments';
import type { Command } from './command';
import { eachCable } from './input';

export const exportCables: Command = {
  name: 'export',
  summary: 'one record for each cable',
  help: `usage: reftel export [PATH…] [--format ndjson]

Prints one record for each cable of files and folders (default: .), a JSON object on a line of its own.
Values that are not found are null or [].

Exit code: 0; 2 if it could not run or could not read a PATH.
`,
  async run(args, output) {
    const { options, rest } = readArguments(args, ['format']);
    const format = choose('format', options.format, ['ndjson', 'csv', 'graphml']);
    if (format !== 'ndjson') throw new UsageError(`--format ${format} is not there yet, only ndjson is`);
    const paths = rest.length === 0 ? ['.'] : rest;
    const complete = await eachCable(paths, output, (file, text) =>
      output.write(`${JSON.stringify(recordOf(file, parseCable(text)))}\n`),
    );
    return complete ? 0 : 2;
  },
};
