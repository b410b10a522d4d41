import { deepEqual, equal, ok } from 'node:assert/strict';
import { join } from 'node:path';
import type { CodeAction } from 'vscode-languageserver/node';
import { COMPARE_COPIES, type Requests } from '../../server/src/lsp/messages';
import { cableText, withFolder } from '../host/folder';
import { Editor, MODERN, uriOf } from './editor';

const CAPABILITIES = {
  ...MODERN,
  textDocument: {
    ...MODERN.textDocument,
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
};

const text = cableText(7, ['1. (U) The minister met Tarik at noon.']);

describe('copies of a cable', function () {
  this.timeout(60_000);

  it('are found, offered to be compared, and compared', () =>
    withFolder({ 'a.txt': text, 'the copy.txt': text.replace('Tarik', 'XXXXX') }, async folder => {
      const editor = await Editor.start({
        folders: [folder],
        capabilities: CAPABILITIES,
        options: { commands: [COMPARE_COPIES] },
      });
      try {
        const uri = uriOf(join(folder, 'a.txt'));
        const other = uriOf(join(folder, 'the copy.txt'));
        await editor.open(uri, text);
        const copies = await editor.request<Requests['reftel/copies']['result']>('reftel/copies', { uri });
        deepEqual(
          copies.map(copy => copy.uri),
          [other],
        );
        const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
        const context = { diagnostics: [] };
        const actions: CodeAction[] = await editor.request('textDocument/codeAction', {
          textDocument: { uri },
          range,
          context,
        });
        const action = actions.find(({ command }) => command?.command === COMPARE_COPIES);
        equal(action?.title, 'Compare with the copy.txt');
        deepEqual(action?.command?.arguments?.slice(0, 2), [uri, other]);
        const compared = await editor.request<Requests['reftel/compare']['result']>('reftel/compare', {
          uri,
          other: { uri: other },
        });
        deepEqual(
          compared?.comparison.differences.map(difference => difference.text),
          ['B blacks out “Tarik”.'],
        );
        ok(compared?.b.text.includes('1. (U) The minister met XXXXX at noon.'));
        const nothing = await editor.request('reftel/compare', { uri, other: { uri: `${other}.gone` } });
        equal(nothing, null);
      } finally {
        await editor.stop();
      }
    }));
});
