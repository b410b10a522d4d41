import type { Writable } from 'node:stream';
import { StatusLine } from './statusLine';

/** Where a command writes. No colour, and progress for the user alone: both would be in the way of the next program. */
export interface Output {
  /** Writes to standard output; resolves when there is room for more, so that little is ever held back. */
  write(text: string): Promise<void>;
  /** Says a line to standard error. */
  say(line: string): void;
  /**
   * Shows how far the work is, in place of what was shown before, where the user watches standard error and no output is in the
   * way: before the first of it, or where it goes elsewhere. The empty text takes it away.
   */
  progress(text: string): void;
}

/** Writes to this process's streams. A reader that closes the pipe ends the process quietly. */
export function standardOutput(): Output {
  const { stdout, stderr } = process;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? 0 : 2);
    });
  }
  const status = new StatusLine(stderr);
  let hasWritten = false;
  return {
    write(text) {
      if (stdout.isTTY) status.clear();
      hasWritten = true;
      return writeTo(stdout, text);
    },
    say(line) {
      status.clear();
      stderr.write(`${line}\n`);
    },
    progress(text) {
      if (text === '') status.clear();
      else if (!(stdout.isTTY && hasWritten)) status.show(text);
    },
  };
}

function writeTo(stream: Writable, text: string): Promise<void> {
  return new Promise(resolve => {
    if (stream.write(text)) resolve();
    else stream.once('drain', resolve);
  });
}
