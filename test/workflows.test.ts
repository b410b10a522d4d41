import { deepEqual } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const WORKFLOWS = '.github/workflows';
const files = [...readdirSync(WORKFLOWS).map(name => `${WORKFLOWS}/${name}`), 'action.yml'];
const texts = files.map(file => [file, readFileSync(file, 'utf8')] as const);
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

/** What the first group of a pattern is in any of the files, with the file. */
const named = (pattern: RegExp) =>
  texts.flatMap(([file, text]) => [...text.matchAll(pattern)].map(([, name = '']) => ({ file, name })));

describe('workflows', () => {
  it('run scripts that are there', () => {
    const missing = [
      ...named(/npm run (?:--silent )?([\w:]+)/g).filter(({ name }) => !manifest.scripts[name]),
      ...named(/(?:node |run: )((?:scripts|\.ci)\/[\w./]+)/g).filter(({ name }) => !existsSync(name)),
    ];
    deepEqual(missing, []);
  });

  it('test rings that are there', () => {
    const rings = /const RINGS = \[(.*?)\]/s.exec(readFileSync('scripts/test.mjs', 'utf8'))?.[1] ?? '';
    deepEqual(
      named(/scripts\/test\.mjs (\w+)/g).filter(({ name }) => !rings.includes(`'${name}'`)),
      [],
    );
  });

  it('begin with the oldest Node.js that the manifest promises', () => {
    const oldest = /\d+/.exec(manifest.engines.node)?.[0];
    deepEqual(
      named(/node: \[(\d+),/g).map(({ name }) => name),
      [oldest],
    );
  });

  it('let no step write but where its job says so', () => {
    const open = texts.filter(
      ([file, text]) => file !== 'action.yml' && !/^permissions:\n {2}contents: read$/m.test(text),
    );
    deepEqual(
      open.map(([file]) => file),
      [],
    );
  });
});
