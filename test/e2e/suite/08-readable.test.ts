import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { commands, Selection, TabInputTextDiff, type TextDocument, window, workspace } from 'vscode';
import { madeRow, madeTelegram } from '../../import/made';
import {
  acceptNotification,
  caretAt,
  closeAll,
  eventually,
  fileUri,
  hasHands,
  languageOf,
  paste,
  picture,
  press,
  SCRATCH,
  show,
  writeFile,
} from '../helper';

/** Marks of copies, entities and tags in an otherwise sound cable with line ends of its own. */
const COPY = [
  'R 081200Z MAR 07',
  'FM AMEMBASSY MUSCAT',
  'TO RUEHC/SECSTATE WASHDC 1111',
  '',
  'UNCLAS MUSCAT 000411',
  '',
  'SIPDIS',
  '',
  'E.O. 12958: N/A',
  'TAGS: [PREL](#) [MU](#)',
  'SUBJECT: MINISTER VISITS THE NEW HARBOR',
  '',
  '[1](#)1. (U) The minister opened the &quot;new&quot; harbor,',
  'and <i>left</i> at noon.',
  '',
  '[1](#)2. (U) He will be back.',
  '',
].join('\r\n');
const READABLE = COPY.replace('[PREL](#) [MU](#)', 'PREL MU')
  .replaceAll('[1](#)', '¶')
  .replaceAll('&quot;', '"')
  .replace(/<.?i>/g, '');

const preview = () => {
  const { activeTab } = window.tabGroups.activeTabGroup;
  return activeTab?.input instanceof TabInputTextDiff ? activeTab : undefined;
};
const previewOpens = () => eventually(preview, tab => tab !== undefined);

async function open(name: string, text = COPY): Promise<TextDocument> {
  const document = await show(writeFile(name, text));
  await languageOf(document, 'cable');
  caretAt(document.positionAt(0));
  return document;
}

describe('Cable: Make Readable', () => {
  afterEach(async () => {
    if (preview()) await commands.executeCommand('reftel.discardReadable');
    await window.activeTextEditor?.document.save();
    await closeAll();
  });

  it('shows what it would change, changes it on Apply, and one undo takes it back', async () => {
    const document = await open('readable.cable');
    await commands.executeCommand('reftel.makeReadable');
    const tab = await previewOpens();
    assert.equal(tab?.label, 'Make Readable: readable.cable');
    assert.equal(document.getText(), COPY, 'not before');
    await picture('make-readable', '.monaco-diff-editor .line-insert');
    if (hasHands()) await press('Control+Enter');
    else await commands.executeCommand('reftel.applyReadable');
    await eventually(
      () => document.getText(),
      text => text !== COPY,
    );
    assert.equal(document.getText(), READABLE);
    assert.equal(preview(), undefined);
    assert.equal(window.activeTextEditor?.document, document);

    await commands.executeCommand('reftel.makeReadable');
    assert.equal(preview(), undefined, 'done once, nothing is left to do');
    await commands.executeCommand('undo');
    assert.equal(document.getText(), COPY);
  });

  it('changes nothing when it is discarded, or when the text has changed since', async () => {
    const document = await open('discarded.cable');
    await commands.executeCommand('reftel.makeReadable');
    await previewOpens();
    await commands.executeCommand('reftel.discardReadable');
    assert.equal(preview(), undefined);
    assert.equal(document.getText(), COPY);
  });

  it('keeps to what is selected, and answers to its old name', async () => {
    const document = await open('selection.cable');
    const editor = window.activeTextEditor;
    assert.ok(editor);
    const line = document.lineAt(document.lineCount - 2).range;
    editor.selection = new Selection(line.start, line.end);
    await commands.executeCommand('reftel.normalise');
    await previewOpens();
    await commands.executeCommand('reftel.applyReadable');
    assert.equal(document.getText(), COPY.replace('[1](#)2.', '¶2.'));
  });

  it('makes a cable of a page in plain text', async () => {
    const plain = READABLE.replaceAll('\r\n', '\n');
    const page = `<html><body><div><pre>${plain.replaceAll('"', '&quot;')}</pre></div></body></html>`;
    const document = await show(writeFile('page.txt', page));
    assert.equal(document.languageId, 'plaintext');
    await commands.executeCommand('reftel.makeReadable');
    await previewOpens();
    await commands.executeCommand('reftel.applyReadable');
    await languageOf(document, 'cable');
    assert.equal(document.getText(), plain);
  });
});

describe('pasting', () => {
  const plain = READABLE.replaceAll('\r\n', '\n');
  const html = `<pre>${plain.replaceAll('"', '&quot;')}</pre>`;

  beforeEach(function () {
    if (!hasHands()) this.skip();
  });
  afterEach(async () => {
    // Not asked whether to save.
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAll();
  });

  /** Pastes into a new document; gives that when it holds something. */
  async function pasted(flavours: Readonly<Record<string, string>>): Promise<TextDocument> {
    await commands.executeCommand('workbench.action.files.newUntitledFile');
    const document = await eventually(
      () => window.activeTextEditor?.document,
      active => active?.isUntitled === true && active.getText() === '',
    );
    assert.ok(document);
    await paste(flavours);
    await eventually(
      () => document.getText(),
      text => text !== '',
    );
    return document;
  }

  it('a cable as plain text leaves it as it is', async () => {
    const document = await pasted({ 'text/plain': plain });
    await languageOf(document, 'cable');
    assert.equal(document.getText(), plain);
  });

  it('the source of a page makes a cable, and plain text where one prefers that', async () => {
    const source = `<html><body><div>${html}</div></body></html>`;
    const document = await pasted({ 'text/plain': source });
    await languageOf(document, 'cable');
    assert.equal(document.getText().trim(), plain.trim());
    await picture('paste-html', '.post-edit-widget');
    await press('Control+.');
    await picture('paste-choice', '.action-widget :text("Plain Text")');
    await press('Escape');
    await commands.executeCommand('undo');
    assert.equal(document.getText(), '');
    await commands.executeCommand('editor.action.pasteAsText');
  });

  it('what a browser has copied makes a cable, though its text has lost its lines', async () => {
    const document = await pasted({
      'text/plain': plain.replace(/\s+/g, ' '),
      'text/html': `<meta charset='utf-8'><div style="color: red">${html}</div>`,
    });
    await languageOf(document, 'cable');
    assert.equal(document.getText().trim(), plain.trim());
  });

  it('anything else is pasted as VS Code does', async () => {
    const document = await pasted({ 'text/plain': 'Dear <b>Ann</b>,\n', 'text/html': '<p>Dear Ann,</p>' });
    assert.equal(document.getText(), 'Dear <b>Ann</b>,\n');
    assert.notEqual(document.languageId, 'cable');
  });
});

describe('a cable in Windows-1252', () => {
  const text = READABLE.replaceAll('"new"', '\u201cnew\u201d');
  const bytes = Buffer.from(READABLE.replaceAll('"new"', '\x93new\x94'), 'latin1');

  afterEach(closeAll);

  it('is offered to be reopened in its encoding', async () => {
    const uri = writeFile('windows.txt', '');
    writeFileSync(uri.fsPath, bytes);
    const document = await show(uri);
    await languageOf(document, 'cable');
    assert.match(document.getText(), /\uFFFD/);
    await picture('encoding', '.notification-toast :text("Reopen with Windows-1252")');
    await acceptNotification(() => document.getText() === text);
    assert.equal(document.encoding, 'windows1252');
    assert.equal(document.isDirty, false);
  });

  it('in UTF-8 it is left alone', async () => {
    const document = await show(writeFile('utf-8.txt', text));
    await languageOf(document, 'cable');
    await new Promise(next => setTimeout(next, 500));
    await commands.executeCommand('notification.acceptPrimaryAction');
    assert.equal(document.encoding, 'utf8');
    assert.equal(document.getText(), text);
    await workspace.fs.delete(fileUri(SCRATCH), { recursive: true });
  });
});

describe('a text that holds cables', () => {
  afterEach(closeAll);

  it('offers what makes one readable', async () => {
    const page = `<html><body><pre>${READABLE.replaceAll('\r\n', '\n')}</pre></body></html>`;
    await show(writeFile('told.txt', page));
    await picture('page-told', '.notification-toast :text("with a cable in it")');
    await acceptNotification(() => preview() !== undefined);
    await commands.executeCommand('reftel.discardReadable');
  });

  it('offers an import of a dump', async () => {
    const document = await show(
      writeFile('dump.txt', madeRow(madeTelegram(1), 1) + madeRow(madeTelegram(2), 2)),
    );
    await picture('dump-told', '.notification-toast :text("dump of about 2 cables")');
    assert.equal(document.languageId, 'plaintext');
    await commands.executeCommand('notifications.clearAll');
  });
});
