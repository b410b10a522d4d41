import assert from 'node:assert/strict';
import {
  ConfigurationTarget,
  commands,
  env,
  languages,
  Position,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import {
  acceptNotification,
  closeAll,
  eventually,
  fileUri,
  isClientLoaded,
  languageOf,
  picture,
  reftel,
  SCRATCH,
  SEEDS,
  show,
  until,
  writeFile,
} from '../helper';

const PROSE = 'Dear Ann,\n\nSubject: the cable car\nFrom: Bob\n\nWe took it up, and walked down.\n';
const CABLE = [
  'R 010900Z MAR 06',
  'FM AMEMBASSY MUSCAT',
  'TO SECSTATE WASHDC',
  'UNCLAS MUSCAT 000400',
  'E.O. 12958: N/A',
  'TAGS: ECON MU',
  'SUBJECT: A QUIET DAY',
  '1. Nothing happened.',
  '',
].join('\n');

const recognition = () => workspace.getConfiguration('reftel');
const setRecognition = (mode: string | undefined) =>
  recognition().update('recognisePlainText', mode, ConfigurationTarget.Global);

/** Waits until the extension has looked at everything opened so far: it looks at documents in the order they are opened. */
async function afterTheNextCable(): Promise<void> {
  const name = `witness-${Math.random()}.txt`;
  await languageOf(await workspace.openTextDocument(writeFile(name, CABLE)), 'cable');
}

// This file is the first: later ones start the server.
describe('a text that is no cable', () => {
  // Notes beside cables have a use for the client; this text is none.
  const notes = (enabled: boolean | undefined) =>
    workspace.getConfiguration('reftel.notes').update('enabled', enabled, ConfigurationTarget.Global);
  before(() => notes(false));
  after(() => notes(undefined));

  it('stays plain text, and nothing but the recogniser is loaded', async () => {
    await reftel().activate();
    const document = await show(writeFile('prose.txt', PROSE));
    const empty = await show(writeFile('empty.txt', ''));
    await new Promise(setImmediate);
    assert.equal(document.languageId, 'plaintext');
    assert.equal(empty.languageId, 'plaintext');
    assert.equal(isClientLoaded(), false);
  });

  it('keeps nobody from seeing the views of a folder of cables, which read it when they are shown', async () => {
    await eventually(
      () => {
        // Until the folder has been looked at there is no such view, and VS Code waits for it.
        void commands.executeCommand('reftel.collection.focus');
        return isClientLoaded();
      },
      loaded => loaded,
    );
    await picture(
      'views-unopened',
      '[id="workbench.view.extension.reftel"] .monaco-list-row:has-text("MUSCAT")',
    );
    await commands.executeCommand('workbench.view.explorer');
  });

  it('stays plain text after those that became cables', async () => {
    const document = await show(fileUri(`${SCRATCH}/prose.txt`));
    await afterTheNextCable();
    assert.equal(document.languageId, 'plaintext');
  });
});

describe('a text that is a cable', () => {
  beforeEach(async () => {
    await closeAll();
    await setRecognition(undefined);
  });
  after(async () => {
    await setRecognition(undefined);
    await closeAll();
    await workspace.fs.delete(fileUri(SCRATCH), { recursive: true });
  });

  for (const name of SEEDS) {
    it(`is recognised in ${name}`, async () => {
      await languageOf(await show(fileUri(name)), 'cable');
      assert.equal(isClientLoaded(), true);
    });
  }

  it('is recognised by the ending .cable, whatever it says', async () => {
    const document = await show(writeFile('note.cable', PROSE));
    assert.equal(document.languageId, 'cable');
  });

  it('is recognised when a pasted text is saved', async () => {
    const document = await show(writeFile('pasted.txt', ''));
    await afterTheNextCable();
    assert.equal(document.languageId, 'plaintext');
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(0, 0), CABLE);
    await workspace.applyEdit(edit);
    await document.save();
    await languageOf(document, 'cable');
  });

  it('is recognised in an untitled document', async () => {
    await languageOf(await workspace.openTextDocument({ content: CABLE, language: 'plaintext' }), 'cable');
  });

  it('is recognised when it is pasted into an untitled document', async () => {
    await commands.executeCommand('workbench.action.files.newUntitledFile');
    const document = await eventually(
      () => window.activeTextEditor?.document,
      active => active?.isUntitled === true,
    );
    assert.ok(document);
    await env.clipboard.writeText(CABLE);
    await commands.executeCommand('editor.action.clipboardPasteAction');
    if (document.getText() === '') await commands.executeCommand('type', { text: CABLE });
    await languageOf(document, 'cable');
    await commands.executeCommand('undo');
    await languages.setTextDocumentLanguage(document, 'plaintext');
    await commands.executeCommand('type', { text: CABLE });
    await afterTheNextCable();
    assert.equal(document.languageId, 'plaintext', 'once a person set it back');
  });

  for (const language of ['lua', 'markdown'])
    it(`is recognised where VS Code takes what was pasted for ${language}, not where a person does`, async () => {
      const document = await workspace.openTextDocument({ content: '' });
      const insert = async (target: TextDocument, text: string) => {
        const edit = new WorkspaceEdit();
        edit.insert(target.uri, target.positionAt(target.getText().length), text);
        await workspace.applyEdit(edit);
      };
      await insert(document, 'local a = 1\n\n');
      // As VS Code does when it has looked at what was typed.
      await languages.setTextDocumentLanguage(document, language);
      await insert(document, CABLE);
      await languageOf(document, 'cable');

      const chosen = await workspace.openTextDocument({ content: '', language });
      await insert(chosen, CABLE);
      await afterTheNextCable();
      assert.equal(chosen.languageId, language);
    });

  it('stays in a language that is not plain text', async () => {
    const document = await show(writeFile('cable.md', CABLE));
    await afterTheNextCable();
    assert.equal(document.languageId, 'markdown');
  });

  it('stays plain text once a person set it back, and becomes a cable again by hand', async () => {
    const uri = writeFile('set-back.txt', CABLE);
    const document = await show(uri);
    await languageOf(document, 'cable');
    await languages.setTextDocumentLanguage(document, 'plaintext');
    await afterTheNextCable();
    assert.equal(document.languageId, 'plaintext');

    await closeAll();
    await until(workspace.onDidCloseTextDocument, () => document.isClosed);
    const again = await show(uri);
    await afterTheNextCable();
    assert.equal(again.languageId, 'plaintext', 'after it was closed and opened');

    await languages.setTextDocumentLanguage(again, 'cable');
    await closeAll();
    await until(workspace.onDidCloseTextDocument, () => again.isClosed);
    await languageOf(await show(uri), 'cable');
  });

  for (const pattern of ['*.ASSOCIATED.txt', '**/mine/*.txt']) {
    it(`stays plain text where files.associations says so: ${pattern}`, async () => {
      const files = workspace.getConfiguration('files');
      await files.update('associations', { [pattern]: 'plaintext' }, ConfigurationTarget.Global);
      const document = await show(writeFile('mine/a.associated.txt', CABLE));
      await afterTheNextCable();
      assert.equal(document.languageId, 'plaintext');
      await files.update('associations', undefined, ConfigurationTarget.Global);
    });
  }

  it('stays plain text with the setting never, until the setting changes', async () => {
    await setRecognition('never');
    const document = await show(writeFile('never.txt', CABLE));
    const cable = await show(writeFile('other.cable', CABLE));
    assert.equal(cable.languageId, 'cable');
    assert.equal(document.languageId, 'plaintext');
    await setRecognition('always');
    await languageOf(document, 'cable');
  });

  it('waits for an answer with the setting ask, one for all texts of the folder', async () => {
    await setRecognition('ask');
    const documents = [await show(writeFile('ask.txt', CABLE)), await show(writeFile('ask-too.txt', CABLE))];
    // Were they made cables unasked, that would have happened before this one, opened later, was made one.
    const witness = await show(writeFile('witness-of-asking.txt', PROSE));
    await languages.setTextDocumentLanguage(witness, 'cable');
    await languageOf(witness, 'cable');
    assert.ok(documents.every(({ languageId }) => languageId === 'plaintext'));
    await picture('ask', '.notification-toast:has-text("ask.txt")');
    await acceptNotification(() => documents.every(({ languageId }) => languageId === 'cable'));
    const folder = workspace.workspaceFolders?.[0];
    const setting = () => workspace.getConfiguration('reftel', folder);
    assert.equal(setting().get('recognisePlainText'), 'always');
    await setting().update('recognisePlainText', undefined, ConfigurationTarget.WorkspaceFolder);
    assert.equal(setting().get('recognisePlainText'), 'ask');
  });

  it('is left alone in documents that are no text a person opened', async () => {
    const provider = workspace.registerTextDocumentContentProvider('git', {
      provideTextDocumentContent: () => CABLE,
    });
    const document = await workspace.openTextDocument(Uri.parse('git:/old.txt'));
    await afterTheNextCable();
    assert.equal(document.languageId, 'plaintext');
    provider.dispose();
  });
});
