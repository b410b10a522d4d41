import { deepEqual, equal, notEqual } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';

/** What a layer may import of `server/src`, by folder or file; its own folder always counts. */
const layers: Readonly<Record<string, readonly string[]>> = {
  text: [],
  reference: [],
  cable: ['text', 'reference'],
  checks: ['text', 'reference', 'cable'],
  archive: ['text', 'reference', 'cable'],
  import: ['text', 'reference', 'cable'],
  features: ['text', 'reference', 'cable', 'checks', 'archive'],
  lsp: ['text', 'reference', 'cable', 'checks', 'archive', 'features'],
  host: ['text', 'reference', 'cable', 'archive', 'import'],
  cli: ['text', 'reference', 'cable', 'checks', 'archive', 'import', 'features', 'host'],
  'main.ts': ['text', 'reference', 'cable', 'checks', 'archive', 'import', 'features', 'host', 'lsp'],
  web: ['text', 'reference', 'cable', 'archive', 'import', 'features', 'lsp'],
  'browser.ts': ['text', 'reference', 'cable', 'checks', 'archive', 'features', 'lsp', 'web'],
  'cli.ts': ['text', 'reference', 'cable', 'checks', 'archive', 'features', 'host', 'cli'],
};

/** What the rooms of `archive/index` may import of one another. */
const indexRooms: Readonly<Record<string, readonly string[]>> = {
  format: [],
  build: ['format'],
  query: ['format'],
};

/** What the client takes from the server. */
const SHARED = [
  'server/src/lsp/messages.ts',
  'server/src/cable/recognise.ts',
  'server/src/cable/container.ts',
  'server/src/cable/cableLink.ts',
  'server/src/text/dates.ts',
  'server/src/text/displayLanguage.ts',
  'server/src/text/xml.ts',
  'server/src/import/outcome.ts',
  'server/src/import/pages.ts',
  'server/src/import/pageKind.ts',
];
const NODE = ['host', 'cli', 'main.ts', 'cli.ts'];
const PROTOCOL = ['lsp', 'main.ts', 'browser.ts'];

interface Import {
  readonly file: string;
  readonly line: number;
  /** As written: `node:fs`, `../text/span`. */
  readonly module: string;
  /** The path of the file meant, for a relative import. */
  readonly target: string | null;
}

const IMPORT = /\bfrom\s+['"]([^'"]+)['"]|\b(?:import|require)\s*\(?\s*['"]([^'"]+)['"]/g;

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => posix.join(folder, name.replaceAll('\\', '/')))
    .filter(name => name.endsWith('.ts'))
    .sort();
}

function importsOf(file: string, text: string): Import[] {
  return [...text.matchAll(IMPORT)].map(match => {
    const module = match[1] ?? match[2] ?? '';
    const line = text.slice(0, match.index).split('\n').length;
    const target = module.startsWith('.') ? posix.join(dirname(file), module) : null;
    return {
      file,
      line,
      module,
      target: target && /\.\w+$/.test(target) ? target : target && `${target}.ts`,
    };
  });
}

/** `cable` for `server/src/cable/parse.ts`, `main.ts` for `server/src/main.ts`; null outside the server. */
function layerOf(path: string): string | null {
  const [server, src, layer] = path.split('/');
  return server === 'server' && src === 'src' ? (layer ?? null) : null;
}

const say = ({ file, line, module }: Import, rule: string) => `${file}:${line} imports ${module}: ${rule}`;

function breachOf(one: Import): string | null {
  const { file, module, target } = one;
  const layer = layerOf(file);
  const targetLayer = target && layerOf(target);
  if (layer === null) {
    if (!targetLayer || SHARED.includes(target)) return null;
    return say(one, `the client takes nothing from the server but ${SHARED.join(' and ')}`);
  }
  if (module === 'vscode') return say(one, 'only the client knows VS Code');
  if (target?.startsWith('client/')) return say(one, 'the server knows nothing of the client');
  if (/^node:/.test(module) && !NODE.includes(layer)) {
    return say(one, `only ${NODE.join(', ')} may use Node.js, so that the rest runs in a browser`);
  }
  if (/^vscode-(?:languageserver|jsonrpc)/.test(module) && !PROTOCOL.includes(layer)) {
    return say(one, `only ${PROTOCOL.join(', ')} may know the protocol`);
  }
  if (!targetLayer) return null;
  if (targetLayer === layer) return indexBreachOf(one);
  const allowed = layers[layer];
  if (!allowed) return `${file}: no layer is called ${layer}; name it in test/architecture.test.ts`;
  // `checks` is found as a folder with an index, written without it.
  if (allowed.includes(targetLayer.replace(/\.ts$/, '')) || allowed.includes(targetLayer)) return null;
  return say(one, `${layer} may import ${allowed.length > 0 ? allowed.join(', ') : 'no other layer'} only`);
}

/** `build` for `server/src/archive/index/build/batch.ts`; null outside of `archive/index`. */
function indexRoomOf(path: string | null): string | null {
  return /^server\/src\/archive\/index\/([^/]+)\//.exec(path ?? '')?.[1] ?? null;
}

function indexBreachOf(one: Import): string | null {
  const room = indexRoomOf(one.file);
  const targetRoom = indexRoomOf(one.target);
  if (room === null || targetRoom === null || room === targetRoom) return null;
  if (indexRooms[room]?.includes(targetRoom)) return null;
  return say(one, 'within archive/index, build and query may import format, and no other room any other');
}

/** The groups of files each of which can be reached from each other by imports (Tarjan 1972). */
function circlesOf(imports: readonly Import[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { file, target } of imports)
    if (target !== null)
      targets.set(file, [...(targets.get(file) ?? []), target, target.replace(/\.ts$/, '/index.ts')]);
  const circles: string[][] = [];
  const order = new Map<string, number>();
  const open: string[] = [];
  /** Gives the lowest order that can be reached among the files still open. */
  const visit = (file: string): number => {
    const own = order.size;
    let lowest = own;
    order.set(file, own);
    open.push(file);
    for (const target of targets.get(file) ?? []) {
      if (!order.has(target)) lowest = Math.min(lowest, visit(target));
      else if (open.includes(target)) lowest = Math.min(lowest, order.get(target) ?? own);
    }
    if (lowest === own) {
      const circle = open.splice(open.indexOf(file));
      if (circle.length > 1) circles.push(circle.sort());
    }
    return lowest;
  };
  for (const file of targets.keys()) if (!order.has(file)) visit(file);
  return circles;
}

/** The files that are loaded with `entries`. */
function reachedFrom(entries: readonly string[], imports: readonly Import[]): ReadonlySet<string> {
  const reached = new Set(entries);
  for (const file of reached)
    for (const { target } of imports.filter(one => one.file === file))
      if (target !== null) reached.add(target).add(target.replace(/\.ts$/, '/index.ts'));
  return reached;
}

/** The text without comments, where examples are welcome; strings are kept. Line breaks stay, so lines count as before. */
function withoutComments(text: string): string {
  return text.replace(
    /('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (whole, quoted: string | undefined) => quoted ?? whole.replace(/[^\n]/g, ' '),
  );
}

function idsIn(file: string): string[] {
  const lines = withoutComments(readFileSync(file, 'utf8')).split('\n');
  return lines.flatMap((line, i) =>
    [...line.matchAll(/\b\d{2}[A-Z]{4,}\d+\b/g)].map(
      ([id]) => `${file}:${i + 1} names ${id}: no rule is about one cable`,
    ),
  );
}

describe('architecture', () => {
  const files = [...filesOf('server/src'), ...filesOf('client/src')];
  const imports = files.flatMap(file => importsOf(file, readFileSync(file, 'utf8')));

  it('reads the import lines', () => {
    notEqual(files.length, 0);
    notEqual(imports.length, 0);
  });

  it('lets no layer import a higher one', () => {
    deepEqual(
      imports.map(breachOf).filter(breach => breach !== null),
      [],
    );
  });

  it('has no circle of imports, of values or of types', () => {
    deepEqual(circlesOf(imports), []);
  });

  it('reaches no Node.js from where the browser begins; the build refuses what packages would bring', () => {
    const entries = ['client/src/browser.ts', 'client/src/web/client.ts', 'server/src/browser.ts'];
    const reached = reachedFrom(entries, imports);
    const node = imports.filter(
      ({ file, module }) => reached.has(file) && /^node:|^vscode-\w+\/node$/.test(module),
    );
    equal(reached.size > 100, true);
    deepEqual(
      node.map(one => say(one, 'a browser runs this')),
      [],
    );
  });

  it('has a place for every file of the server', () => {
    const homeless = filesOf('server/src').filter(file => !layers[layerOf(file) ?? '']);
    deepEqual(homeless, []);
  });

  it('keeps the recogniser to three small files, for it is loaded for every plain text', () => {
    const recogniser = ['recognise', 'container', 'sampleText'].map(name => `server/src/cable/${name}.ts`);
    deepEqual(
      imports.filter(({ file }) => recogniser.includes(file)).map(({ target }) => target),
      recogniser.slice(1),
    );
  });

  it('names no single cable in the code but for the examples that the command line and tools print', () => {
    const files = filesOf('server/src').filter(
      file => layerOf(file) !== 'cli' && file !== 'server/src/features/toolSet.ts',
    );
    deepEqual(files.flatMap(idsIn), []);
  });

  it('is told truly: every path in ARCHITECTURE.md exists', () => {
    const quoted = [...readFileSync('ARCHITECTURE.md', 'utf8').matchAll(/`([\w.-]+\/[\w./-]*)`/g)];
    const paths = quoted.map(([, path = '']) => path).filter(path => !path.includes('CODE'));
    notEqual(paths.length, 0);
    deepEqual(
      paths.filter(path => !existsSync(path) && !existsSync(posix.join('server/src', path))),
      [],
    );
  });

  describe('the test itself', () => {
    const check = (file: string, text: string) => importsOf(file, text).map(breachOf);

    it('sees every way to import', () => {
      const text = `import a from './a';\nimport {\n  b,\n} from "../b";\nexport * from './c';\nawait import('./d');\nrequire('e');\nimport './f';`;
      deepEqual(
        importsOf('server/src/x/y.ts', text).map(({ module }) => module),
        ['./a', '../b', './c', './d', 'e', './f'],
      );
    });

    const breaches: readonly (readonly [file: string, text: string])[] = [
      ['server/src/text/a.ts', "import { b } from '../cable/b';"],
      ['server/src/cable/a.ts', "import { b } from '../checks';"],
      ['server/src/checks/a.ts', "import { b } from '../archive/b';"],
      ['server/src/archive/a.ts', "import { b } from '../checks/b';"],
      ['server/src/features/a.ts', "import { b } from '../lsp/b';"],
      ['server/src/lsp/a.ts', "import { b } from '../host/b';"],
      ['server/src/lsp/a.ts', "import { b } from 'node:fs';"],
      ['server/src/features/a.ts', "import type { Range } from 'vscode-languageserver';"],
      ['server/src/cable/a.ts', "import { b } from 'vscode-languageserver-textdocument';"],
      ['server/src/cli/a.ts', "import { b } from '../lsp/b';"],
      ['server/src/lsp/a.ts', "import * as vscode from 'vscode';"],
      ['client/src/a.ts', "import { b } from '../../server/src/cable/parse';"],
      ['server/src/archive/index/format/a.ts', "import type { B } from '../build/b';"],
      ['server/src/archive/index/query/a.ts', "import { b } from '../build/b';"],
      ['server/src/archive/index/build/a.ts', "import { b } from '../query/b';"],
      ['server/src/lsp/a.ts', "import { b } from '../../../client/src/b';"],
    ];
    for (const [file, text] of breaches) {
      it(`forbids ${text} in ${file}`, () => equal(typeof check(file, text)[0], 'string'));
    }

    it('allows what the layers allow', () => {
      deepEqual(check('server/src/lsp/a.ts', "import { b } from '../checks';"), [null]);
      deepEqual(check('server/src/main.ts', "import { b } from './lsp/b'; import c from 'node:url';"), [
        null,
        null,
      ]);
      deepEqual(check('client/src/a.ts', "import { b } from '../../server/src/cable/recognise';"), [null]);
    });

    it('sees a circle of any length, and none where two ways lead to one file', () => {
      const files = {
        'server/src/text/a.ts': "import './b'; import './c';",
        'server/src/text/b.ts': "import './c';",
        'server/src/text/c.ts': "import type { D } from './d';",
        'server/src/text/d.ts': "import './b'; import './e';",
        'server/src/text/e.ts': '',
      };
      const circles = circlesOf(Object.entries(files).flatMap(([file, text]) => importsOf(file, text)));
      deepEqual(circles, [['b', 'c', 'd'].map(name => `server/src/text/${name}.ts`)]);
    });

    it('sees an id in code and not in a comment', () => {
      const ids = (text: string) => /\d{2}[A-Z]{4,}\d+/.test(withoutComments(text));
      deepEqual(
        [ids("// 07MUSCAT73\n/** 07MUSCAT73 */ const a = '//';"), ids("const a = '07MUSCAT73';")],
        [false, true],
      );
    });
  });
});
