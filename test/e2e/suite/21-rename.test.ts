import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { commands, Uri } from 'vscode';
import { madeTelegram, wholeText } from '../../import/made';
import { acceptUntil, closeAll, eventually, fileUri, picture, SCRATCH, show, writeFile } from '../helper';

describe('Cable: Rename Files to Their IDs…', () => {
  after(closeAll);

  it('shows the new names, renames the files, and takes that back at once', async () => {
    const one = writeFile('hashed/2997beacdc0d1d2b.txt', wholeText(madeTelegram(4721)));
    const copy = writeFile('hashed/d7c79b370b6b1b3a.txt', wholeText(madeTelegram(4721)));
    writeFile('hashed/notes.cable', 'Nothing that has an id.\n');
    const folder = fileUri(`${SCRATCH}/hashed`);
    const named = Uri.joinPath(folder, '07MUSCAT4721.txt');
    const numbered = Uri.joinPath(folder, '07MUSCAT4721-2.txt');
    const done = commands.executeCommand('reftel.renameFiles', folder, [folder]);
    await picture('rename-preview', '.quick-input-list .monaco-list-row');
    await acceptUntil(() => existsSync(numbered.fsPath));
    await done;
    assert.deepEqual(
      [one, copy, named].map(({ fsPath }) => existsSync(fsPath)),
      [false, false, true],
    );
    await picture('rename-done', '.notifications-toasts .notification-list-item');

    await show(named);
    await commands.executeCommand('undo');
    await eventually(
      () => [one, copy].every(({ fsPath }) => existsSync(fsPath)) && !existsSync(numbered.fsPath),
      Boolean,
    );
  });
});
