import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  commands,
  type Disposable,
  type Event,
  extensions,
  type Location,
  type LocationLink,
  languages,
  type Position,
  Selection,
  TabInputWebview,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';

/** The seeds by their numbers, as they are named in the workspace. */
export const SEEDS = [
  '000_2997beacdc0d1d2b.txt',
  '001_d7c79b370b6b1b3a.txt',
  '002_e523bbbbf2932a18.txt',
  '003_fd35aa8c86347b6c.txt',
  '004_f37c22840742bfa9.txt',
] as const;

/** The extension under test. */
export function reftel() {
  const extension = extensions.getExtension('reftel.reftel');
  assert.ok(extension, 'the extension is not there');
  return extension;
}

/** The URI of a file of the workspace folder. */
export function fileUri(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return Uri.joinPath(folder.uri, name);
}

/** Where tests write files of their own, a folder beside the seeds. */
export const SCRATCH = 'scratch';

/** Writes a file into the scratch folder and gives its URI. */
export function writeFile(name: string, text: string | Uint8Array): Uri {
  const uri = fileUri(`${SCRATCH}/${name}`);
  mkdirSync(dirname(uri.fsPath), { recursive: true });
  writeFileSync(uri.fsPath, text);
  return uri;
}

/** Opens a file in an editor, as a person does; nothing but the editor keeps the document open. */
export async function show(uri: Uri): Promise<TextDocument> {
  await commands.executeCommand('vscode.open', uri, { preview: false });
  const document = window.activeTextEditor?.document;
  assert.equal(document?.uri.toString(), uri.toString(), 'another editor is active');
  assert.ok(document);
  return document;
}

/** Opens a seed and waits until it is a cable and the server has looked at it. */
export async function showSeed(number: number): Promise<TextDocument> {
  const document = await show(fileUri(SEEDS[number] ?? ''));
  await languageOf(document, 'cable');
  await until(languages.onDidChangeDiagnostics, () => languages.getDiagnostics(document.uri).length > 0);
  return document;
}

/** What is reported on a document, in the order of lines: line (from 1), severity, code. */
export function diagnosticsOf({ uri }: TextDocument): string[] {
  const severities = ['error', 'warning', 'information', 'hint'];
  const found = languages.getDiagnostics(uri).map(({ range, severity, code }) => ({
    line: range.start.line + 1,
    text: `${severities[severity]} ${typeof code === 'object' ? code.value : code}`,
  }));
  found.sort((a, b) => a.line - b.line || (a.text < b.text ? -1 : 1));
  return found.map(({ line, text }) => `${line} ${text}`);
}

/** The position inside the nth occurrence of a text in a document, two characters from its start. */
export function positionOf(document: TextDocument, text: string, occurrence = 1): Position {
  let offset = -1;
  for (let n = 0; n < occurrence; n++) offset = document.getText().indexOf(text, offset + 1);
  assert.ok(offset >= 0, `${text} is not in the document`);
  return document.positionAt(offset + 2);
}

/** Puts the caret of the active editor somewhere. */
export function caretAt(position: Position): void {
  const editor = window.activeTextEditor;
  assert.ok(editor);
  editor.selection = new Selection(position, position);
  editor.revealRange(editor.selection);
}

/** Where "go to definition" leads. */
export async function definitionsAt(
  { uri }: TextDocument,
  position: Position,
): Promise<{ path: string; position: Position }[]> {
  const found = await commands.executeCommand<(Location | LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    uri,
    position,
  );
  return found.map(target =>
    'targetUri' in target
      ? { path: target.targetUri.path, position: (target.targetSelectionRange ?? target.targetRange).start }
      : { path: target.uri.path, position: target.range.start },
  );
}

/** Waits until a document has a language. */
export async function languageOf(document: TextDocument, language: string): Promise<void> {
  await until(workspace.onDidOpenTextDocument, () => document.languageId === language);
}

/** Waits until a condition holds, looking again at each event. A test that waits in vain runs into its time limit. */
export function until(event: Event<never> | Event<unknown>, holds: () => boolean): Promise<void> {
  if (holds()) return Promise.resolve();
  return new Promise(done => {
    const subscription: Disposable = (event as Event<unknown>)(() => {
      if (!holds()) return;
      subscription.dispose();
      done();
    });
  });
}

/** Asks again until an answer satisfies: for what VS Code brings about without an event. */
export async function eventually<T>(
  ask: () => Thenable<T> | T,
  satisfies: (answer: T) => boolean,
): Promise<T> {
  let answer = await ask();
  while (!satisfies(answer)) {
    await new Promise(next => setTimeout(next, 50));
    answer = await ask();
  }
  return answer;
}

/** Presses Enter in a list that may not be there yet, until that has had its effect. */
export async function acceptUntil(isDone: () => boolean): Promise<void> {
  await eventually(async () => {
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isDone();
  }, Boolean);
}

/**
 * Presses the first button of the notifications by keyboard, now of the one shown last, now of the oldest, now of each in the list,
 * until that has had its effect: others may stand above the wanted one, and after a while it is in the list alone.
 */
export async function acceptNotification(isDone: () => boolean): Promise<void> {
  const accept = async () => {
    await commands.executeCommand('notification.acceptPrimaryAction');
    return isDone();
  };
  const press = async () => {
    if (await accept()) return true;
    await commands.executeCommand('notifications.focusToasts');
    await commands.executeCommand('notifications.focusLastToast');
    if (await accept()) return true;
    await commands.executeCommand('notifications.showList');
    for (let row = 0; row < 10; row++) {
      await commands.executeCommand(row === 0 ? 'list.focusFirst' : 'list.focusDown');
      if (await accept()) return true;
    }
    return false;
  };
  await eventually(press, Boolean);
  await commands.executeCommand('notifications.hideList');
}

/** The views of their own, for the second seed. A view has its title once its page has said that it is ready. */
export const VIEWS = [
  { command: 'showTimeline', title: 'Citations of 07MUSCAT154', name: 'timeline' },
  { command: 'openReadingView', title: 'Reading 07MUSCAT154', name: 'reading-view' },
  { command: 'showCollectionOverTime', title: 'Posts over time', name: 'collection-over-time' },
] as const;

/** Waits until a view of its own has a title. */
export async function viewOpens(title: string): Promise<void> {
  const tabs = () => window.tabGroups.all.flatMap(group => group.tabs);
  await eventually(tabs, all =>
    all.some(({ input, label }) => input instanceof TabInputWebview && label === title),
  );
}

export async function closeAll(): Promise<void> {
  await commands.executeCommand('workbench.action.closeAllEditors');
}

/** Whether the language client's bundle was loaded into this extension host. */
export function isClientLoaded(): boolean {
  return Object.keys(require.cache).includes(join(reftel().extensionPath, 'dist', 'client.js'));
}

/**
 * Takes a picture of the window once an element that matches a CSS selector is visible, where the run was asked for
 * pictures and the host can take them.
 */
export async function picture(name: string, selector: string): Promise<void> {
  const folder = process.env.REFTEL_E2E_SHOTS;
  if (folder) await request(folder, name, selector);
}

/** Whether the host has hands: only then may `press` and `paste` be called. */
export const hasHands = () => process.env.REFTEL_E2E_HANDS !== undefined;

/** Presses a key, such as `Control+Enter`. */
export async function press(key: string): Promise<void> {
  await request(process.env.REFTEL_E2E_HANDS ?? '', 'press', JSON.stringify({ press: key }));
}

/** Pastes into what has the focus, as from another program that put these kinds of data on the clipboard. */
export async function paste(flavours: Readonly<Record<string, string>>): Promise<void> {
  await request(process.env.REFTEL_E2E_HANDS ?? '', 'paste', JSON.stringify({ paste: flavours }));
}

/** Asks the host for something by a file, and waits until it is done. */
async function request(folder: string, name: string, text: string): Promise<void> {
  const error = join(folder, `${name}.error`);
  rmSync(error, { force: true });
  const file = join(folder, `${name}.request`);
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
  await eventually(
    () => existsSync(file),
    still => !still,
  );
  if (existsSync(error)) assert.fail(readFileSync(error, 'utf8'));
}
