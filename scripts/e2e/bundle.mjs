// Bundles the tests that run inside VS Code's extension host.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { common } from '../build.mjs';

/** Writes index.js, one file per test file but for those of the browser, and an extension without content that stands beside the installed package. */
export async function bundleTests(root, out) {
  const tests = join(root, 'test/e2e');
  const files = readdirSync(tests, { recursive: true }).filter(
    file => file.endsWith('.test.ts') && !file.startsWith('web'),
  );
  rmSync(out, { recursive: true, force: true });
  await build({
    ...common,
    entryPoints: ['index.ts', ...files].map(file => join(tests, file)),
    outdir: out,
    outbase: tests,
    external: ['vscode', 'mocha', 'playwright-core'],
    sourcemap: 'inline',
  });
  const manifest = { name: 'empty', publisher: 'test', version: '0.0.0', engines: { vscode: '*' } };
  mkdirSync(join(out, 'empty-extension'));
  writeFileSync(join(out, 'empty-extension/package.json'), JSON.stringify(manifest));
}
