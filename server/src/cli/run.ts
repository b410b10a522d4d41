import { version } from '../../../package.json';
import { UsageError } from './arguments';
import { check } from './check';
import { citedBy } from './citedBy';
import { cites } from './cites';
import type { Command, Status } from './command';
import { exportCables } from './export';
import { indexFolder } from './indexFolder';
import { lsp } from './lsp';
import { outline } from './outline';
import { type Output, standardOutput } from './output';

const commands: readonly Command[] = [check, outline, cites, citedBy, indexFolder, exportCables, lsp];

/** Runs `reftel` with the arguments behind its name. Resolves to the exit code; never rejects. */
export async function run(args: readonly string[], output: Output = standardOutput()): Promise<Status> {
  const [first, ...rest] = args;
  if (first === '--version') return print(output, `${version}\n`);
  if (first === '--help' || first === '-h') return print(output, help());
  const command = commands.find(({ name }) => name === first);
  if (!command) {
    output.say(
      first === undefined ? help().trimEnd() : `reftel: there is no command ${first}; see reftel --help`,
    );
    return 2;
  }
  if (asksForHelp(rest)) return print(output, command.help);
  try {
    return await command.run(rest, output);
  } catch (error) {
    const usage = error instanceof UsageError;
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

function help(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return `usage: reftel COMMAND [ARGUMENT…]

Reads US diplomatic cables.

${commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join('\n')}

  reftel COMMAND --help  more about a command
  reftel --version       the version
`;
}
