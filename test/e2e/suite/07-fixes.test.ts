import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import {
  type CodeAction,
  CodeActionKind,
  ConfigurationTarget,
  commands,
  type Diagnostic,
  languages,
  Range,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import {
  caretAt,
  closeAll,
  eventually,
  fileUri,
  languageOf,
  picture,
  positionOf,
  SCRATCH,
  show,
  until,
  writeFile,
} from '../helper';

/** A security group of four letters and a repeated caption, which have certain fixes; a serial that fits nothing, which has none. */
const WRONG = [
  'VZCZCXYZ0000',
  'RR RUEHWEB',
  'DE RUEHMS #0412 0671200',
  'ZNR UUUU ZZH',
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
  '[1](#)1. (U) The minister opened',
  'SIPDIS',
  'the new harbor.',
  '',
  '[1](#)2. (U) He left.',
  '',
].join('\r\n');
const FIXED = WRONG.replace('UUUU', 'UUUUU').replace('SIPDIS\r\nthe', 'the');

const codeOf = ({ code }: Diagnostic) => (typeof code === 'object' ? code.value : code);
const codesOf = ({ uri }: TextDocument) => languages.getDiagnostics(uri).map(codeOf);

/** Opens a new file with faults, and waits until they are underlined. */
async function showWrong(name: string, text = WRONG): Promise<TextDocument> {
  const document = await show(writeFile(name, text));
  await languageOf(document, 'cable');
  await until(languages.onDidChangeDiagnostics, () => codesOf(document).includes('serial-mismatch'));
  return document;
}

async function actionsFor(
  document: TextDocument,
  words: string,
  kind: CodeActionKind,
): Promise<CodeAction[]> {
  const place = positionOf(document, words);
  return await commands.executeCommand(
    'vscode.executeCodeActionProvider',
    document.uri,
    new Range(place, place),
    kind.value,
  );
}

/** What is saved stays in the scratch folder; an editor that asks whether to save would stop the next test. */
async function leave(document: TextDocument): Promise<void> {
  await document.save();
  await closeAll();
}

describe('fixes', () => {
  it('is offered at the light bulb, by what it writes', async () => {
    const document = await showWrong('bulb.cable');
    const [fix, ...more] = await actionsFor(document, 'UUUU', CodeActionKind.QuickFix);
    assert.ok(fix?.edit);
    assert.deepEqual(
      more.map(({ title }) => title),
      ['Ignore security-group-length in this file, in reftel.json…'],
    );
    assert.equal(fix.title, 'Write UUUUU');
    assert.equal(fix.isPreferred, true);

    caretAt(positionOf(document, 'UUUU'));
    await commands.executeCommand('editor.action.quickFix');
    await picture('lightbulb', '.action-widget :text("Write UUUUU")');
    await commands.executeCommand('hideCodeActionWidget');

    // The preferred fix at the caret.
    await commands.executeCommand('editor.action.autoFix');
    await eventually(
      () => document.lineAt(3).text,
      line => line === 'ZNR UUUUU ZZH',
    );
    await until(languages.onDidChangeDiagnostics, () => !codesOf(document).includes('security-group-length'));
    assert.equal(document.getText(), WRONG.replace('UUUU', 'UUUUU'));
    await leave(document);
  });

  it('is done on saving, where one asks for that', async () => {
    const editor = workspace.getConfiguration('editor');
    const setting = 'codeActionsOnSave';
    await editor.update(setting, { 'source.fixAll.reftel': 'explicit' }, ConfigurationTarget.Workspace);
    try {
      const document = await showWrong('save.cable');
      // Nothing is saved, and nothing fixed, before something is changed.
      const active = window.activeTextEditor;
      await active?.edit(builder => builder.insert(document.positionAt(document.getText().length), 'DOE'));
      await document.save();
      assert.equal(document.getText(), `${FIXED}DOE`);
      assert.equal(readFileSync(document.uri.fsPath, 'utf8'), `${FIXED}DOE`);
      await closeAll();
    } finally {
      await editor.update(setting, undefined, ConfigurationTarget.Workspace);
    }
  });

  it('can be declined for a file, with a reason in reftel.json', async () => {
    const document = await showWrong('ignored.cable');
    const settings = fileUri('reftel.json');
    const actions = await actionsFor(document, 'UUUU', CodeActionKind.QuickFix);
    const command = actions.find(({ title }) => title.startsWith('Ignore'))?.command;
    assert.ok(command);
    try {
      await commands.executeCommand(command.command, ...(command.arguments ?? []));
      const editor = await eventually(
        () => window.activeTextEditor,
        active => active?.document.uri.path === settings.path,
      );
      assert.ok(editor);
      // The caret is where the reason belongs.
      await commands.executeCommand('type', { text: 'as released' });
      await editor.document.save();
      assert.deepEqual(JSON.parse(readFileSync(settings.fsPath, 'utf8')).ignore, [
        { file: `${SCRATCH}/ignored.cable`, code: 'security-group-length', reason: 'as released' },
      ]);
      await until(
        languages.onDidChangeDiagnostics,
        () => !codesOf(document).includes('security-group-length'),
      );
    } finally {
      await closeAll();
      rmSync(settings.fsPath, { force: true });
    }
  });

  it('points to the other side of a contradiction', async () => {
    const document = await showWrong('related.cable', FIXED);
    const mismatch = languages.getDiagnostics(document.uri).find(one => codeOf(one) === 'serial-mismatch');
    const [related] = mismatch?.relatedInformation ?? [];
    assert.equal(related?.location.uri.toString(), document.uri.toString());
    assert.equal(document.getText(related?.location.range), '000411');
    caretAt(document.positionAt(0));
    await commands.executeCommand('editor.action.marker.next');
    await picture('related', '.marker-widget :text("The classification line has")');
    await commands.executeCommand('closeMarkersNavigation');
    await closeAll();
  });
});
