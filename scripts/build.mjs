// Builds the extension, the language server and the command line, with its manual page, into dist/.
//   node scripts/build.mjs [--watch] [--production]
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build, context } from 'esbuild';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

const { repository } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
/** `https://…` of the repository; empty while the manifest names none. */
const address = (repository?.url ?? '').replace(/^git\+/, '').replace(/\.git$/, '');

/** @type {import('esbuild').BuildOptions} */
export const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  define: {
    REFTEL_REPOSITORY: JSON.stringify(address),
    // The library of PDFs would look beside its own file for what is not there; the address is never opened.
    'import.meta.url': '"file:///reftel"',
  },
  loader: { '.tsv': 'text' },
  // Modules where a package has them: what it has for Node.js alone may find its files in ways that cannot be followed here.
  mainFields: ['module', 'main'],
  logLevel: 'warning',
};

/** @type {import('esbuild').BuildOptions} */
const options = {
  ...common,
  entryPoints: {
    // The recogniser that VS Code loads for plain text, and the language client that it loads for a cable, are two files,
    // so that a text that is not a cable costs a few kilobytes.
    extension: 'client/src/extension.ts',
    client: 'client/src/client.ts',
    importCables: 'client/src/importCables.ts',
    server: 'server/src/main.ts',
    // The command line, and what one half of its commands needs and the other does not.
    cli: 'server/src/cli.ts',
    archiveCommands: 'server/src/cli/archiveCommands.ts',
    cableCommands: 'server/src/cli/cableCommands.ts',
    searchCommands: 'server/src/cli/searchCommands.ts',
    mcp: 'server/src/cli/mcp.ts',
    importCommands: 'server/src/cli/importCommands.ts',
    // What reads sources of imports, each with its library.
    tables: 'server/src/import/tables.ts',
    pages: 'server/src/import/pages.ts',
    xml: 'server/src/import/xml.ts',
    pdf: 'server/src/import/pdf.ts',
    // The process that the server has folders read in; threads of this, of the server and of the command line.
    indexProcess: 'server/src/host/refresh/indexProcess.ts',
    scanWorker: 'server/src/host/scan/scanWorker.ts',
    noteWorker: 'server/src/host/files/noteWorker.ts',
    searchWorker: 'server/src/host/search/searchWorker.ts',
    statWorker: 'server/src/host/refresh/statWorker.ts',
    verifyWorker: 'server/src/host/refresh/verifyWorker.ts',
  },
  outdir: 'dist',
  external: [
    'vscode',
    './client.js',
    './archiveCommands.js',
    './cableCommands.js',
    './mcp.js',
    './importCables.js',
    './importCommands.js',
    './searchCommands.js',
    './tables.js',
    './pages.js',
    './xml.js',
    './pdf.js',
  ],
  // A require() that waits until it is reached: VS Code hands out the module `vscode` to required files alone.
  supported: { 'dynamic-import': false },
  sourcemap: production ? false : 'linked',
  minify: production,
};

/** What runs where there is no Node.js: the extension and its client in a browser's worker, and the server in another. */
const browser = {
  ...common,
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
  outdir: 'dist/web',
  external: ['vscode'],
  minify: production,
};

/** @type {import('esbuild').BuildOptions[]} */
export const web = [
  { ...browser, entryPoints: { extension: 'client/src/browser.ts', client: 'client/src/web/client.ts' } },
  { ...browser, format: 'iife', entryPoints: { server: 'server/src/browser.ts' } },
];

/** What runs inside webviews. @type {import('esbuild').BuildOptions} */
const views = {
  bundle: true,
  platform: 'browser',
  format: 'iife',
  target: 'chrome122',
  logLevel: 'warning',
  entryPoints: {
    timelineView: 'client/src/timeline/view.ts',
    readingView: 'client/src/reading/view.ts',
    monthsView: 'client/src/months/view.ts',
    tableView: 'client/src/table/view.ts',
  },
  outdir: 'dist',
  minify: production,
};

/** All that is built. */
export const bundles = [options, ...web, views];

if (process.argv[1] === import.meta.filename) {
  rmSync('dist', { recursive: true, force: true });
  for (const each of bundles) {
    if (watch) await (await context(each)).watch();
    else await build(each);
  }
  if (!watch) {
    const manual = execFileSync(process.execPath, ['dist/cli.js', 'help', 'man']);
    writeFileSync('dist/reftel.1', manual);
  }
}
