import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Diagnostic,
  type DocumentLink,
  type DocumentSymbol,
  FileChangeType,
  type FoldingRange,
  type Hover,
  type Location,
  type LocationLink,
  type SymbolInformation,
} from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { cableText } from '../host/folder';
import { seeds } from '../seeds';
import { until, uriOf } from './editor';
import { withEditor } from './withEditor';

const severities = ['', 'E', 'W', 'I', 'H'];
const show = ({ range, severity, code }: Diagnostic) =>
  `${range.start.line + 1} ${severities[severity ?? 0]} ${code}`;
const lineOf = ({ uri, range }: Location) => `${uri.split('/').at(-1)}:${range.start.line}`;
const [seed0, seed1] = seeds;
if (!seed0 || !seed1) throw new Error('the seeds are not there');

const seedFiles = Object.fromEntries(seeds.map(({ name, text }) => [name, text]));

describe('the language server', function () {
  // Each test starts a process, which takes its time on a busy machine.
  this.timeout(60_000);

  it('says who it is and what it can do', () =>
    withEditor({}, async ({ result }) => {
      deepEqual(result.serverInfo, { name: 'reftel', version });
      equal(result.capabilities.positionEncoding, 'utf-16');
      equal(result.capabilities.documentLinkProvider, undefined);
      for (const one of ['definition', 'references', 'hover', 'documentSymbol', 'foldingRange'] as const) {
        equal(result.capabilities[`${one}Provider`], true);
      }
    }));

  it('says that another file has the cable, and again when that file is gone', () =>
    withEditor({ 'a.txt': cableText(7), '07MUSCAT7 again.txt': cableText(7) }, async (editor, folder) => {
      const uri = uriOf(join(folder, 'a.txt'));
      const other = uriOf(join(folder, '07MUSCAT7 again.txt'));
      const last = () => editor.publishedFor(uri).at(-1)?.diagnostics ?? [];
      await editor.open(uri, cableText(7));
      await editor.waitFor(() => last().length > 0);
      const [found] = last();
      equal(found?.message, '07MUSCAT7 is also in 07MUSCAT7 again.txt.');
      deepEqual(
        found?.relatedInformation?.map(({ location }) => lineOf(location)),
        [`${other.split('/').at(-1)}:8`],
      );
      rmSync(join(folder, '07MUSCAT7 again.txt'));
      await editor.watched(FileChangeType.Deleted, other);
      await editor.waitFor(() => last().length === 0);
    }));

  it('publishes the diagnostics of the seeds, with source, address and version', () =>
    withEditor(seedFiles, async (editor, folder) => {
      const expected: readonly (readonly string[])[] = [
        [
          '35 H reference-glued',
          '35 H transcription-artefacts',
          '46 I paragraph-number-missing',
          '46 H unbalanced-quotes',
        ],
        ['10 H routing-indicator-other-station', '21 H transcription-artefacts'],
        [
          '7 E security-group-length',
          '13 I routing-indicator-unknown',
          '15 I routing-indicator-unknown',
          '38 H transcription-artefacts',
          '40 H caption-in-text',
        ],
        ['13 H address-misspelt', '22 H transcription-artefacts', '51 H quote-damage'],
        ['23 H transcription-artefacts'],
      ];
      for (const [i, { name, text }] of seeds.entries()) {
        const uri = uriOf(join(folder, name));
        await editor.open(uri, text);
        const { diagnostics } = await editor.diagnostics(uri, 1);
        deepEqual(diagnostics.map(show).sort(), [...(expected[i] ?? [])].sort());
        for (const { source, code, codeDescription } of diagnostics) {
          equal(source, 'reftel');
          equal(codeDescription, undefined, 'the project has no address, and this editor shows no pages');
          ok(code);
        }
        await editor.close(uri);
        deepEqual((await editor.diagnostics(uri)).diagnostics, []);
      }
    }));

  it('links diagnostics to the pages of an editor that shows them', () =>
    withEditor(
      seedFiles,
      async (editor, folder) => {
        const uri = uriOf(join(folder, seed1.name));
        await editor.open(uri, seed1.text);
        const { diagnostics } = await editor.diagnostics(uri, 1);
        deepEqual(
          diagnostics.map(
            ({ code, codeDescription }) => codeDescription?.href === `vscode://a.b/pages/${code}.md`,
          ),
          diagnostics.map(() => true),
        );
        ok(diagnostics.length > 0);
      },
      { options: { diagnosticPages: 'vscode://a.b/pages/' } },
    ));

  it('goes from a reference to the cable and back', () =>
    withEditor(seedFiles, async (editor, folder) => {
      const [uri0, uri1] = [uriOf(join(folder, seed0.name)), uriOf(join(folder, seed1.name))];
      await editor.open(uri1, seed1.text);
      const place = 'MUSCAT 00073';
      const links = await editor.ask<LocationLink[]>('textDocument/definition', uri1, seed1.text, place);
      deepEqual(
        links.map(link => [
          link.targetUri,
          link.targetSelectionRange.start.line,
          link.originSelectionRange?.start.line,
        ]),
        [[uri0, 22, 27]],
      );
      await editor.open(uri0, seed0.text);
      const context = { includeDeclaration: false };
      const found = await editor.ask<Location[]>('textDocument/references', uri0, seed0.text, 'SIPDIS', {
        context,
      });
      deepEqual(found.map(lineOf), [`${seed1.name}:27`, `${seed1.name}:38`]);
      const all = await editor.ask<Location[]>('textDocument/references', uri0, seed0.text, 'SIPDIS', {
        context: { includeDeclaration: true },
      });
      deepEqual(all.map(lineOf), [`${seed0.name}:22`, `${seed1.name}:27`, `${seed1.name}:38`]);
      // Not in the workspace: the mention leads to its entry.
      const entry = await editor.ask<LocationLink[]>(
        'textDocument/definition',
        uri1,
        seed1.text,
        'ref A points',
      );
      deepEqual(
        entry.map(link => [link.targetUri, link.targetRange.start.line]),
        [[uri1, 25]],
      );
    }));

  it('outlines, folds, links, highlights and describes', () =>
    withEditor(seedFiles, async (editor, folder) => {
      const uri = uriOf(join(folder, seed1.name));
      const textDocument = { uri };
      await editor.open(uri, seed1.text);
      const outline = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
      deepEqual(
        outline.map(({ name }) => name.slice(0, 18)),
        ['Header: 14 Februar', '¶1 (C) Summary: Om', 'BREAKFAST IN SPAIN', 'GRAPPO'],
      );
      deepEqual(
        outline[2]?.children?.map(({ name }) => name.slice(0, 6)),
        ['¶2 (C)', '¶3 (C)', '¶4 (C)'],
      );

      const folds = await editor.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
      deepEqual(
        folds.map(({ startLine, endLine }) => [startLine, endLine]),
        [
          [2, 10],
          [35, 42],
        ],
      );

      const links = await editor.request<DocumentLink[]>('textDocument/documentLink', { textDocument });
      deepEqual(
        links.map(({ range, target }) => [range.start.line, target]),
        [27, 38].map(line => [line, `${uriOf(join(folder, seed0.name))}#L23`]),
      );

      const highlights = await editor.ask<Location[]>(
        'textDocument/documentHighlight',
        uri,
        seed1.text,
        'ref B',
      );
      deepEqual(highlights.map(({ range }) => range.start.line).sort(), [27, 38]);

      const hover = await editor.ask<Hover>('textDocument/hover', uri, seed1.text, 'ref B');
      const { value } = hover.contents as { value: string };
      for (const part of [
        '07MUSCAT73',
        'OMAN-ISRAEL RELATIONS',
        '24 January 2007, 15:50 UTC',
        'AMEMBASSY MUSCAT',
        'SECRET',
        'Summary: Oman',
      ]) {
        ok(value.includes(part), `${part} in ${value}`);
      }
      const absent = await editor.ask<Hover>('textDocument/hover', uri, seed1.text, 'STATE 16868');
      match((absent.contents as { value: string }).value, /not in this workspace/);
      equal(await editor.ask<Hover | null>('textDocument/hover', uri, seed1.text, 'BREAKFAST'), null);

      for (const query of ['07muscat154', 'step forward', 'Muscat 00154']) {
        const symbols = await editor.request<SymbolInformation[]>('workspace/symbol', { query });
        deepEqual(
          symbols.map(({ location }) => lineOf(location)),
          [`${seed1.name}:12`],
        );
      }
      // Links are registered again where notes have them as well.
      deepEqual([...new Set(editor.registrations.map(({ method }) => method))].sort(), [
        'textDocument/documentLink',
        'workspace/didChangeConfiguration',
        'workspace/didChangeWatchedFiles',
      ]);
    }));

  it('answers an editor that can do little', () =>
    withEditor(
      seedFiles,
      async (editor, folder) => {
        const uri = uriOf(join(folder, seed1.name));
        notEqual(editor.result.capabilities.documentLinkProvider, undefined);
        await editor.open(uri, seed1.text);
        const [location] = await until(
          () => editor.ask<Location[]>('textDocument/definition', uri, seed1.text, 'ref B'),
          ([first]) => first?.uri !== uri,
        );
        equal(location && lineOf(location), `${seed0.name}:22`);
        const params = { textDocument: { uri } };
        const outline = await editor.request<SymbolInformation[]>('textDocument/documentSymbol', params);
        const subject = outline.find(({ name }) => name.startsWith('Subject: '));
        ok(subject?.containerName?.startsWith('Header: '));
        const hover = await editor.ask<Hover>('textDocument/hover', uri, seed1.text, 'ref B');
        deepEqual(
          [(hover.contents as { kind: string }).kind, JSON.stringify(hover).includes('**')],
          ['plaintext', false],
        );
        deepEqual(editor.registrations, []);
      },
      { capabilities: { textDocument: { hover: { contentFormat: ['plaintext'] } } } },
    ));

  it('reads edits as it reads the whole text', () =>
    withEditor({}, async editor => {
      const [uri, whole] = ['untitled:Untitled-1', 'untitled:Untitled-2'];
      await editor.open(uri, seed0.text);
      const lines = seed0.text.split('\n');
      await editor.change(uri, 2, [
        { range: { start: { line: 6, character: 5 }, end: { line: 6, character: 6 } }, text: '' },
        {
          range: { start: { line: 24, character: 0 }, end: { line: 27, character: 0 } },
          text: 'SIPDIS\r\nNO',
        },
      ]);
      await editor.change(uri, 3, [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n\n😀' },
      ]);
      lines[6] = 'ZNY SSSS ZZH';
      const edited = `\n\n😀${[...lines.slice(0, 24), `SIPDIS\r\nNO${lines[27]}`, ...lines.slice(28)].join('\n')}`;
      const first = await editor.diagnostics(uri, 3);
      ok(first.diagnostics.some(({ code }) => code === 'security-group-length'));
      const outlineOf = (one: string) =>
        editor.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri: one } });
      const outline = await outlineOf(uri);
      await editor.close(uri);
      await editor.open(whole, edited);
      const second = await editor.diagnostics(whole, 1);
      const here = (text: object) => JSON.parse(JSON.stringify(text).replaceAll(whole, uri));
      deepEqual(here(second.diagnostics), first.diagnostics);
      deepEqual(await outlineOf(whole), outline);
    }));
});
