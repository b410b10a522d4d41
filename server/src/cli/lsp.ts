import { join } from 'node:path';
import { UsageError } from './arguments';
import type { Command } from './command';

export const lsp: Command = {
  name: 'lsp',
  summary: 'the language server, for any editor',
  help: `usage: reftel lsp --stdio

Runs the language server, which speaks the Language Server Protocol over standard input and output.
`,
  async run(args) {
    if (args.length !== 1 || args[0] !== '--stdio') throw new UsageError('expected --stdio and nothing else');
    // The server is a bundle of its own beside this one; it reads --stdio from the arguments and runs until it is told to exit.
    require(join(__dirname, 'server.js'));
    return 0;
  },
};
