import { deepEqual } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

type Texts = Readonly<Record<string, string>>;

/** The texts of a file by their keys, without the comments for translators. */
function textsOf(file: string): Texts {
  const read: Record<string, string | { message: string }> = JSON.parse(readFileSync(file, 'utf8'));
  return Object.fromEntries(
    Object.entries(read).map(([key, text]) => [key, typeof text === 'string' ? text : text.message]),
  );
}

/** What a translation takes over unchanged: places for values, links, settings, commands and other code, keys of the keyboard. */
const KEPT = /\{\d+\}|\]\([^)]*\)|`[^`]*`|#[\w.]+#|\$\([\w~-]+\)/g;

const keptIn = (text: string) => (text.match(KEPT) ?? []).sort();

/** Languages into which Reftel is translated: each has both files. */
const languages = readdirSync('l10n').flatMap(name => /^bundle\.l10n\.(.+)\.json$/.exec(name)?.[1] ?? []);

const pairs = languages.flatMap(language => [
  { english: 'package.nls.json', file: `package.nls.${language}.json` },
  { english: 'l10n/bundle.l10n.json', file: `l10n/bundle.l10n.${language}.json` },
]);

describe('the texts for translators', () => {
  it('are those of client and server', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/l10n.mjs', '--check'], {
      encoding: 'utf8',
    });
    deepEqual([status, stderr], [0, '']);
  });

  it('are all that is shown: no words are written in a title, a message or a label', () => {
    const places = [
      /\b(?:title|label|placeHolder|placeholder|prompt|detail|description|tooltip|message|openLabel|saveLabel|text|name|documentation)\s*[:=]/,
      /\b(?:show(?:Information|Warning|Error)Message|setStatusBarMessage|appendText|TreeItem)\(/,
    ];
    const written = new RegExp(
      `(?<!l10n\\.t\\(\\{\\s*)(?:${places.map(({ source }) => source).join('|')})\\s*(?:'([^'\\n]*)'|"([^"\\n]*)"|\`([^\`]*)\`)`,
      'g',
    );
    const files = ['client/src', 'server/src/features', 'server/src/checks/rules']
      .flatMap(folder =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => `${folder}/${file}`),
      )
      // What tools are for is told to a model.
      .filter(file => file.endsWith('.ts') && !file.endsWith('toolSet.ts'));
    const found = files.flatMap(file =>
      [...readFileSync(file, 'utf8').matchAll(written)].flatMap(([, ...texts]) => {
        const words = texts.join('').replace(/\$\{[^}]*\}|\$\([^)]*\)/g, '');
        return /\p{L}{2}[^\n]* \p{L}|^\p{Lu}\p{Ll}+$/u.test(words) ? `${file}: ${words}` : [];
      }),
    );
    deepEqual(
      found.filter(each => !/: (?:Reftel|CSL-JSON \(Zotero\))$/.test(each)),
      [],
    );
  });

  for (const { english, file } of pairs) {
    it(`are all in ${file}, and nothing else is`, () => {
      const keys = (name: string) => (existsSync(name) ? Object.keys(textsOf(name)).sort() : []);
      deepEqual(keys(file), keys(english));
    });

    it(`keep places for values, links and code in ${file}`, () => {
      const [from, to] = [textsOf(english), existsSync(file) ? textsOf(file) : {}];
      deepEqual(
        Object.entries(to).flatMap(([key, text]) => {
          const wanted = keptIn(from[key] ?? text);
          return keptIn(text).join('\n') === wanted.join('\n') ? [] : [{ key, wanted, found: keptIn(text) }];
        }),
        [],
      );
    });
  }
});
