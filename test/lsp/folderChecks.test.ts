import assert from 'node:assert/strict';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { FolderChecks } from '../../server/src/lsp/folderChecks';

const ZERO = { line: 0, character: 0 };
const diagnostic = (sign: string): Diagnostic => ({
  range: { start: ZERO, end: ZERO },
  message: sign,
  severity: sign === 'e' ? DiagnosticSeverity.Error : DiagnosticSeverity.Hint,
});

/** A disk on which each file's text has a sign for each of its diagnostics: `e` for an error, `h` for a hint. */
function checksOf(disk: Record<string, string>, limit: number) {
  const shown = new Map<string, string>();
  const checks = new FolderChecks(
    {
      async collect(uri, { onCable }, signal) {
        for (const [file, text] of Object.entries(disk))
          if (!signal.aborted && file.startsWith(uri)) onCable(file, text);
      },
      diagnose: (uri, text) => (uri.endsWith('/open') ? null : [...text].map(diagnostic)),
      publish: (uri, diagnostics) => shown.set(uri, diagnostics.map(({ message }) => message).join('')),
      onProblem: assert.fail,
    },
    limit,
  );
  const never = new AbortController().signal;
  return {
    checks,
    check: (uri = 'x:/f', signal = never) => checks.check(uri, signal),
    shown: () => [...shown],
  };
}

describe('checking folders', () => {
  it('publishes the files in which something is found, and no others', async () => {
    const { check, shown } = checksOf({ 'x:/f/1': 'e', 'x:/f/2': '', 'x:/f/open': 'e' }, 9);
    await check();
    assert.deepEqual(shown(), [['x:/f/1', 'e']]);
  });

  it('shows all up to the limit, behind it what is serious, and at most as much again', async () => {
    const disk = {
      'x:/f/1': 'hh',
      'x:/f/2': 'hhe',
      'x:/f/3': 'e',
      'x:/f/4': 'h',
      'x:/f/5': 'ee',
      'x:/f/6': 'e',
    };
    const { checks, check, shown } = checksOf(disk, 2);
    assert.equal(checks.isCut, false);
    await check();
    assert.deepEqual(shown(), [
      ['x:/f/1', 'hh'],
      ['x:/f/2', 'e'],
      ['x:/f/3', 'e'],
    ]);
    assert.equal(checks.isCut, true);
  });

  it('has room again for what is taken back', async () => {
    const disk = { 'x:/f/1': 'hh', 'x:/f/2': 'hh' };
    const { checks, check, shown } = checksOf(disk, 2);
    await check();
    checks.deleted(['x:/f/1']);
    await check('x:/f/2');
    assert.deepEqual(shown(), [
      ['x:/f/1', ''],
      ['x:/f/2', 'hh'],
    ]);
  });

  it('takes back a file that is no cable any more, and what was below a folder that is gone', async () => {
    const disk: Record<string, string> = { 'x:/f/1': 'e', 'x:/f/sub/2': 'e' };
    const { checks, check, shown } = checksOf(disk, 9);
    await check();
    delete disk['x:/f/1'];
    await check('x:/f/1');
    checks.deleted(['x:/f/sub']);
    assert.deepEqual(shown(), [
      ['x:/f/1', ''],
      ['x:/f/sub/2', ''],
    ]);
  });

  it('leaves a file to its open document, by whatever uri that is known', async () => {
    const { checks, check, shown } = checksOf({ 'x:/f/1': 'e', 'x:/f/2': 'e' }, 9);
    await check();
    checks.release('x:/f/1', 'x:/f/1');
    checks.release('x:/f/2', 'X:/f/2');
    checks.clear();
    assert.deepEqual(shown(), [
      ['x:/f/1', 'e'],
      ['x:/f/2', ''],
    ]);
  });

  it('stops where it is told to', async () => {
    const { check, shown } = checksOf({ 'x:/f/1': 'e' }, 9);
    await check('x:/f', AbortSignal.abort());
    assert.deepEqual(shown(), []);
  });
});
