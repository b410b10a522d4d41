// Writes l10n/bundle.l10n.json: every string of client and server that can be translated, as it is in English. Also puts the
// translations into that order, without those of strings that are no longer there, and says what has none.
//   node scripts/l10n.mjs           writes them
//   node scripts/l10n.mjs --check   writes nothing; fails if the file lacks a string, or has one that is nowhere in the sources
//   node scripts/l10n.mjs --pseudo  also writes both files of the pseudo-language qps-ploc into out/l10n
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { getL10nJson } from '@vscode/l10n-dev';
import { pseudo } from './l10n/pseudo.mjs';

const FILE = 'l10n/bundle.l10n.json';
const PSEUDO = 'out/l10n';

/** The libraries that translate, one for the client and one for the server, in every form in which sources import them. */
const LIBRARIES = {
  vscode: "import { l10n } from 'vscode'; import * as vscode from 'vscode';",
  '@vscode/l10n': "import * as l10n from '@vscode/l10n';",
};

const sources = ['client/src', 'server/src']
  .flatMap(folder => readdirSync(folder, { recursive: true }).map(file => `${folder}/${file}`))
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => file.endsWith('.ts'))
  .sort()
  .map(file => ({ file, text: readFileSync(file, 'utf8') }))
  .filter(({ text }) => text.includes('l10n'));

const problems = sources.flatMap(unreadable);
const bundle = sorted(await getL10nJson(Object.keys(LIBRARIES).map(together)));

if (!process.argv.includes('--check')) {
  write(FILE, bundle);
  for (const english of [FILE, 'package.nls.json']) translationsOf(english).forEach(tidy);
} else if (!isDeepStrictEqual(readMerged(FILE), bundle))
  problems.push(`${FILE} is out of date: run npm run l10n`);
if (process.argv.includes('--pseudo')) {
  mkdirSync(PSEUDO, { recursive: true });
  write(`${PSEUDO}/bundle.l10n.qps-ploc.json`, pseudoOf(bundle));
  write(`${PSEUDO}/package.nls.qps-ploc.json`, pseudoOf(read('package.nls.json')));
}
for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);

/** All sources that use a library as one: the collector takes its time over every import. */
function together(library) {
  const texts = sources
    .filter(({ text }) => text.includes(`from '${library}'`))
    .map(({ text }) => withoutEscapes(text.replace(/ from '(?:@vscode\/l10n|vscode)'/g, " from ''")));
  return { contents: [LIBRARIES[library], ...texts].join('\n'), extension: '.ts' };
}

/** What the collector would pass over without a word: it sees `l10n.t` with a text, and nothing else. */
function unreadable({ file, text }) {
  const unseen = /\bl10n\.t\(\s*(?![\s'"{])|\bl10n as\b|\{[^{}]*\} from '@vscode\/l10n'/g;
  return [...text.matchAll(unseen)].map(
    ({ index }) =>
      `${file}:${text.slice(0, index).split('\n').length}: what is collected is l10n.t('text', …)`,
  );
}

/** The collector misreads `\uFFFD`: it is given the character. */
function withoutEscapes(text) {
  return text.replace(/(\\+)u([0-9a-f]{4})/gi, (whole, slashes, digits) =>
    slashes.length % 2 === 0 ? whole : slashes.slice(1) + String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

/** The translations of a file, such as `package.nls.es.json`. */
function translationsOf(english) {
  const start = `${basename(english, '.json')}.`;
  return readdirSync(dirname(english))
    .filter(file => file.startsWith(start) && file !== basename(english))
    .map(file => ({ english, file: `${dirname(english)}/${file}` }));
}

function tidy({ english, file }) {
  const [texts, own] = [read(english), read(file)];
  write(file, Object.fromEntries(Object.keys(texts).flatMap(key => (key in own ? [[key, own[key]]] : []))));
  for (const key of Object.keys(own))
    if (!(key in texts)) console.log(`${file}: no longer needed: ${own[key]}`);
  const missing = Object.keys(texts).filter(key => !(key in own));
  if (missing.length > 0) console.log(`${file}: ${missing.length} not translated, first "${missing[0]}"`);
}

function pseudoOf(texts) {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, pseudo(typeof text === 'string' ? text : text.message)]),
  );
}

function sorted(texts) {
  return Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Null where a merge of two sides has left no JSON. */
function readMerged(file) {
  try {
    return read(file);
  } catch {
    return null;
  }
}

function write(file, texts) {
  writeFileSync(file, `${JSON.stringify(texts, null, 2)}\n`);
}
