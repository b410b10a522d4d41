// Lets esbuild bundle WebAssembly from its sources: where a file `name.wasm` is imported and only `name.ts` is there, that is
// AssemblyScript, and is compiled. What was compiled is kept in out/assembly/ until a source changes.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { writeReference } from './reference.mjs';

const ROOT = 'server/plain';
const KEPT = 'out/assembly';
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--use', 'abort='];

/** Modules are compiled at once; what they share is written once. */
let referenceWritten;

/** @type {import('esbuild').Plugin} */
export const assembly = {
  name: 'assembly',
  setup(build) {
    build.onResolve({ filter: /\.wasm$/ }, ({ path, resolveDir }) => {
      const file = resolve(resolveDir, path);
      if (existsSync(file)) return { path: file };
      // Relative, for a bundle names its parts, and is to be the same wherever it was built.
      return { path: relative('.', file).replaceAll('\\', '/'), namespace: 'assembly' };
    });
    build.onLoad({ filter: /\.wasm$/, namespace: 'assembly' }, async ({ path }) => {
      referenceWritten ??= writeReference();
      await referenceWritten;
      const watchFiles = sources();
      return {
        contents: await compiled(path.replace(/\.wasm$/, '.ts'), watchFiles),
        loader: 'binary',
        watchFiles,
      };
    });
  },
};

function sources() {
  return readdirSync(ROOT, { recursive: true })
    .filter(name => name.endsWith('.ts'))
    .map(name => resolve(ROOT, name))
    .sort();
}

async function compiled(entry, files) {
  const hash = createHash('sha256').update(JSON.stringify(OPTIONS));
  for (const file of files) hash.update(file).update(readFileSync(file));
  const name = `${relative(ROOT, entry).replaceAll(/[\\/]/g, '-')}-${hash.digest('hex').slice(0, 16)}.wasm`;
  const kept = join(KEPT, name);
  if (!existsSync(kept)) await compile(entry, kept);
  return readFileSync(kept);
}

async function compile(entry, kept) {
  mkdirSync(dirname(kept), { recursive: true });
  // Loaded here alone: the compiler is large, and needed only after a change.
  const { default: asc } = await import('assemblyscript/asc');
  const wanted = [
    relative(process.cwd(), entry).replaceAll('\\', '/'),
    '--outFile',
    kept.replaceAll('\\', '/'),
    ...OPTIONS,
  ];
  const { error, stderr } = await asc.main(wanted);
  if (error) throw new Error(`${basename(entry)} does not compile:\n${stderr.toString()}`);
}
