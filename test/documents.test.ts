import { deepEqual, ok } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseCable } from '../server/src/cable/parse';
import { recordOf } from '../server/src/cable/record';

const documents = [
  ...readdirSync('.').filter(name => name.endsWith('.md')),
  ...['docs', 'editors', 'l10n'].flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.md'))
      .map(name => `${folder}/${name.replaceAll('\\', '/')}`),
  ),
];

/** The targets of links and pictures in a document, without those on other machines. */
const linksIn = (document: string) =>
  [...readFileSync(document, 'utf8').matchAll(/\]\((?!https?:|mailto:|vscode:)([^)#\s]+)(?:#[^)]*)?\)/g)].map(
    ([, target = '']) => join(dirname(document), target),
  );

describe('documents', () => {
  it('link to files that are there', () =>
    deepEqual(
      documents.flatMap(document =>
        linksIn(document)
          .filter(target => !existsSync(target))
          .map(target => `${document}: ${target}`),
      ),
      [],
    ));

  it('show every picture that is made for them', () => {
    const shown = new Set(documents.flatMap(linksIn));
    deepEqual(
      readdirSync('images/readme')
        .map(name => join('images/readme', name))
        .filter(picture => !shown.has(picture)),
      [],
    );
  });

  it('name settings and commands that the manifest has', () => {
    const manifest = readFileSync('package.json', 'utf8');
    const own = documents.filter(document => document !== 'CHANGELOG.md');
    const named = own.flatMap(document =>
      [...readFileSync(document, 'utf8').matchAll(/`(reftel\.[a-z]\w*(?:\.\w+)*)`/g)].map(
        ([, name = '']) => [document, name] as const,
      ),
    );
    // Commands of the server are for other editors, and pages of the developers name them too.
    const server = /^reftel\.(normalise|ignore|listCitedBy|listCites|refreshArchive|json)$/;
    deepEqual(
      named
        .filter(([, name]) => !manifest.includes(`"${name}"`) && !server.test(name))
        .map(([document, name]) => `${document}: ${name}`),
      [],
    );
  });

  it('name every key of a record', () => {
    const page = readFileSync('docs/formats.md', 'utf8');
    const keys = Object.keys(recordOf('a.txt', parseCable('')));
    deepEqual(
      keys.filter(key => !page.includes(`\`${key}\``)),
      [],
    );
  });

  it('list every setting with its values and its default', () => {
    interface Setting {
      readonly type?: string;
      readonly enum?: readonly string[];
      readonly default?: unknown;
      readonly properties?: object;
    }
    const { configuration } = JSON.parse(readFileSync('package.json', 'utf8')).contributes;
    const settings: readonly (readonly [string, Setting])[] = configuration.flatMap(
      ({ properties }: { properties: Record<string, Setting> }) => Object.entries(properties),
    );
    const valuesOf = (name: string, { type, enum: values, default: usual, properties }: Setting) => {
      const own = type === 'boolean' ? ['true', 'false'] : (values ?? []);
      if (name === 'reftel.citation.source')
        return Object.keys(properties ?? {})
          .map(key => `\`${key}\``)
          .join(', ');
      return own.map(value => `\`${value}\`${value === String(usual) ? ' (default)' : ''}`).join(', ');
    };
    const rows = [
      ...readFileSync('docs/settings.md', 'utf8').matchAll(/^\| `(reftel[^`]+)` \| (.*?) \|/gm),
    ].map(([, name = '', values = '']) => [name, values.startsWith('`') ? values : ''] as const);
    deepEqual(rows.toSorted(), settings.map(([name, setting]) => [name, valuesOf(name, setting)]).toSorted());
  });

  it('list every key of the manifest for all three systems', () => {
    interface Key {
      readonly command: string;
      readonly key: string;
      readonly mac?: string;
    }
    const { keybindings, commands } = JSON.parse(readFileSync('package.json', 'utf8')).contributes;
    const names: Readonly<Record<string, string>> = { pagedown: 'PageDown', pageup: 'PageUp' };
    const spelt = (keys: string, alt: string) =>
      keys
        .split(' ')
        .map(stroke => stroke.split('+').map(key => (key === 'alt' ? alt : (names[key] ?? capital(key)))))
        .map(stroke => stroke.join('+'))
        .join(' ');
    const text = readFileSync('docs/keys.md', 'utf8');
    const own = text.slice(text.indexOf('## Of Reftel'), text.indexOf('## Of VS Code'));
    const rows = own.split('\n').filter(line => /^\| [a-z]/.test(line) && !line.startsWith('| to |'));
    deepEqual(
      rows.map(row => row.split(' | ').slice(1).join(' | ').replace(/ \|$/, '')),
      keybindings.map(({ key, mac = key }: Key) =>
        [spelt(key, 'Alt'), spelt(mac, 'Option'), spelt(key, 'Alt')].join(' | '),
      ),
    );
    deepEqual(
      keybindings.filter(({ command }: Key) => !commands.some((one: Key) => one.command === command)),
      [],
    );
  });

  for (const [page, most] of [
    ['README.md', 150],
    ['ARCHITECTURE.md', 120],
  ] as const)
    it(`are read to their end: ${page} has at most ${most} lines`, () => {
      const lines = readFileSync(page, 'utf8').trimEnd().split('\n');
      ok(lines.length <= most, `it has ${lines.length}`);
    });
});

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
