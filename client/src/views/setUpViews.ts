import { commands, type ExtensionContext, type TextDocument, type Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { absentPages } from '../absent/provider';
import { copyCommands } from '../commands/copy';
import { navigationCommands } from '../commands/navigate';
import { pickCable } from '../commands/openCable';
import { type Shown, openSample as showSample } from '../commands/openSample';
import { renameFiles } from '../commands/renameFiles';
import { citesCommand } from '../commands/showCites';
import { compareCommands } from '../compare/panel';
import { headerCommand } from '../header/panel';
import { lockCommands } from '../lock';
import { monthsCommands } from '../months/panel';
import { noteCopyCommands } from '../notes/copyForNotes';
import { notedInCommand } from '../notes/notedIn';
import type { Restorers } from '../page/restore';
import { ReadablePreviews } from '../readable/preview';
import { readingCommands } from '../reading/panel';
import type { TextSource } from '../readOnlyTexts';
import { searchView } from '../search/search';
import { Server } from '../server';
import { statusItem } from '../status';
import { tableCommands } from '../table/panel';
import { timelineCommands } from '../timeline/panel';
import { pageTexts, showPageAsCable } from '../webPages/provider';
import { citationsView } from './citations';
import { collectionView } from './collection';
import { missingView } from './missing';

/** The commands that work without an open cable. */
export interface Views {
  readonly server: Server;
  /** What fills the panels that were open before the window was loaded anew. */
  readonly restorers: Restorers;
  /** The pages of cables that are not here, and the texts of copies side by side. */
  readonly absent: TextSource;
  readonly copies: TextSource;
  openCable(): void;
  /** Shows what makes the text of the active editor readable; `onApplied` is called with a document that was changed. */
  makeReadable(onApplied: (document: TextDocument) => void): Promise<void>;
  /** Opens the file `name` of the bundled sample, and shows something in it. */
  openSample(name?: string, shown?: Shown): Promise<void>;
  /** Renames files and the files of folders to the ids of their cables. */
  renameFiles(given: readonly Uri[]): Promise<void>;
  /** Shows the cable on a web page. */
  showPageAsCable(page: Uri): Promise<void>;
}

/** Registers the views, the commands and the status item. */
export async function setUpViews(context: ExtensionContext, client: BaseLanguageClient): Promise<Views> {
  const server = new Server(client);
  const restorers: Restorers = new Map();
  const { extensionUri, globalStorageUri, workspaceState } = context;
  const absent = absentPages(server);
  const readable = new ReadablePreviews(server);
  const copies = compareCommands(server, extensionUri, restorers, workspaceState);
  context.subscriptions.push(
    ...citationsView(server, workspaceState),
    ...collectionView(server, workspaceState),
    ...missingView(server, workspaceState),
    ...searchView(context, server),
    ...absent.disposables,
    ...readable.register(),
    ...pageTexts(server),
    ...tableCommands(server, extensionUri, restorers),
    ...statusItem(server),
    ...copyCommands(server),
    ...navigationCommands(server),
    ...timelineCommands(server, extensionUri, restorers),
    ...readingCommands(server, extensionUri, globalStorageUri, restorers),
    citesCommand(server),
    headerCommand(server, extensionUri, restorers, workspaceState),
    ...noteCopyCommands(server),
    notedInCommand(server),
    ...lockCommands(),
    ...copies.disposables,
    ...monthsCommands(server, extensionUri, restorers),
  );
  await commands.executeCommand('setContext', 'reftel.active', true);
  return {
    server,
    restorers,
    absent: absent.source,
    copies: copies.source,
    openCable: () => pickCable(server),
    makeReadable: onApplied => readable.show(onApplied),
    openSample: (name, shown) => showSample(context, server, name, shown),
    renameFiles: given => renameFiles(server, given),
    showPageAsCable: page => showPageAsCable(server, page),
  };
}
