import { commands, type ExtensionContext, type TextDocument, type Uri, window, workspace } from 'vscode';
import { LANGUAGE_ID, MAKE_READABLE, NOTE_LANGUAGES } from '../../server/src/lsp/messages';
import { BeforeFirstCable } from './beforeFirstCable';
import { chatTools } from './chat/tools';
import type { Shown } from './commands/openSample';
import { offerEncoding } from './encoding';
import { explainDiagnostic, followLinks } from './links';
import { looseFiles } from './looseFiles';
import { restorePanels } from './page/restore';
import type { Plain } from './pasted';
import { pasteReadable } from './pasting';
import { ReadOnlyTexts } from './readOnlyTexts';
import { recognisePlainText } from './recognise';
import { ABSENT_SCHEME, COPY_SCHEME, textSchemes } from './schemes';

/** The command, of no menu, that looks again whether there are cables in the folders of the window. */
export const LOOK_FOR_CABLES = 'reftel.lookForCables';

/** The language client, a bundle of its own. */
export interface Client extends Omit<typeof import('./startClient'), 'startWith'> {
  /** Starts server and views, once. */
  startClient(context: ExtensionContext): Promise<void>;
}

/**
 * Recognises cables, and loads the language client, by `load`, when the first one is opened, or a note in a folder that holds some, or a
 * command needs it. Returns what ends the client. `loadPlain` loads what reads HTML, where that needs no server.
 */
export function begin(
  context: ExtensionContext,
  load: () => Promise<Client>,
  loadPlain?: () => Promise<Plain>,
): () => Promise<void> {
  let client: Promise<Client> | undefined;
  const start = async () => {
    before.end();
    client ??= load();
    const loaded = await client;
    await loaded.startClient(context);
    before.dispose();
    return loaded;
  };
  const before = new BeforeFirstCable(start, () => workspace.textDocuments.forEach(read));
  const read = (document: TextDocument) => {
    if (client || !textSchemes().includes(document.uri.scheme)) return;
    if (document.languageId === LANGUAGE_ID || (before.hasCables && isNote(document))) void start();
  };
  const recogniser = recognisePlainText(context);
  const plainByServer = async (): Promise<Plain> => {
    const { readableText } = await start();
    return readableText;
  };
  context.subscriptions.push(
    workspace.onDidOpenTextDocument(read),
    pasteReadable(recogniser, loadPlain ?? plainByServer),
    offerEncoding(context.workspaceState),
    workspace.onDidChangeWorkspaceFolders(() => before.look()),
    commands.registerCommand(LOOK_FOR_CABLES, () => before.look()),
    before,
    ...looseFiles(context),
    followLinks(async link => (await start()).followCableLink(link)),
    explainDiagnostic(context.extensionUri),
    new ReadOnlyTexts(ABSENT_SCHEME, async () => (await start()).textSource('absent')).register(),
    new ReadOnlyTexts(COPY_SCHEME, async () => (await start()).textSource('copies')).register(),
    ...restorePanels(async (kind, panel, state) => (await start()).restorePanel(kind, panel, state)),
    chatTools(context.extension, async (name, input, token) => (await start()).askTool(name, input, token)),
    // The commands that work before any cable is open.
    commands.registerCommand('reftel.openCable', async () => (await start()).openCable()),
    commands.registerCommand('reftel.renameFiles', async (clicked?: Uri, chosen?: readonly Uri[]) =>
      (await start()).renameFiles(chosen ?? (clicked ? [clicked] : [])),
    ),
    commands.registerCommand(MAKE_READABLE, async () =>
      (await start()).makeReadable(document => void recogniser.look(document)),
    ),
    commands.registerCommand('reftel.showPageAsCable', async (page?: Uri) => {
      const uri = page ?? window.activeTextEditor?.document.uri;
      if (uri) await (await start()).showPageAsCable(uri);
    }),
    commands.registerCommand('reftel.openSample', async (name?: string, shown?: Shown) =>
      (await start()).openSample(name, shown),
    ),
  );
  workspace.textDocuments.forEach(read);
  void before.look();
  return async () => (await client)?.stopClient();
}

/** Whether a document is a note of this window, as far as the settings want anything of notes. */
function isNote({ languageId, uri }: TextDocument): boolean {
  if (!NOTE_LANGUAGES.includes(languageId)) return false;
  if (uri.scheme !== 'untitled' && !workspace.getWorkspaceFolder(uri)) return false;
  return workspace.getConfiguration('reftel', uri).get('notes.enabled') !== false;
}
