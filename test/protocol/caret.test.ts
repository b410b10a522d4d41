import { deepEqual, equal, ok } from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CodeLens,
  CodeLensRefreshRequest,
  type CompletionList,
  FileChangeType,
  type InlayHint,
  type SelectionRange,
  type SemanticTokens,
} from 'vscode-languageserver/node';
import { withFolder } from '../host/folder';
import { seeds } from '../seeds';
import { Editor, MODERN, until, uriOf } from './editor';

const [seed0, seed1] = seeds;
if (!seed0 || !seed1) throw new Error('the seeds are not there');
const seedFiles = Object.fromEntries(seeds.map(({ name, text }) => [name, text]));
const LENSES = { ...MODERN, workspace: { ...MODERN.workspace, codeLens: { refreshSupport: true } } };
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

/** The tokens that `data` stands for: line from 0, column, text, type, modifiers. */
function decode(text: string, { data }: SemanticTokens, legend: readonly string[]): string[] {
  const lines = text.split(/\r\n|\n/);
  const tokens: string[] = [];
  let line = 0;
  let column = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [down = 0, right = 0, length = 0, type = 0] = data.slice(i, i + 4);
    column = down === 0 ? column + right : right;
    line += down;
    tokens.push(`${line} ${lines[line]?.slice(column, column + length)} ${legend[type]}`);
  }
  return tokens;
}

describe('the language server at the caret', function () {
  // A server is started for each, which takes its time on a busy machine.
  this.timeout(60_000);

  const withSeeds = (use: (editor: Editor, uris: readonly string[], folder: string) => Promise<void>) =>
    withFolder(seedFiles, async folder => {
      const options = { commands: ['reftel.showCitedBy'] };
      const editor = await Editor.start({ folders: [folder], capabilities: LENSES, options });
      try {
        const uris = seeds.map(({ name }) => uriOf(join(folder, name)));
        await editor.open(uris[0] ?? '', seed0.text);
        await editor.open(uris[1] ?? '', seed1.text);
        await use(editor, uris, folder);
        deepEqual(editor.problems, []);
      } finally {
        editor.kill();
      }
    });
  const lensOf = async (editor: Editor, uri = '', which = 0) => {
    const lenses = await editor.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    const lens = lenses[which];
    ok(lens && lens.command === undefined);
    return editor.request<CodeLens>('codeLens/resolve', lens);
  };

  it('counts citations in a lens when it is shown', () =>
    withSeeds(async (editor, uris) => {
      const cited = await lensOf(editor, uris[0]);
      deepEqual(
        [cited.range.start.line, cited.command?.title, cited.command?.command, cited.command?.arguments],
        [32, 'cited by 1', 'reftel.showCitedBy', [uris[0], cited.range.start]],
      );
      const uncited = await lensOf(editor, uris[1]);
      deepEqual([uncited.command?.title, uncited.command?.command], ['cited by 0', '']);
      // An editor that does not have the command gets one of the server.
      const cites = await lensOf(editor, uris[1], 1);
      deepEqual([cites.command?.title, cites.command?.command], ['cites 3 (1 here)', 'reftel.listCites']);
    }));

  it('asks for lenses again when the archive has changed', () =>
    withSeeds(async (editor, uris, folder) => {
      let asked = 0;
      const refreshed = new Promise<void>(done =>
        editor.connection.onRequest(CodeLensRefreshRequest.type, () => {
          asked++;
          done();
        }),
      );
      await editor.close(uris[1] ?? '');
      rmSync(join(folder, seed1.name));
      await editor.watched(FileChangeType.Deleted, uris[1] ?? '');
      await refreshed;
      equal(asked, 1);
      equal((await lensOf(editor, uris[0])).command?.title, 'cited by 0');
    }));

  it('gives hints, tokens and selections', () =>
    withSeeds(async (editor, [uri0 = '', uri1 = '']) => {
      const hints = (uri: string) =>
        editor.request<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range: WHOLE });
      deepEqual(
        (await hints(uri0)).map(({ label, position }) => `${position.line} ${label}`),
        ['38 ¶1', '39 ¶2', '40 ¶3', '41 ¶4', '45 ¶5', '46 ¶6'],
      );
      ok((await hints(uri1)).some(({ label }) => label === 'C-NE6-02218: OMAN-ISRAEL RELATIONS'));

      const legend = editor.result.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
      const tokens = await editor.request<SemanticTokens>('textDocument/semanticTokens/full', {
        textDocument: { uri: uri0 },
      });
      deepEqual(decode(seed0.text, tokens, legend).slice(0, 6), [
        '22 S E C R E T classification',
        '34 06 STATE 203034 reference',
        '34 06 MUSCAT 01735 reference',
        '38 - 1 artefact',
        '38 1 paragraphNumber',
        '38 (C) classification',
      ]);
      const { items, isIncomplete } = await editor.ask<CompletionList>(
        'textDocument/completion',
        uri1,
        seed1.text,
        '(C) Summary',
        { position: { line: 20, character: 6 } },
      );
      deepEqual([isIncomplete, items[0]?.label], [true, 'IZ']);
      const [selection] = await editor.request<SelectionRange[]>('textDocument/selectionRange', {
        textDocument: { uri: uri0 },
        positions: [{ line: 38, character: 40 }],
      });
      let depth = 0;
      for (let range = selection; range; range = range.parent) depth++;
      ok(depth >= 5, `${depth}`);
    }));

  it('leaves out the hints that the settings turn off', () =>
    withSeeds(async (editor, [, uri = '']) => {
      const labels = async () => {
        const params = { textDocument: { uri }, range: WHOLE };
        const hints = await editor.request<InlayHint[]>('textDocument/inlayHint', params);
        return hints.map(({ label }) => label);
      };
      ok((await labels()).includes('2007'));
      editor.settings = () => ({ inlayHints: { years: false, subjects: 'nonsense' } });
      await editor.notify('workspace/didChangeConfiguration', { settings: null });
      const left = await until(labels, found => !found.includes('2007'));
      ok(left.includes('C-NE6-02218: OMAN-ISRAEL RELATIONS'));
    }));
});
