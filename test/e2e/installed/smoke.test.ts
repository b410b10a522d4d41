import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Position } from 'vscode';
import { definitionsAt, diagnosticsOf, positionOf, reftel, showSeed } from '../helper';

describe('the installed package', () => {
  it('is the one from the package, not the one of the source folder', () => {
    const source = join(__dirname, '../../../..');
    assert.ok(!reftel().extensionPath.startsWith(source), reftel().extensionPath);
  });

  it('recognises a cable and reports what is wrong with it', async () => {
    const document = await showSeed(2);
    assert.deepEqual(diagnosticsOf(document)[0], '7 error security-group-length');
  });

  it('follows a reference', async () => {
    const document = await showSeed(1);
    const [target] = await definitionsAt(document, positionOf(document, 'MUSCAT 00073'));
    assert.match(target?.path ?? '', /\/000_/);
    assert.deepEqual(target?.position, new Position(22, 0));
  });
});
