// Writes THIRD_PARTY_NOTICES.txt: the licence of every package of which code is in what is built, and nothing else.
//   node scripts/notices.mjs          writes it
//   node scripts/notices.mjs --check  writes nothing; fails if it is out of date
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { bundles } from './build.mjs';

const FILE = 'THIRD_PARTY_NOTICES.txt';

const packages = new Map();
for (const bundle of bundles) {
  const { metafile } = await build({
    ...bundle,
    metafile: true,
    write: false,
    sourcemap: false,
    minify: true,
  });
  for (const { inputs } of Object.values(metafile.outputs))
    for (const [file, { bytesInOutput }] of Object.entries(inputs))
      if (file.includes('node_modules/') && bytesInOutput > 0) {
        const found = packageOf(file);
        packages.set(`${found.name} ${found.version}`, found);
      }
}
const text = `Reftel contains code of these packages, each under its own licence.
scripts/notices.mjs writes this file.
${[...packages]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([, found]) => notice(found))
  .join('')}`;

if (!process.argv.includes('--check')) writeFileSync(FILE, text);
else if (!existsSync(FILE) || readFileSync(FILE, 'utf8').replaceAll('\r\n', '\n') !== text) {
  console.error(`${FILE} is out of date: run node scripts/notices.mjs`);
  process.exit(1);
}

/** The package that a file belongs to: the nearest folder above it whose package.json has a name and a version. */
function packageOf(file) {
  for (let folder = dirname(file); folder.includes('node_modules'); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (!existsSync(manifest)) continue;
    const { name, version, license, author } = JSON.parse(readFileSync(manifest, 'utf8'));
    if (name && version) return { name, version, license, author: author?.name ?? author, folder };
  }
  throw new Error(`${file} belongs to no package`);
}

function notice({ name, version, license, author, folder }) {
  const texts = readdirSync(folder)
    .filter(file => /^(licen[cs]e|copying|notice|thirdpartynotices)\b/i.test(file))
    .sort()
    .map(file => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  if (!license && texts.length === 0) throw new Error(`${name} has no licence`);
  return `
${'='.repeat(80)}
${name} ${version} (${license ?? 'licence below'})
${'='.repeat(80)}

${texts.length > 0 ? texts.join('\n\n') : `By ${author}. It brings no text of its licence along: https://spdx.org/licenses/${license}.html`}
`;
}
