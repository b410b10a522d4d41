import { commands, type ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { copyCommands } from './commands/copy';
import { navigationCommands } from './commands/navigate';
import { pickCable } from './commands/openCable';
import { openSample as showSample } from './commands/openSample';
import { monthsCommands } from './months/panel';
import { readingCommands } from './reading/panel';
import { Server } from './server';
import { statusItem } from './status';
import { timelineCommands } from './timeline/panel';
import { citationsView } from './views/citations';
import { collectionView } from './views/collection';
import { missingView } from './views/missing';

/** What a person can ask for without an open cable. */
export interface Desk {
  openCable(): void;
  /** Opens the bundled sample, at the file `name` of it. */
  openSample(name?: string): Promise<void>;
}

/** Puts up the reader's desk beside the text: views, commands and the status item. */
export async function setUpDesk(context: ExtensionContext, client: LanguageClient): Promise<Desk> {
  const server = new Server(client);
  context.subscriptions.push(
    ...citationsView(server),
    ...collectionView(server),
    ...missingView(server),
    ...statusItem(server),
    ...copyCommands(server),
    ...navigationCommands(server),
    ...timelineCommands(server, context.extensionUri),
    ...readingCommands(server, context.extensionUri),
    ...monthsCommands(server, context.extensionUri),
  );
  await commands.executeCommand('setContext', 'reftel.active', true);
  return {
    openCable: () => pickCable(server),
    openSample: name => showSample(context, server, name),
  };
}
