import type { Writable } from 'node:stream';

/** Where a command writes. No colour and no progress: both would be in the way of the next program. */
export interface Output {
  /** Writes to standard output; resolves when there is room for more, so that little is ever held back. */
  write(text: string): Promise<void>;
  /** Says a line to standard error. */
  say(line: string): void;
}

/** Writes to this process's streams. A reader that closes the pipe ends the process quietly. */
export function standardOutput(): Output {
  const { stdout, stderr } = process;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? 0 : 2);
    });
  }
  return {
    write: text => writeTo(stdout, text),
    say: line => void stderr.write(`${line}\n`),
  };
}

function writeTo(stream: Writable, text: string): Promise<void> {
  return new Promise(resolve => {
    if (stream.write(text)) resolve();
    else stream.once('drain', resolve);
  });
}
