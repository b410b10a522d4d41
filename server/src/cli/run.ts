import { version } from '../../../package.json';
import { problemOf } from '../host/files/problem';
import { suggestionFor } from '../text/suggestion';
import { didYouMean, isUsageError, oneOf } from './arguments';
import type { Command, Status } from './command';
import { completionOf } from './completion';
import { GLOBAL_USAGE } from './helpText';
import { lsp } from './lsp';
import { manualPage } from './manualPage';
import { COLOR_CHOICES, type ColorChoice, type Output, standardOutput } from './output';

/** Each command's code is in a bundle of `dist` that is loaded only for it. */
const archiveCommands = () => import('./archiveCommands.js');
const cableCommands = () => import('./cableCommands.js');
const searchCommands = () => import('./searchCommands.js');
const importCommands = () => import('./importCommands.js');

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await cableCommands()).check,
  outline: async () => (await cableCommands()).outline,
  cites: async () => (await archiveCommands()).cites,
  'cited-by': async () => (await archiveCommands()).citedBy,
  search: async () => (await searchCommands()).search,
  missing: async () => (await searchCommands()).missing,
  cite: async () => (await searchCommands()).citeCable,
  compare: async () => (await searchCommands()).compareCopies,
  index: async () => (await archiveCommands()).indexFolder,
  export: async () => (await cableCommands()).exportCables,
  import: async () => (await importCommands()).importCables,
  explain: async () => (await cableCommands()).explain,
  lsp: async () => lsp,
  mcp: async () => (await import('./mcp.js')).mcp,
  completion: async () => completionOf(allCommands),
};

const allCommands = () => Promise.all(Object.values(commands).map(load => load()));

/** Runs `reftel` with the arguments after its name. Resolves to the exit code; never rejects. */
export async function run(args: readonly string[]): Promise<Status> {
  const [first, ...rest] = args;
  let globals: GlobalOptions;
  try {
    globals = globalOptions(first === 'help' ? rest : args);
  } catch (error) {
    return failed('reftel', error, standardOutput(NO_GLOBALS));
  }
  const output = standardOutput(globals);
  const [name, ...own] = globals.rest;
  if (first === 'help') return await help(name, output);
  if (name === '--version' || name === '-V') return print(output, `${version}\n`);
  if (name === '--help' || name === '-h') return await help(undefined, output);
  if (name === undefined) {
    output.say((await overview()).trimEnd());
    return 2;
  }
  const command = await commandNamed(name, output);
  if (!command) return 2;
  if (asksForHelp(own)) return print(output, helpOf(command));
  try {
    return await command.run(own, output);
  } catch (error) {
    return failed(`reftel ${command.name}`, error, output);
  }
}

interface GlobalOptions {
  readonly color: ColorChoice;
  readonly quiet: boolean;
  /** The other arguments. */
  readonly rest: readonly string[];
}

const NO_GLOBALS: GlobalOptions = { color: 'auto', quiet: false, rest: [] };

/** Takes the options that every command has out of `args`, wherever they stand before a `--`. Throws `UsageError`. */
function globalOptions(args: readonly string[]): GlobalOptions {
  let { color, quiet } = NO_GLOBALS;
  const rest: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--') {
      rest.push(...args.slice(i));
      break;
    }
    const [, value] = /^--colou?r(?:=(.*))?$/.exec(arg) ?? [];
    if (arg === '--quiet') quiet = true;
    else if (/^--colou?r(=|$)/.test(arg)) {
      const when = value ?? args[++i] ?? '';
      color = oneOf(`--color ${when}`, when, COLOR_CHOICES);
    } else rest.push(arg);
  }
  return { color, quiet, rest };
}

function failed(who: string, error: unknown, output: Output): Status {
  output.say(`${who}: ${reasonOf(who, error)}`);
  return 2;
}

/** What is said of an error: a sentence where the user or the machine is the cause, all that helps to mend it where Reftel is. */
function reasonOf(who: string, error: unknown): string {
  if (isUsageError(error)) return `${error.message}; see ${who} --help`;
  if (!(error instanceof Error)) return String(error);
  if (!('code' in error && 'syscall' in error)) return error.stack ?? error.message;
  const path = 'path' in error ? String(error.path) : '';
  const { message } = problemOf(path, error);
  return path === '' ? message : `${path}: ${message}`;
}

/** The command with this name; undefined, and a word about it, if there is none. */
async function commandNamed(name: string, output: Output): Promise<Command | undefined> {
  if (Object.hasOwn(commands, name)) return await commands[name]?.();
  const meant = suggestionFor(name, Object.keys(commands));
  output.say(`reftel: there is no command ${name}${didYouMean(meant)}; see reftel --help`);
  return undefined;
}

async function print(output: Output, text: string): Promise<Status> {
  await output.write(text);
  return 0;
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).some(arg => arg === '--help' || arg === '-h');
}

/** Prints the help of a command, `man` for the manual page of all of them, or the list of commands. */
async function help(name: string | undefined, output: Output): Promise<Status> {
  if (name === undefined) return print(output, await overview());
  if (name === 'man') return print(output, manualPage(await allCommands(), version));
  const command = await commandNamed(name, output);
  return command ? print(output, helpOf(command)) : 2;
}

const helpOf = ({ help }: Command) => `${help}\nAlso: ${GLOBAL_USAGE}\n`;

async function overview(): Promise<string> {
  const loaded = await allCommands();
  const width = Math.max(...loaded.map(({ name }) => name.length));
  return `usage: reftel COMMAND [ARGUMENT…]

Reads US diplomatic cables.

${loaded.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join('\n')}

  reftel help COMMAND    more about a command
  reftel --version       the version

Every command takes ${GLOBAL_USAGE}.
`;
}
