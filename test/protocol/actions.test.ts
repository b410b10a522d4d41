import { deepEqual, equal, ok } from 'node:assert/strict';
import { join } from 'node:path';
import type {
  ApplyWorkspaceEditParams,
  CodeAction,
  CodeActionContext,
  Range,
  ShowDocumentParams,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { cableText, withFolder } from '../host/folder';
import { seeds } from '../seeds';
import { Editor, MODERN, uriOf } from './editor';

const CAPABILITIES = {
  ...MODERN,
  window: { ...MODERN.window, showDocument: { support: true } },
  workspace: {
    ...MODERN.workspace,
    applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['rename' as const, 'create' as const] },
  },
  textDocument: {
    ...MODERN.textDocument,
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } }, isPreferredSupport: true },
  },
};

const uri = uriOf('cable.txt');
const [, , muscat1065] = seeds;
if (!muscat1065) throw new Error('the seeds are not there');

const lineOf = (text: string, words: string): Range => {
  const line = text.slice(0, text.indexOf(words)).split('\n').length - 1;
  return { start: { line, character: 0 }, end: { line, character: 0 } };
};
const everything: Range = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };

/** The text after a change, which must be for this version of the document. */
function applied(text: string, edit: WorkspaceEdit | undefined, version: number): string {
  const [change] = edit?.documentChanges ?? [];
  ok(change && 'textDocument' in change);
  deepEqual(change.textDocument, { uri, version });
  const edits = change.edits.flatMap(one => ('newText' in one ? one : []));
  return TextDocument.applyEdits(TextDocument.create(uri, 'cable', version, text), edits);
}

async function withCable(
  text: string,
  use: (editor: Editor, ask: (range: Range, context?: object) => Promise<CodeAction[]>) => Promise<void>,
): Promise<void> {
  const editor = await Editor.start({ capabilities: CAPABILITIES });
  try {
    await editor.open(uri, text);
    await use(editor, (range, context = {}) => {
      const whole: CodeActionContext = { diagnostics: [], ...context };
      return editor.request('textDocument/codeAction', { textDocument: { uri }, range, context: whole });
    });
    deepEqual(editor.problems, []);
  } finally {
    editor.kill();
  }
}

describe('code actions', function () {
  this.timeout(60_000);

  it('are quick fixes that say what they write, each with its diagnostic', () =>
    withCable(muscat1065.text, async (editor, ask) => {
      const { diagnostics } = await editor.diagnostics(uri, 1);
      const place = lineOf(muscat1065.text, 'ZNY SSSS');
      const group = {
        ...place,
        start: { ...place.start, character: 5 },
        end: { ...place.end, character: 5 },
      };
      const [fix, ...more] = await ask(group, { triggerKind: 2 });
      ok(fix);
      deepEqual(more, []);
      deepEqual([fix.title, fix.kind, fix.isPreferred], ['Write SSSSS', 'quickfix', true]);
      deepEqual(
        fix.diagnostics,
        diagnostics.filter(({ code }) => code === 'security-group-length'),
      );
      equal(applied(muscat1065.text, fix.edit, 1), muscat1065.text.replace('ZNY SSSS ', 'ZNY SSSSS '));
      // Where nothing is wrong there is nothing to do, whatever the editor believes.
      deepEqual(await ask(lineOf(muscat1065.text, 'SUBJECT:'), { diagnostics, triggerKind: 2 }), []);
    }));

  it('are of the kinds that are asked for', () =>
    withCable(muscat1065.text, async (_editor, ask) => {
      const kinds = async (context: object) => [
        ...new Set((await ask(everything, context)).map(({ kind }) => kind)),
      ];
      deepEqual(await kinds({}), [
        'quickfix',
        'refactor.rewrite.reftel',
        'source.fixAll.reftel',
        'source.normalise.reftel',
      ]);
      deepEqual(await kinds({ only: ['quickfix'] }), ['quickfix']);
      deepEqual(await kinds({ only: ['source'] }), ['source.fixAll.reftel', 'source.normalise.reftel']);
      deepEqual(await kinds({ only: ['source.fixAll'] }), ['source.fixAll.reftel']);
      deepEqual(await kinds({ only: ['source.fixAll.reftel'] }), ['source.fixAll.reftel']);
      deepEqual(await kinds({ only: ['source.fixAll.eslint'] }), []);
      deepEqual(await kinds({ triggerKind: 2 }), ['quickfix', 'refactor.rewrite.reftel']);
    }));

  it('apply all certain fixes to the current text', () =>
    withCable('nothing yet', async (editor, ask) => {
      const text = cableText(73, ['1. (U) One.', 'SIPDIS', '', '2. (U) Two.'])
        .replace('UUUUU', 'UUUU')
        .replaceAll('\n', '\r\n');
      await editor.change(uri, 7, [{ text }]);
      const [all, ...more] = await ask(everything, { only: ['source.fixAll'] });
      deepEqual(more, []);
      equal(all?.title, 'Apply all certain fixes (2)');
      const fixed = applied(text, all?.edit, 7);
      equal(fixed, text.replace('UUUU', 'UUUUU').replace(/(One\.\r\n)SIPDIS\r\n/, '$1'));
      await editor.change(uri, 8, [{ text: fixed }]);
      deepEqual(await ask(everything, { only: ['source.fixAll'] }), []);
    }));

  it('leave alone what a setting switches off', async () => {
    const editor = await Editor.start({
      capabilities: CAPABILITIES,
      settings: () => ({ diagnostics: { 'security-group-length': 'off' } }),
    });
    try {
      await editor.open(uri, cableText(73).replace('UUUUU', 'UUUU'));
      await editor.diagnostics(uri, 1);
      const actions = await editor.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: everything,
        context: { diagnostics: [] },
      });
      deepEqual(actions, []);
    } finally {
      editor.kill();
    }
  });

  it('give the file the name of its cable', () =>
    withFolder({ '07MUSCAT74.txt': cableText(73) }, async folder => {
      const file = uriOf(join(folder, '07MUSCAT74.txt'));
      const editor = await Editor.start({ folders: [folder], capabilities: CAPABILITIES });
      try {
        await editor.open(file, cableText(73));
        const actions = await editor.request<CodeAction[]>('textDocument/codeAction', {
          textDocument: { uri: file },
          range: everything,
          context: { diagnostics: [], only: ['quickfix'] },
        });
        const [rename] = actions.filter(({ title }) => title.startsWith('Rename'));
        deepEqual(rename?.edit?.documentChanges, [
          {
            kind: 'rename',
            oldUri: file,
            newUri: uriOf(join(folder, '07MUSCAT73.txt')),
            options: { overwrite: false },
          },
        ]);
      } finally {
        editor.kill();
      }
    }));
});

describe('reftel.ignore', function () {
  this.timeout(60_000);

  it('adds to reftel.json that a check says nothing about a file', () =>
    withFolder({ 'sub/a.txt': cableText(73).replace('UUUUU', 'UUUU') }, async folder => {
      const file = uriOf(join(folder, 'sub', 'a.txt'));
      const editor = await Editor.start({ folders: [folder], capabilities: CAPABILITIES });
      const asked: ApplyWorkspaceEditParams[] = [];
      const shown: ShowDocumentParams[] = [];
      editor.connection.onRequest('workspace/applyEdit', params => {
        asked.push(params);
        return { applied: true };
      });
      editor.connection.onRequest('window/showDocument', params => {
        shown.push(params);
        return { success: true };
      });
      try {
        await editor.open(file, cableText(73).replace('UUUUU', 'UUUU'));
        await editor.diagnostics(file, 1);
        const actions = await editor.request<CodeAction[]>('textDocument/codeAction', {
          textDocument: { uri: file },
          range: everything,
          context: { diagnostics: [], only: ['quickfix'] },
        });
        deepEqual(
          actions.map(({ title, isPreferred }) => [title, isPreferred]),
          [
            ['Write UUUUU', true],
            ['Ignore security-group-length in this file, in reftel.json…', undefined],
          ],
        );
        const { command, arguments: args } = actions[1]?.command ?? {};
        equal(await editor.request('workspace/executeCommand', { command, arguments: args }), true);
        const settings = uriOf(join(folder, 'reftel.json'));
        const [created, change] = asked[0]?.edit.documentChanges ?? [];
        deepEqual(created, { kind: 'create', uri: settings, options: { ignoreIfExists: true } });
        ok(change && 'textDocument' in change);
        const edits = change.edits.flatMap(one => ('newText' in one ? one : []));
        const text = TextDocument.applyEdits(TextDocument.create(settings, 'json', 0, ''), edits);
        deepEqual(JSON.parse(text), {
          ignore: [{ file: 'sub/a.txt', code: 'security-group-length', reason: '' }],
        });
        equal(shown[0]?.uri, settings);
        equal(text.split('\n')[shown[0]?.selection?.start.line ?? -1]?.trim(), '"reason": ""');
        for (const wrong of [[file], [file, 'no-such-code'], [uriOf('other.txt'), 'caption-in-text'], []])
          equal(await editor.request('workspace/executeCommand', { command, arguments: wrong }), false);
        deepEqual(editor.problems, []);
      } finally {
        editor.kill();
      }
    }));
});

describe('reftel.makeReadable and reftel.normalise', function () {
  this.timeout(60_000);

  const text = cableText(73, ['[1](#)1. (U) One.', '', '[1](#)2. (U) Two.']);

  /** Runs the command; gives its answer and what it asked the editor to apply. */
  async function normalise(editor: Editor, ...args: unknown[]) {
    return run('reftel.normalise', editor, ...args);
  }

  async function run(command: string, editor: Editor, ...args: unknown[]) {
    const asked: ApplyWorkspaceEditParams[] = [];
    const listening = editor.connection.onRequest('workspace/applyEdit', params => {
      asked.push(params);
      return { applied: true };
    });
    const changes = await editor.request<number>('workspace/executeCommand', {
      command,
      arguments: args,
    });
    listening.dispose();
    return { changes, edit: asked[0]?.edit };
  }

  it('takes the marks of copies off a cable or a part of it', () =>
    withCable(text, async editor => {
      const whole = await normalise(editor, uri);
      equal(whole.changes, 2);
      equal(applied(text, whole.edit, 1), text.replaceAll('[1](#)', '¶'));
      const part = await normalise(editor, uri, lineOf(text, '[1](#)2.'));
      equal(part.changes, 1);
      equal(applied(text, part.edit, 1), text.replace('[1](#)2.', '¶2.'));
    }));

  it('makes text of HTML as well, also by the name of today', () => {
    const html = text.replace('One.', 'One &amp; <i>only</i>.');
    return withCable(html, async editor => {
      const { edit } = await run('reftel.makeReadable', editor, uri);
      equal(applied(html, edit, 1), text.replaceAll('[1](#)', '¶').replace('One.', 'One & only.'));
    });
  });

  it('does nothing where there is nothing to do', () =>
    withCable(cableText(73), async editor => {
      for (const args of [[uri], [uriOf('other.txt')], [], [17], [uri, 'all']])
        deepEqual(await normalise(editor, ...args), { changes: 0, edit: undefined });
    }));
});
