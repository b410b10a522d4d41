import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { type CodeLens, commands, env, type Hover, MarkdownString, Uri, window, workspace } from 'vscode';
import {
  caretAt,
  closeAll,
  definitionsAt,
  eventually,
  fileUri,
  picture,
  positionOf,
  SCRATCH,
  SEEDS,
  show,
  showSeed,
  writeFile,
} from '../helper';

/** What a hover at a place of a document says. */
async function hoverAt(uri: Uri, text: string): Promise<string> {
  const document = await workspace.openTextDocument(uri);
  const found = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    positionOf(document, text),
  );
  return found
    .flatMap(({ contents }) => contents)
    .map(content => (content instanceof MarkdownString ? content.value : ''))
    .join('\n');
}

describe('notes', () => {
  after(async () => {
    await commands.executeCommand('reftel.unlockCables');
    await closeAll();
  });

  it('complete an id with its paragraphs, and lead to the paragraph', async () => {
    await showSeed(1);
    const note = await show(writeFile('wells.md', '# Wells\n\nSee 07MUSCAT154 \n'));
    assert.equal(note.languageId, 'markdown');
    const start = note.lineAt(2).range.end;
    // The editor knows of the server's lists only once the archive has cables.
    await eventually(
      () => hoverAt(note.uri, '07MUSCAT154'),
      text => text.includes('14 February 2007'),
    );
    caretAt(start);
    await commands.executeCommand('type', { text: '¶' });
    await picture('note-completion', '.suggest-widget.visible .monaco-list-row');
    await commands.executeCommand('type', { text: '2' });
    await eventually(
      async () => {
        await commands.executeCommand('acceptSelectedSuggestion');
        return note.getText();
      },
      text => text.includes('07MUSCAT154 ¶2'),
    );
    await note.save();

    const [place] = await definitionsAt(note, positionOf(note, '¶2').translate(0, -1));
    assert.equal(basename(place?.path ?? ''), SEEDS[1]);
    const cable = await workspace.openTextDocument(fileUri(SEEDS[1]));
    assert.match(cable.lineAt(place?.position.line ?? 0).text, /2\./);
    assert.match(await hoverAt(note.uri, '¶2'), /\*\*¶2\*\*/);

    const links = await eventually(
      () =>
        commands.executeCommand<{ target?: Uri; tooltip?: string }[]>(
          'vscode.executeLinkProvider',
          note.uri,
          10,
        ),
      found => found.length > 0,
    );
    assert.match(links[0]?.target?.toString() ?? '', new RegExp(`${SEEDS[1]}#L`));
  });

  it('take a quotation with its citation and a link, and are listed beside who cites', async () => {
    const cable = await showSeed(1);
    const at = cable.getText().search(/^.{0,12}2\. \(/m);
    assert.ok(at > 0);
    caretAt(cable.positionAt(at + 20));
    const copied = async (command: string, expected: RegExp) => {
      await commands.executeCommand(command);
      return eventually(
        () => env.clipboard.readText(),
        text => expected.test(text),
      );
    };
    const quotation = await copied('reftel.copyQuotation', /^> ¶2\. \(/);
    assert.match(quotation, /telegram 07MUSCAT154, February 14, 2007, para\. 2, Confidential\.\n$/);
    const link = await copied('reftel.copyParagraphLink', /^\[07MUSCAT154 ¶2\]/);
    assert.match(link, /:\/\/reftel\.reftel\/cable\/07MUSCAT154\?paragraph=2\)$/);

    writeFile('quoted.md', `# Quoted\n\n${quotation}\n${link}\n`);
    const lenses = await eventually(
      () => commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', cable.uri, 10),
      found => found.some(({ command }) => command?.title === 'noted in 2'),
    );
    assert.equal(lenses.length, 3);
    await commands.executeCommand('reftel.citations.focus');
    await picture('noted-in', '.pane-body .monaco-list-row[aria-label*="quoted.md"]');
    await commands.executeCommand('workbench.view.explorer');
  });

  it('keep cables from being changed where these are locked, until they are unlocked', async () => {
    const cable = await showSeed(1);
    const text = cable.getText();
    const typed = async () => {
      await commands.executeCommand('type', { text: 'x' });
      return cable.getText() !== text;
    };
    await commands.executeCommand('reftel.lockCables', Uri.joinPath(cable.uri, '..'));
    assert.equal(await typed(), false, 'a locked cable was changed');
    const other = await showSeed(0);
    const before = other.getText();
    await eventually(
      () => new Promise(next => setTimeout(next, 300)),
      () => true,
    );
    await commands.executeCommand('type', { text: 'x' });
    assert.equal(other.getText(), before, 'a cable that was opened later was changed');
    await picture('locked', '[id="reftel.reftel.reftel.lock"], [id*="reftel.lock"]');

    const note = await show(fileUri(`${SCRATCH}/wells.md`));
    const noteText = note.getText();
    await commands.executeCommand('type', { text: 'x' });
    assert.notEqual(note.getText(), noteText, 'a note was locked');
    await commands.executeCommand('undo');

    await showSeed(1);
    await commands.executeCommand('reftel.unlockCables');
    assert.equal(await eventually(typed, Boolean), true);
    await commands.executeCommand('undo');
    assert.equal(window.activeTextEditor?.document.getText(), text);
    await commands.executeCommand('workbench.action.files.revert');
  });
});
