import type { Command } from './command';

/** An option of a command, as its help names it. */
export interface HelpOption {
  /** `--format` */
  readonly name: string;
  /** The word that stands for its value; null where it takes none. */
  readonly value: string | null;
  /** The values to choose from; empty where any is right. */
  readonly choices: readonly string[];
  readonly summary: string;
}

/** Options that every command takes. */
export const GLOBAL_OPTIONS: readonly HelpOption[] = [
  {
    name: '--color',
    value: 'WHEN',
    choices: ['auto', 'always', 'never'],
    summary: 'whether output is coloured (default: auto, on a terminal; NO_COLOR switches it off)',
  },
  { name: '--quiet', value: null, choices: [], summary: 'no progress and no remarks' },
  { name: '--help', value: null, choices: [], summary: 'what the command does' },
];

/** How these are given. */
export const GLOBAL_USAGE = `--color ${GLOBAL_OPTIONS[0]?.choices.join('|')} and --quiet`;

/** The parts of a command's help, which completions and the manual page are made from. */
export interface HelpParts {
  /** `reftel check [PATH…] [--format …]` */
  readonly usage: string;
  readonly options: readonly HelpOption[];
  /** The rest, without the options, in paragraphs. */
  readonly paragraphs: readonly string[];
}

const OPTION_LINE = /^ {2}(--[a-z][a-z-]*)(?: (\S+))? +(.*)$/;
const CONTINUATION = /^ {4,}(\S.*)$/;

/** Reads `command.help`: its usage, which gives each option and its choices, then the lines that describe them. */
export function helpParts({ help }: Pick<Command, 'help'>): HelpParts {
  const [head = '', ...blocks] = help.trimEnd().split('\n\n');
  const usage = head.replace(/^usage: /, '').replace(/\s+/g, ' ');
  const summaries = new Map<string, string>();
  const paragraphs: string[] = [];
  for (const block of blocks) {
    if (!block.startsWith('  --')) paragraphs.push(block);
    else readOptions(block, summaries);
  }
  return { usage, paragraphs, options: usageOptions(usage, summaries) };
}

function readOptions(block: string, summaries: Map<string, string>): void {
  let name = '';
  for (const line of block.split('\n')) {
    const [, option, value, summary = ''] = OPTION_LINE.exec(line) ?? [];
    const more = option ? null : CONTINUATION.exec(line)?.[1];
    if (option) {
      name = option;
      const known = summaries.get(name);
      // One line for each value: together they say what the option is for.
      const words = value && /^[a-z]/.test(value) ? `${value}: ${summary}` : summary;
      summaries.set(name, known === undefined ? words : `${known}; ${words}`);
    } else if (more) summaries.set(name, `${summaries.get(name) ?? ''} ${more}`.trim());
  }
}

function usageOptions(usage: string, summaries: ReadonlyMap<string, string>): readonly HelpOption[] {
  return [...usage.matchAll(/(--[a-z][a-z-]*)(?: ([^\s\]|]+(?:\|[^\s\]|]+)*))?/g)].map(
    ([, name = '', value]) => ({
      name,
      value: value ? (/^[A-Z]/.test(value) ? value : name.slice(2).toUpperCase()) : null,
      choices: value && !/^[A-Z]/.test(value) ? value.split('|') : [],
      summary: summaries.get(name) ?? '',
    }),
  );
}
