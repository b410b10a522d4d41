import type { Writable } from 'node:stream';
import { visible, visibleJson } from '../text/visible';
import { StatusLine } from './statusLine';

/**
 * What a piece of standard output is. In `words`, control characters of cables and names become visible; in `json` they are escaped;
 * `data` is for programs, and is exact except on a terminal; `styled` words are visible already and have colours.
 */
export type Kind = 'words' | 'json' | 'data' | 'styled';

/** What the output of commands that have these formats is. */
export const KINDS = { text: 'words', ndjson: 'json', csv: 'data' } as const;

/** Where a command writes. Progress is for the user alone: it would be in the way of the next program. */
export interface Output {
  /** Whether standard output is coloured. */
  readonly useColor: boolean;
  /** Whether the user wants to hear of errors alone. */
  readonly quiet: boolean;
  /** Writes to standard output, as `words` unless it is another kind; resolves when there is room for more, so that little is held back. */
  write(text: string, kind?: Kind): Promise<void>;
  /** Says a line to standard error. */
  say(line: string): void;
  /** Says a line that is no error to standard error, unless the user wants it quiet. */
  note(line: string): void;
  /**
   * Shows how far the work is, in place of what was shown before, where the user watches standard error and no output is in the
   * way: before the first of it, or where it goes elsewhere. The empty text takes it away.
   */
  progress(text: string): void;
}

export const COLOR_CHOICES = ['auto', 'always', 'never'] as const;

/** When standard output is coloured: `auto` is on a terminal, unless the environment says otherwise. */
export type ColorChoice = (typeof COLOR_CHOICES)[number];

/** Writes to this process's streams. A reader that closes the pipe ends the process quietly. */
export function standardOutput({
  color,
  quiet,
}: {
  readonly color: ColorChoice;
  readonly quiet: boolean;
}): Output {
  const { stdout, stderr } = process;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? 0 : 2);
    });
  }
  const status = new StatusLine(stderr);
  let hasWritten = false;
  const say = (line: string) => {
    status.clear();
    stderr.write(`${visible(line)}\n`);
  };
  return {
    useColor: isColored(color, stdout.isTTY === true, process.env),
    quiet,
    write(text, kind = 'words') {
      if (stdout.isTTY) status.clear();
      hasWritten = true;
      return writeTo(stdout, shown(text, kind, stdout.isTTY === true));
    },
    say,
    note(line) {
      if (!quiet) say(line);
    },
    progress(text) {
      if (text === '') status.clear();
      else if (!quiet && !(stdout.isTTY && hasWritten)) status.show(visible(text));
    },
  };
}

/**
 * Whether output is coloured. `auto` follows the terminal, https://no-color.org (`NO_COLOR` with any value but the empty one
 * switches colours off), `FORCE_COLOR` (any value but `0` and the empty one switches them on) and `TERM=dumb`.
 */
export function isColored(choice: ColorChoice, isTerminal: boolean, env: NodeJS.ProcessEnv): boolean {
  if (choice !== 'auto') return choice === 'always';
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return isTerminal && env.TERM !== 'dumb';
}

/** The text as no terminal is harmed by it. */
export function shown(text: string, kind: Kind, isTerminal: boolean): string {
  if (kind === 'json') return visibleJson(text);
  return kind === 'styled' || (kind === 'data' && !isTerminal) ? text : visible(text);
}

function writeTo(stream: Writable, text: string): Promise<void> {
  return new Promise(resolve => {
    if (stream.write(text)) resolve();
    else stream.once('drain', resolve);
  });
}
