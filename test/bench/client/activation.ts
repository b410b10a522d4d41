import { statSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { resolve, sep } from 'node:path';
import { performance } from 'node:perf_hooks';

/** What activating on a plain text that is no cable costs. */
export interface Activation {
  /** The files of the extension that are loaded. */
  readonly files: readonly string[];
  readonly bytes: number;
  readonly ms: number;
}

const TEXT = 'Dear diary,\n\nnothing happened today.\n';

/** Loads and activates the built extension, as VS Code does when a plain text is opened, with a stand-in for the editor's interface. */
export async function measureActivation(): Promise<Activation> {
  const dist = resolve('dist') + sep;
  const load = createRequire(resolve('dist/extension.js'));
  const loader = Module as unknown as { _load: (name: string, ...rest: unknown[]) => unknown };
  const original = loader._load;
  loader._load = (name, ...rest) => (name === 'vscode' ? standIn : original(name, ...rest));
  try {
    const start = performance.now();
    const extension = load('./extension.js');
    const memory = { get: (_: string, usual: unknown) => usual };
    extension.activate({
      subscriptions: [],
      workspaceState: memory,
      globalState: memory,
      extension: { packageJSON: load('../package.json') },
      asAbsolutePath: resolve,
    });
    // The document is looked at behind a promise.
    await new Promise(setImmediate);
    const ms = performance.now() - start;
    const files = Object.keys(load.cache).filter(file => file.startsWith(dist));
    return {
      files: files.map(file => file.slice(dist.length)),
      bytes: files.reduce((sum, file) => sum + statSync(file).size, 0),
      ms,
    };
  } finally {
    loader._load = original;
  }
}

const document = {
  languageId: 'plaintext',
  isClosed: false,
  isUntitled: false,
  uri: { scheme: 'file', toString: () => 'file:///diary.txt' },
  positionAt: (offset: number) => offset,
  getText: () => TEXT,
};

const nothing = () => ({ dispose: () => {} });

/** A part of the editor's interface: besides what is given, all that one can register or listen to, and nothing comes of it. */
const part = (given: object = {}) =>
  new Proxy(given, { get: (of, name) => Reflect.get(of, name) ?? nothing });

class AnyClass {
  static from = nothing;
}

const parts: Readonly<Record<string, unknown>> = {
  l10n: { t: (text: string) => text },
  DocumentDropOrPasteEditKind: { Empty: part() },
  languages: part({
    match: () => 0,
    setTextDocumentLanguage: () => {
      throw new Error('a plain text became a cable');
    },
  }),
  window: part({ activeTextEditor: { document } }),
  workspace: part({
    textDocuments: [document],
    workspaceFolders: [],
    getConfiguration: () => ({ get: (name: string) => (name === 'recognisePlainText' ? 'always' : {}) }),
  }),
};

/**
 * Classes and enumerations begin with a capital letter. What is looked up is the prototype: a bundle that imports all of a module copies
 * its own properties alone.
 */
const standIn: object = Object.create(
  new Proxy(parts, {
    get: (of, name) => of[String(name)] ?? (/^[A-Z]/.test(String(name)) ? AnyClass : part()),
  }),
);
