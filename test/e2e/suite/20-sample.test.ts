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

  it('puts the caret where a step of the walkthrough wants it', async () => {
    await commands.executeCommand('reftel.openSample', '07TUNIS131.txt', { at: 'UUUU' });
    const editor = window.activeTextEditor;
    assert.ok(editor);
    const { document } = editor;
    assert.deepEqual(editor.selection.active, document.positionAt(document.getText().indexOf('UUUU')));
  });

  it('shows its timeline', async () => {
    await commands.executeCommand('reftel.openSample', '07VALLETTA112.txt', { timeline: true });
    const labels = () => window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await eventually(labels, found => found.includes('Citations of 07VALLETTA112'));
  });
});
