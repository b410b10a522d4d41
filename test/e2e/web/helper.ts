import {
  commands,
  extensions,
  languages,
  type Position,
  type SymbolInformation,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { OPTIONS } from './options';
import { SEEDS } from './seeds';

/** Fails unless both values are written alike in JSON. */
export function same(actual: unknown, expected: unknown): void {
  const [a, b] = [actual, expected].map(value => JSON.stringify(value, null, 1));
  if (a !== b) throw new Error(`${a}\nshould be\n${b}`);
}

/** Fails, with a message, unless something holds. */
export function holds(value: unknown, message: string): asserts value {
  if (!value) throw new Error(message);
}

/** The extension under test. */
export function reftel() {
  const extension = extensions.getExtension('reftel.reftel');
  holds(extension, 'the extension is not there');
  return extension;
}

export function fileUri(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  holds(folder, 'no folder is open');
  return Uri.joinPath(folder.uri, name);
}

/** Asks again until an answer satisfies; a test that waits in vain runs into its time limit. */
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

/** Opens a file in an editor, as a person does. */
export async function show(name: string): Promise<TextDocument> {
  const { document } = await window.showTextDocument(fileUri(name), { preview: false });
  return document;
}

/** Opens a seed and waits until it is a cable that the server has looked at. */
export async function showSeed(number: number): Promise<TextDocument> {
  const { uri } = await show(SEEDS[number]?.[0] ?? '');
  await eventually(
    () => languages.getDiagnostics(uri),
    found => found.length > 0,
  );
  const document = workspace.textDocuments.find(one => one.uri.toString() === uri.toString());
  holds(document, 'the document is not open');
  return document;
}

/** What is reported on a document: line (from 1) and code, in the order of lines. */
export function diagnosticsOf({ uri }: TextDocument): string[] {
  const found = languages.getDiagnostics(uri).map(({ range, code }) => ({
    line: range.start.line + 1,
    code: typeof code === 'object' ? code.value : code,
  }));
  return found.sort((a, b) => a.line - b.line).map(({ line, code }) => `${line} ${code}`);
}

/** Takes a picture of the window when its views have had time to draw, where the run was asked for pictures. */
export async function picture(name: string): Promise<void> {
  if (!OPTIONS.shots) return;
  const pause = () => new Promise(next => setTimeout(next, 2500));
  await pause();
  console.info(`[picture] ${name}`);
  await pause();
}

/** The names of the files that hold cables which a query of the workspace's symbols finds. */
export async function filesFound(query: string): Promise<string[]> {
  const found = await commands.executeCommand<SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    query,
  );
  return found.map(({ location }) => nameOf(location.uri)).sort();
}

/** The last name in the path of a file. */
export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The position inside the first occurrence of a text in a document, two characters from its start. */
export function positionOf(document: TextDocument, text: string): Position {
  const offset = document.getText().indexOf(text);
  holds(offset >= 0, `${text} is not in the document`);
  return document.positionAt(offset + 2);
}

/** Writes a file into the folder. */
export async function write(name: string, text: string): Promise<Uri> {
  const uri = fileUri(name);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** The labels of all tabs. */
export function tabs(): string[] {
  return window.tabGroups.all.flatMap(group => group.tabs.map(({ label }) => label));
}
