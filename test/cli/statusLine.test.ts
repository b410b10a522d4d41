import { deepEqual } from 'node:assert/strict';
import { StatusLine } from '../../server/src/cli/statusLine';

function terminal(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

describe('status line', () => {
  it('says nothing where nobody watches', () => {
    const pipe = terminal(false);
    const status = new StatusLine(pipe);
    status.show('1');
    status.clear();
    deepEqual(pipe.written, []);
  });

  it('puts each text in place of the one before, ten times a second at most, and leaves nothing behind', () => {
    const screen = terminal(true);
    let now = 0;
    const status = new StatusLine(screen, () => now);
    for (now of [0, 50, 99, 100, 150, 230]) status.show(`${now}`);
    status.clear();
    status.clear();
    deepEqual(screen.written, ['\r\x1b[K0', '\r\x1b[K100', '\r\x1b[K230', '\r\x1b[K']);
  });
});
