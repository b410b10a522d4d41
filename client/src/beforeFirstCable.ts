import {
  type CancellationToken,
  commands,
  type Disposable,
  FileType,
  languages,
  type SymbolInformation,
  type TreeItem,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type Folder, holdsCables } from './cablesHere';

/** What of the client is asked when it has been started by a query. */
export interface Started {
  workspaceSymbols(query: string, token: CancellationToken): Promise<readonly SymbolInformation[]>;
}

/**
 * What there is of a folder of cables before one of them is opened: views, which `start` the client when they are shown, and commands
 * and *Go to Symbol in Workspace*, which wait for it. `look` finds out whether there are cables; `end` makes way for the client.
 */
export class BeforeFirstCable implements Disposable {
  readonly #start: () => Promise<Started>;
  readonly #onFound: () => void;
  #hasCables = false;
  #standIns: readonly Disposable[] = [];
  #symbols: Disposable | null = null;
  #hasEnded = false;

  /** `onFound` is called when cables are found. */
  constructor(start: () => Promise<Started>, onFound: () => void) {
    this.#start = start;
    this.#onFound = onFound;
  }

  /** Whether cables were found, as far as the window has been looked at. */
  get hasCables(): boolean {
    return this.#hasCables;
  }

  async look(): Promise<void> {
    if (this.#hasEnded || !(await areCablesHere())) return;
    await commands.executeCommand('setContext', 'reftel.cablesHere', true);
    if (!this.#hasEnded && this.#standIns.length === 0) {
      this.#standIns = standInsUntil(this.#start);
      this.#symbols = symbolsOf(this.#start);
    }
    this.#hasCables = true;
    this.#onFound();
  }

  /** Takes back what would stand in the way of the client while it starts. */
  end(): void {
    this.#hasEnded = true;
    for (const standIn of this.#standIns) standIn.dispose();
    this.#standIns = [];
  }

  /** Takes back the rest, when the client has started: until then the next letter of a query must find something to ask. */
  dispose(): void {
    this.end();
    this.#symbols?.dispose();
    this.#symbols = null;
  }
}

/** Whether a folder of this window holds cables, by a look that costs little (see `holdsCables`). */
async function areCablesHere(): Promise<boolean> {
  for (const { uri } of workspace.workspaceFolders ?? []) {
    const byText = workspace.getConfiguration('reftel', uri).get('recognisePlainText') !== 'never';
    if (await holdsCables(lookingInto(uri), byText)) return true;
  }
  return false;
}

function lookingInto(folder: Uri): Folder {
  const at = (path: string) => Uri.joinPath(folder, path);
  return {
    async list(path) {
      try {
        const entries = await workspace.fs.readDirectory(at(path));
        return entries.map(([name, type]) => ({ name, isFolder: type === FileType.Directory }));
      } catch {
        return [];
      }
    },
    async read(path, longest) {
      try {
        const { size } = await workspace.fs.stat(at(path));
        return size > longest ? null : await workspace.fs.readFile(at(path));
      } catch {
        return null;
      }
    },
  };
}

/** The commands on a whole archive, and those on a file of the Explorer. */
const WAITING = [
  'search',
  'showTable',
  'showCollectionOverTime',
  'showCitedBy',
  'showTimeline',
  'openReadingView',
  'explainHeader',
  'copyId',
  'copyCitation',
];

/** Views that start the client when they are shown, and commands that wait for it. */
function standInsUntil(start: () => Promise<Started>): readonly Disposable[] {
  const views = ['citations', 'collection', 'missing'].map(name =>
    window.registerTreeDataProvider(`reftel.${name}`, {
      getTreeItem: (item: TreeItem) => item,
      getChildren: () => {
        void start();
        return [];
      },
    }),
  );
  const waiting = WAITING.map(name => {
    const command = `reftel.${name}`;
    return commands.registerCommand(command, async (...given: unknown[]) => {
      await start();
      const known = await commands.getCommands(true);
      return known.includes(command) ? commands.executeCommand(command, ...given) : undefined;
    });
  });
  return [...views, ...waiting];
}

/** A query shorter than this may have been meant for another extension. */
const SHORTEST_QUERY = 2;

/** Starts the client at the first query, and answers what it answers. */
function symbolsOf(start: () => Promise<Started>): Disposable {
  return languages.registerWorkspaceSymbolProvider({
    async provideWorkspaceSymbols(query, token) {
      if (query.trim().length < SHORTEST_QUERY) return [];
      const client = await start();
      return token.isCancellationRequested ? [] : [...(await client.workspaceSymbols(query, token))];
    },
  });
}
