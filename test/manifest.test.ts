import { deepEqual, doesNotMatch, match, ok } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { getLanguageService } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { unixFormat } from '../server/src/cli/checkFormat';

const manifest = readFileSync('package.json', 'utf8');
const texts = Object.keys(JSON.parse(readFileSync('package.nls.json', 'utf8')));

/** What the first group of `pattern` is in the manifest, each once. */
const named = (pattern: RegExp) => [...new Set([...manifest.matchAll(pattern)].map(([, name = '']) => name))];

/** Where a name is for other files and for models, and not shown. */
const UNSEEN = /^\.contributes\.(?:problemMatchers|languageModelTools)\.\d+\.name: /;

describe('package.json', () => {
  it('has a text in package.nls.json for each of its keys, and no other text is there', () => {
    deepEqual(named(/"%([^%"]+)%"/g).sort(), texts.sort());
  });

  it('has a key of package.nls.json wherever a user reads a text', () => {
    const shown = new Set(
      'title shortTitle label name contextualTitle description markdownDescription deprecationMessage contents altText category displayName userDescription'.split(
        ' ',
      ),
    );
    const listed = new Set(['enumDescriptions', 'markdownEnumDescriptions', 'enumItemLabels']);
    const literal: string[] = [];
    const look = (value: unknown, path: string, isShown: boolean): void => {
      if (typeof value === 'string' && isShown && !/^%[^%]+%$/.test(value)) literal.push(`${path}: ${value}`);
      if (typeof value !== 'object' || value === null) return;
      // A setting may be called like a text, and the schema of a tool speaks to a model.
      for (const [key, inner] of Object.entries(value))
        if (key !== 'inputSchema')
          look(inner, `${path}.${key}`, Array.isArray(value) ? isShown : shown.has(key) || listed.has(key));
    };
    const { contributes, capabilities } = JSON.parse(manifest);
    look({ contributes, capabilities }, '', false);
    deepEqual(
      literal.filter(found => !UNSEEN.test(found)),
      [],
    );
  });

  it('has a problem matcher for the lines of `reftel check --format unix`', () => {
    const { regexp, ...groups } = JSON.parse(manifest).contributes.problemMatchers[0].pattern;
    const line = unixFormat.item({
      file: 'a b/c:d.txt',
      line: 3,
      column: 5,
      endLine: 3,
      endColumn: 9,
      severity: 'information',
      code: 'dtg-invalid',
      message: 'No such day [31]: February.',
      related: [],
      fix: null,
    });
    const match = new RegExp(regexp).exec(line.trimEnd()) ?? [];
    deepEqual(
      Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, match[Number(group)]])),
      {
        file: 'a b/c:d.txt',
        line: '3',
        column: '5',
        severity: 'information',
        message: 'No such day [31]: February.',
        code: 'dtg-invalid',
      },
    );
  });

  it('has settings that settings.json completes and describes, code by code', async () => {
    const nls: Record<string, string> = JSON.parse(readFileSync('package.nls.json', 'utf8'));
    const words = manifest.replace(/"%([^%"]+)%"/g, (_, name: string) => JSON.stringify(nls[name]));
    const sections: { readonly properties: object }[] = JSON.parse(words).contributes.configuration;
    const schema = { properties: Object.assign({}, ...sections.map(({ properties }) => properties)) };
    const service = getLanguageService({});
    service.configure({ schemas: [{ uri: 'x:settings', fileMatch: ['*'], schema }] });
    const text = '{ "reftel.diagnostics.levels": {  } }';
    const document = TextDocument.create('x:/settings.json', 'jsonc', 1, text);
    const at = document.positionAt(text.indexOf('{  }') + 2);
    const list = await service.doComplete(document, at, service.parseJSONDocument(document));
    const item = list?.items.find(({ label }) => label === 'security-group-length');
    match(JSON.stringify(item?.documentation), /security group does not have five letters.*Default: error/);
  });

  it('names the only account of a forge that any file links to', () => {
    const own = JSON.parse(manifest).repository?.url ?? '';
    const files = ['client', 'server', 'docs', 'scripts', 'schemas', 'syntaxes', 'walkthrough', '.github']
      .filter(folder => existsSync(folder))
      .flatMap(folder =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => `${folder}/${file}`),
      )
      .concat(
        readdirSync('.').filter(name => /\.(md|json|yml|yaml)$/.test(name) && name !== 'package-lock.json'),
      )
      .filter(file => /\.(ts|mjs|md|json|yml|yaml)$/.test(file));
    const links = files.flatMap(file =>
      [...readFileSync(file, 'utf8').matchAll(/(?:github|gitlab)\.com\/([\w-]+\/[\w.-]+)/g)]
        .filter(([, account = '']) => !own.includes(account))
        .map(([link]) => `${file}: ${link}`),
    );
    deepEqual(links, []);
  });

  it('has one copy of the protocol, and a digest for every package that is installed', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    const names = Object.keys(packages).filter(name => name !== '');
    deepEqual(
      names.filter(name => !packages[name].integrity && !packages[name].link),
      [],
    );
    for (const one of ['vscode-jsonrpc', 'vscode-languageserver-protocol', 'vscode-languageserver-types'])
      deepEqual(
        names.filter(name => name.endsWith(`/${one}`)),
        [`node_modules/${one}`],
      );
  });

  it('has pictures in its walkthrough that need no style, which the page of a walkthrough does not allow', () => {
    const pictures = named(/"svg": "([^"]+)"/g);
    ok(pictures.length > 0);
    for (const picture of pictures) doesNotMatch(readFileSync(picture, 'utf8'), /<style|\s(?:style|class)=/);
  });

  it('names files that are there', () => {
    const files = named(/"(?:\.\/)?((?:syntaxes|schemas|media|images|walkthrough)\/[^"*]+)"/g);
    deepEqual(
      files.filter(file => !existsSync(file)),
      [],
    );
  });
});
