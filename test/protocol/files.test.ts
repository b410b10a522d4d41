import { deepEqual, equal, ok } from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileChangeType, type Location, type SymbolInformation } from 'vscode-languageserver/node';
import { cableText } from '../host/folder';
import { seeds } from '../seeds';
import { until, uriOf } from './editor';
import { withEditor } from './withEditor';

const lineOf = ({ uri, range }: Location) => `${uri.split('/').at(-1)}:${range.start.line}`;
const [seed0, seed1] = seeds;
if (!seed0 || !seed1) throw new Error('the seeds are not there');

const citing = (serial: number, cited: string) =>
  cableText(serial).replace(/^SUBJECT: .*$/m, `$&\n\nREF: A. ${cited}\n\n1. (U) As he said (ref A).`);

describe('the language server and files', function () {
  // Each test starts a process, which takes its time on a busy machine.
  this.timeout(60_000);

  it('knows an open cable as it stands in the editor, and the disk again once it is closed', () =>
    withEditor({ 'a.txt': cableText(73), 'b.txt': citing(154, 'MUSCAT 73') }, async (editor, folder) => {
      const [a, b] = [uriOf(join(folder, 'a.txt')), uriOf(join(folder, 'b.txt'))];
      const context = { includeDeclaration: false };
      const whoCites = () =>
        editor.ask<Location[]>('textDocument/references', a, cableText(73), 'SUBJECT', { context });
      await editor.open(a, cableText(73));
      equal((await whoCites()).length, 2);
      await editor.open(b, citing(154, 'MUSCAT 74'));
      deepEqual(await whoCites(), []);
      await editor.change(b, 2, [{ text: `\n${citing(154, 'MUSCAT 73')}` }]);
      deepEqual((await whoCites()).length, 2);
      await editor.change(b, 3, [{ text: 'nothing' }]);
      deepEqual(await whoCites(), []);
      await editor.close(b);
      equal((await until(whoCites, found => found.length > 0)).length, 2);
    }));

  it('follows files that appear, change, move and go', () =>
    withEditor({ 'a.txt': cableText(73) }, async (editor, folder) => {
      const [a, b] = [uriOf(join(folder, 'a.txt')), join(folder, 'b.txt')];
      const context = { includeDeclaration: false };
      const whoCites = () =>
        editor.ask<Location[]>('textDocument/references', a, cableText(73), 'SUBJECT', { context });
      await editor.open(a, cableText(73));
      deepEqual(await whoCites(), []);

      writeFileSync(b, citing(154, 'MUSCAT 73'));
      await editor.watched(FileChangeType.Created, uriOf(b));
      deepEqual(
        (await until(whoCites, found => found.length > 0)).map(({ uri }) => uri),
        [uriOf(b), uriOf(b)],
      );

      writeFileSync(b, citing(154, 'MUSCAT 74'));
      await editor.watched(FileChangeType.Changed, uriOf(b));
      await until(whoCites, found => found.length === 0);

      mkdirSync(join(folder, 'new'));
      writeFileSync(join(folder, 'new', 'c d.txt'), citing(155, 'MUSCAT 73'));
      await editor.watched(FileChangeType.Created, uriOf(join(folder, 'new')));
      deepEqual((await until(whoCites, found => found.length > 0)).map(lineOf), [
        'c%20d.txt:16',
        'c%20d.txt:18',
      ]);

      renameSync(join(folder, 'new'), join(folder, 'old'));
      await editor.watched(FileChangeType.Deleted, uriOf(join(folder, 'new')));
      deepEqual(await whoCites(), []);

      writeFileSync(b, citing(154, 'MUSCAT 73'));
      await editor.watched(FileChangeType.Changed, uriOf(b));
      await until(whoCites, found => found.length > 0);
      // A file that is gone before it is read.
      rmSync(b);
      await editor.watched(FileChangeType.Changed, uriOf(b));
      await until(whoCites, found => found.length === 0);
    }));

  it('follows folders that come and go', () =>
    withEditor(
      { 'one/a.txt': cableText(73), 'two/b.txt': citing(154, 'MUSCAT 73') },
      async (editor, folder) => {
        // The first folder holds the second; only the second is taken away and comes back.
        const [one, two] = [join(folder, 'one'), join(folder, 'two')];
        const change = (added: readonly string[], removed: readonly string[]) =>
          editor.notify('workspace/didChangeWorkspaceFolders', {
            event: {
              added: added.map(path => ({ uri: uriOf(path), name: path })),
              removed: removed.map(path => ({ uri: uriOf(path), name: path })),
            },
          });
        const ids = async () => {
          const symbols = await editor.request<SymbolInformation[]>('workspace/symbol', { query: 'muscat' });
          return symbols.map(({ name }) => name.split(' ')[0]);
        };
        deepEqual(await ids(), ['07MUSCAT73', '07MUSCAT154']);
        await change([one], [folder]);
        await editor.hasRead(2);
        deepEqual(await ids(), ['07MUSCAT73']);
        await change([two], []);
        await editor.hasRead(3);
        deepEqual(await ids(), ['07MUSCAT73', '07MUSCAT154']);
      },
    ));

  it('leaves documents of other languages alone, and those that are not open', () =>
    withEditor({}, async editor => {
      await editor.open('untitled:code', seed0.text, 'json');
      for (const uri of ['untitled:code', 'untitled:nowhere', '']) {
        const textDocument = { uri };
        const position = { line: 34, character: 10 };
        for (const [method, empty] of [
          ['documentSymbol', []],
          ['definition', null],
          ['references', []],
          ['hover', null],
          ['foldingRange', []],
          ['documentLink', []],
          ['documentHighlight', []],
        ] as const) {
          const params = { textDocument, position, context: { includeDeclaration: true } };
          deepEqual(await editor.request(`textDocument/${method}`, params), empty, method);
        }
      }
      deepEqual(await editor.request('workspace/symbol', { query: '' }), []);
      deepEqual(editor.publishedFor('untitled:code'), []);
    }));

  for (const language of ['plaintext', 'text', ''])
    it(`reads a cable by its content where the editor calls it ${language || 'nothing'}`, () =>
      withEditor({}, async editor => {
        await editor.open('untitled:cable', seed0.text, language);
        const { diagnostics } = await editor.diagnostics('untitled:cable', 1);
        ok(diagnostics.length > 0);
        await editor.open('untitled:letter', 'Dear reader,\n\nnothing here.\n', language);
        const textDocument = { uri: 'untitled:letter' };
        deepEqual(await editor.request('textDocument/documentSymbol', { textDocument }), []);
      }));
});
