import assert from 'node:assert/strict';
import { commands, type TextEditor, window } from 'vscode';
import { closeAll, definitionsAt, eventually, positionOf } from '../helper';

/** Comes last: from here on there are cables outside the workspace. */
describe('Cable: Open Sample', () => {
  after(closeAll);

  it('opens the first of the bundled cables, whose references lead to others of them', async () => {
    await commands.executeCommand('reftel.openSample');
    const isSample = (editor?: TextEditor) =>
      editor?.document.uri.path.endsWith('/sample/07VALLETTA112.txt') ?? false;
    const editor = await eventually(() => window.activeTextEditor, isSample);
    assert.ok(editor);
    const { document } = editor;
    const targets = await eventually(
      () => definitionsAt(document, positionOf(document, 'VALLETTA 00098')),
      found => found.some(({ path }) => path.endsWith('/sample/07VALLETTA98.txt')),
    );
    assert.ok(targets.length > 0);
  });
});
