import { version } from '../../../package.json';
import { isUsageError } from './arguments';
import type { Command, Status } from './command';
import { lsp } from './lsp';
import { type Output, standardOutput } from './output';

/** Each command's code is in a bundle of `dist` that is loaded only for it. */
const archiveCommands = () => import('./archiveCommands.js');
const cableCommands = () => import('./cableCommands.js');
const importCommands = () => import('./importCommands.js');

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await cableCommands()).check,
  outline: async () => (await cableCommands()).outline,
  cites: async () => (await archiveCommands()).cites,
  'cited-by': async () => (await archiveCommands()).citedBy,
  index: async () => (await archiveCommands()).indexFolder,
  export: async () => (await cableCommands()).exportCables,
  import: async () => (await importCommands()).importCables,
  lsp: async () => lsp,
};

/** Runs `reftel` with the arguments after its name. Resolves to the exit code; never rejects. */
export async function run(args: readonly string[], output: Output = standardOutput()): Promise<Status> {
  const [first, ...rest] = args;
  if (first === '--version') return print(output, `${version}\n`);
  if (first === '--help' || first === '-h') return print(output, await help());
  const load = first !== undefined && Object.hasOwn(commands, first) ? commands[first] : undefined;
  if (!load) {
    output.say(
      first === undefined
        ? (await help()).trimEnd()
        : `reftel: there is no command ${first}; see reftel --help`,
    );
    return 2;
  }
  const command = await load();
  if (asksForHelp(rest)) return print(output, command.help);
  try {
    return await command.run(rest, output);
  } catch (error) {
    const usage = isUsageError(error);
    const what = usage
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
    output.say(`reftel ${command.name}: ${what}${usage ? `; see reftel ${command.name} --help` : ''}`);
    return 2;
  }
}

async function print(output: Output, text: string): Promise<Status> {
  await output.write(text);
  return 0;
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).some(arg => arg === '--help' || arg === '-h');
}

async function help(): Promise<string> {
  const loaded = await Promise.all(Object.values(commands).map(load => load()));
  const width = Math.max(...loaded.map(({ name }) => name.length));
  return `usage: reftel COMMAND [ARGUMENT…]

Reads US diplomatic cables.

${loaded.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join('\n')}

  reftel COMMAND --help  more about a command
  reftel --version       the version
`;
}
