// Runs the tests of test/e2e/web where VS Code starts no extension in Node.js: with the extension in a worker of the browser, on a
// folder of the server ("worker") and on a folder that an extension keeps in memory, without a server behind it, as on vscode.dev
// ("serverless").
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { format } from 'node:util';
import { build } from 'esbuild';
import { brokenWindow } from './verdict.mjs';
import { findChromium, openPage } from './vscode-browser.mjs';
import { QUIET_SETTINGS, startServer } from './vscode-server.mjs';

/** How long one opening of the window may take, all tests in it, in milliseconds. */
const LIMIT = 240_000;

/** The folder of files in memory. */
const MEMORY = { scheme: 'reftel-memory', authority: 'made', path: '/' };

const TYPES = { '.js': 'text/javascript', '.json': 'application/json', '.css': 'text/css' };

/** mocha is an ES module, so its browser file, a script, would be taken for one; it must not find `module` or `exports` either. */
const mochaScript = {
  name: 'mocha-script',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path }) => ({
      contents: `var exports, module;\n${readFileSync(path, 'utf8')}`,
      loader: 'js',
    }));
  },
};

/** Runs the tests in one kind of host: `worker` or `serverless`, in one window that is opened twice. Gives a verdict for each opening. */
export async function testWeb(host, standin, { root, folder, workspace, grep, shots }) {
  const out = join(root, 'out/test/e2e-web');
  rmSync(out, { recursive: true, force: true });
  await bundleMemory(root, join(out, 'memory'));
  const server = await startServer(standin, { folder, settings: QUIET_SETTINGS, themesOnly: true });
  const { page, close } = await openPage(findChromium());
  const verdicts = [];
  try {
    let ended = () => {};
    let verdict = null;
    await page.exposeFunction('codeAutomationExit', () => ended());
    await page.exposeFunction('codeAutomationLog', (type, args) => {
      const text = format(...args);
      if (text.startsWith('[mocha] ')) console.log(text.slice('[mocha] '.length));
      else if (text.startsWith('[verdict] ')) verdict = JSON.parse(text.slice('[verdict] '.length));
      else if (text.startsWith('[picture] ') && shots)
        void page.screenshot({ path: join(shots, `${host}-${text.slice('[picture] '.length)}.png`) });
      else if (process.env.REFTEL_E2E_VERBOSE) console.log(`<${type}> ${text}`);
    });
    await serveFiles(page, server, { host, standin, root, out });
    for (const opening of ['first', 'second']) {
      await bundleTests(root, join(out, 'tests'), { host, opening, grep, shots: Boolean(shots) });
      const over = new Promise(done => {
        ended = done;
      });
      verdict = null;
      console.log(`\n   ${opening} opening in the ${host} host, VS Code ${standin.version}`);
      await page.goto(addressOf(server, host === 'worker' ? workspace : null));
      let patience;
      const late = new Promise((_, failed) => {
        patience = setTimeout(() => failed(new Error(`no verdict within ${LIMIT / 1000} s`)), LIMIT);
      });
      await Promise.race([over, late, server.ended]).finally(() => clearTimeout(patience));
      if (!verdict) throw new Error('VS Code ended and left no result of the tests');
      verdicts.push(verdict);
    }
  } catch (error) {
    await page.screenshot({ path: join(out, 'failure.png') }).catch(() => {});
    verdicts.push(brokenWindow(`the window of the ${host} host`, error));
  } finally {
    await close().catch(() => {});
    await server.stop();
  }
  return verdicts;
}

/** Where the window is opened on a folder of the server, or on what the configuration names. */
function addressOf(server, folder) {
  const url = new URL(server.url(folder ?? '', [['skipWelcome', 'true']]));
  if (folder === null) url.searchParams.delete('folder');
  return url.href;
}

/** Answers the browser's requests for the extension, the tests and the folder in memory from the disk. */
async function serveFiles(page, server, { host, standin, root, out }) {
  const { host: authority, origin } = new URL(server.url('/'));
  const mounts = { '/__reftel/': root, '/__memory/': join(out, 'memory') };
  const mountOf = path => Object.keys(mounts).find(mount => path.startsWith(mount));
  await page.context().route(
    url => url.origin === origin && mountOf(url.pathname) !== undefined,
    route => {
      const path = decodeURIComponent(new URL(route.request().url()).pathname);
      const mount = mountOf(path);
      const file = join(mounts[mount], path.slice(mount.length));
      const found = statSync(file, { throwIfNoEntry: false })?.isFile();
      return found
        ? route.fulfill({ body: readFileSync(file), contentType: TYPES[extname(file)] ?? 'text/plain' })
        : route.fulfill({ status: 404, body: '' });
    },
  );
  if (host === 'serverless') {
    const workbench = 'out/vs/code/browser/workbench/workbench.js';
    const code = readFileSync(join(standin.root, workbench), 'utf8');
    const body = code.replace('remoteAuthority:location.host', 'remoteAuthority:undefined');
    if (body === code) throw new Error('the workbench of this VS Code cannot be told to do without a server');
    await page.route(`**/${workbench}`, route => route.fulfill({ contentType: 'text/javascript', body }));
  }
  // The workbench reads its configuration from an attribute of the page.
  await page.addInitScript(
    ({ authority, isServerless, memory, settings }) => {
      const at = path => ({ scheme: 'http', authority, path });
      const getAttribute = Element.prototype.getAttribute;
      Element.prototype.getAttribute = function (name) {
        const value = getAttribute.call(this, name);
        if (name !== 'data-settings' || this.id !== 'vscode-workbench-web-configuration') return value;
        const config = JSON.parse(value);
        config.configurationDefaults = settings;
        config.developmentOptions = {
          ...config.developmentOptions,
          extensions: [at('/__reftel')],
          extensionTestsPath: at('/__reftel/out/test/e2e-web/tests/index.js'),
        };
        if (isServerless) {
          config.additionalBuiltinExtensions = [at('/__memory')];
          config.folderUri = memory;
        }
        return JSON.stringify(config);
      };
    },
    { authority, isServerless: host === 'serverless', memory: MEMORY, settings: QUIET_SETTINGS },
  );
}

const common = {
  bundle: true,
  platform: 'browser',
  format: 'cjs',
  target: 'es2022',
  external: ['vscode'],
  loader: { '.tsv': 'text', '.txt': 'text' },
  logLevel: 'warning',
};

async function bundleTests(root, outdir, options) {
  await build({
    ...common,
    entryPoints: { index: join(root, 'test/e2e/web/index.ts') },
    outdir,
    plugins: [mochaScript],
    define: { global: 'globalThis', REFTEL_E2E: JSON.stringify(options) },
  });
}

/** An extension with a folder in memory. */
async function bundleMemory(root, outdir) {
  mkdirSync(outdir, { recursive: true });
  await build({ ...common, entryPoints: { extension: join(root, 'test/e2e/web/memory.ts') }, outdir });
  const manifest = {
    name: 'memory',
    publisher: 'test',
    version: '0.0.0',
    engines: { vscode: '^1.100.0' },
    browser: 'extension.js',
    activationEvents: [`onFileSystem:${MEMORY.scheme}`],
    capabilities: { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } },
  };
  writeFileSync(join(outdir, 'package.json'), JSON.stringify(manifest));
}
