import { commands, type ExtensionContext, type TextDocument, type Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { absentPages } from '../absent/provider';
import { copyCommands } from '../commands/copy';
import { navigationCommands } from '../commands/navigate';
import { pickCable } from '../commands/openCable';
import { openSample as showSample } from '../commands/openSample';
import { renameFiles } from '../commands/renameFiles';
import { citesCommand } from '../commands/showCites';
import { compareCommands } from '../compare/panel';
import { headerCommand } from '../header/panel';
import { lockCommands } from '../lock';
import { monthsCommands } from '../months/panel';
import { noteCopyCommands } from '../notes/copyForNotes';
import { notedInCommand } from '../notes/notedIn';
import { ReadablePreviews } from '../readable/preview';
import { readingCommands } from '../reading/panel';
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
  openCable(): void;
  /** Shows what makes the text of the active editor readable; `onApplied` is called with a document that was changed. */
  makeReadable(onApplied: (document: TextDocument) => void): Promise<void>;
  /** Opens the file `name` of the bundled sample. */
  openSample(name?: string): Promise<void>;
  /** Renames files and the files of folders to the ids of their cables. */
  renameFiles(given: readonly Uri[]): Promise<void>;
  /** Shows the cable on a web page. */
  showPageAsCable(page: Uri): Promise<void>;
}

/** Registers the views, the commands and the status item. */
export async function setUpViews(context: ExtensionContext, client: BaseLanguageClient): Promise<Views> {
  const server = new Server(client);
  const readable = new ReadablePreviews(server);
  context.subscriptions.push(
    ...citationsView(server),
    ...collectionView(server),
    ...missingView(server),
    ...searchView(context, server),
    ...absentPages(server),
    ...readable.register(),
    ...pageTexts(server),
    ...tableCommands(server, context.extensionUri),
    ...statusItem(server),
    ...copyCommands(server),
    ...navigationCommands(server),
    ...timelineCommands(server, context.extensionUri),
    ...readingCommands(server, context.extensionUri, context.globalStorageUri),
    citesCommand(server),
    headerCommand(server, context.extensionUri),
    ...noteCopyCommands(server),
    notedInCommand(server),
    ...lockCommands(),
    ...compareCommands(server, context.extensionUri),
    ...monthsCommands(server, context.extensionUri),
  );
  await commands.executeCommand('setContext', 'reftel.active', true);
  return {
    server,
    openCable: () => pickCable(server),
    makeReadable: onApplied => readable.show(onApplied),
    openSample: name => showSample(context, server, name),
    renameFiles: given => renameFiles(server, given),
    showPageAsCable: page => showPageAsCable(server, page),
  };
}
