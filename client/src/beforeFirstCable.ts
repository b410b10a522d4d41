import { commands, type Disposable, FileType, type TreeItem, Uri, window, workspace } from 'vscode';
import { type Folder, holdsCables } from './cablesHere';

/**
 * What there is of a folder of cables before one of them is opened: views, which `start` the client when they are shown, and commands,
 * which wait for it. `look` finds out whether there are cables; `end` makes way for the client.
 */
export class BeforeFirstCable implements Disposable {
  readonly #start: () => Promise<unknown>;
  readonly #onFound: () => void;
  #hasCables = false;
  #standIns: readonly Disposable[] = [];
  #hasEnded = false;

  /** `onFound` is called when cables are found. */
  constructor(start: () => Promise<unknown>, onFound: () => void) {
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
    if (!this.#hasEnded && this.#standIns.length === 0) this.#standIns = standInsUntil(this.#start);
    this.#hasCables = true;
    this.#onFound();
  }

  end(): void {
    this.#hasEnded = true;
    for (const standIn of this.#standIns) standIn.dispose();
    this.#standIns = [];
  }

  dispose(): void {
    this.end();
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
function standInsUntil(start: () => Promise<unknown>): readonly Disposable[] {
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
