import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import { fork, spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import {
  createProtocolConnection,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
  type Location,
  type SymbolInformation,
} from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { cableText, withFolder } from '../host/folder';
import { seeds } from '../seeds';
import { Editor, uriOf } from './editor';
import { withEditor } from './withEditor';

const lineOf = ({ uri, range }: Location) => `${uri.split('/').at(-1)}:${range.start.line}`;
const [seed0, seed1] = seeds;
if (!seed0 || !seed1) throw new Error('the seeds are not there');

describe('the language server, whatever happens', function () {
  // Each test starts a process, which takes its time on a busy machine.
  this.timeout(60_000);

  it('stands bad texts', () =>
    withEditor({}, async editor => {
      const texts = {
        empty: '',
        binary: Array.from({ length: 5000 }, (_, i) => String.fromCharCode(i % 300)).join(''),
        surrogates: '\ud800\udc00\udc00\ud800',
        line: `R 241550Z JAN 07\nREF: ${'A. 06 STATE 203034 [1](#)(C) ¶1. '.repeat(320_000)}`,
      };
      for (const [name, text] of Object.entries(texts)) {
        const textDocument = { uri: `untitled:${name}` };
        await editor.open(textDocument.uri, text);
        await editor.diagnostics(textDocument.uri, 1);
        for (const method of ['documentSymbol', 'foldingRange', 'documentLink']) {
          ok(
            Array.isArray(await editor.request(`textDocument/${method}`, { textDocument })),
            `${method} of ${name}`,
          );
        }
        const position = { line: 1, character: 9 };
        for (const method of ['hover', 'definition', 'documentHighlight']) {
          notEqual(await editor.request(`textDocument/${method}`, { textDocument, position }), undefined);
        }
        await editor.close(textDocument.uri);
      }
    }));

  it('stands bad requests', async () => {
    const editor = await Editor.start();
    try {
      const refused = await editor
        .request('textDocument/nonsense', {})
        .catch((error: Error) => error.message);
      match(String(refused), /Unhandled method/);
      await editor.notify('nonsense/notification', {});
      await editor.open('untitled:a', seed0.text);
      // Parameters that lack what the protocol asks for.
      equal(await editor.request('textDocument/hover', { textDocument: { uri: 'untitled:a' } }), null);
      deepEqual(await editor.request('textDocument/references', {}), []);
      const far = { line: 1e9, character: 1e9 };
      equal(
        await editor.request('textDocument/hover', { textDocument: { uri: 'untitled:a' }, position: far }),
        null,
      );
      ok(editor.problems.length > 0, 'the log tells of the bad requests');
      const params = { textDocument: { uri: 'untitled:a' } };
      notEqual((await editor.request<unknown[]>('textDocument/documentSymbol', params)).length, 0);
    } finally {
      editor.kill();
    }
  });

  it('stands options and settings that mean nothing', () =>
    withFolder({ 'a.txt': cableText(412) }, async folder => {
      for (const options of [
        { cacheDir: 5, commands: 'x', views: {} },
        { cacheDir: '' },
        { commands: [5, null] },
      ]) {
        const settings = () => ({ diagnostics: 5, inlayHints: 'x', archive: { exclude: [null, 7] } });
        // With a folder, whose archive is saved where the options say.
        const editor = await Editor.start({ folders: [folder], options, settings });
        try {
          await editor.open('untitled:a', seed0.text);
          await editor.diagnostics('untitled:a', 1);
          const found = await editor.request<SymbolInformation[]>('workspace/symbol', {
            query: '07muscat412',
          });
          deepEqual([found.length, editor.problems], [1, []]);
        } finally {
          editor.kill();
        }
      }
    }));

  it('stands folders that are not there, hold binary files or may not be read', () =>
    withEditor(
      { 'a.txt': cableText(73), 'b.txt': new Uint8Array(9000), 'c.txt': '', 'closed/d.txt': cableText(74) },
      async (editor, folder) => {
        chmodSync(join(folder, 'closed'), 0o000);
        try {
          const event = { added: [], removed: [{ uri: uriOf(folder), name: 'all' }] };
          await editor.notify('workspace/didChangeWorkspaceFolders', { event });
          const added = [
            uriOf(join(folder, 'nowhere')),
            'vscode-vfs://github/a/b',
            'nonsense',
            uriOf(folder),
          ];
          await editor.notify('workspace/didChangeWorkspaceFolders', {
            event: { added: added.map(uri => ({ uri, name: uri })), removed: [] },
          });
          await editor.hasRead(2);
          const symbols = await editor.request<SymbolInformation[]>('workspace/symbol', {
            query: '07muscat73',
          });
          deepEqual(
            symbols.map(({ location }) => lineOf(location)),
            ['a.txt:8'],
          );
        } finally {
          chmodSync(join(folder, 'closed'), 0o700);
        }
      },
    ));

  it('talks over the channel of Node.js as well', async () => {
    const child = fork('dist/server.js', ['--node-ipc'], { silent: true });
    const exit = new Promise(done => child.on('exit', done));
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    connection.listen();
    const params = { processId: process.pid, rootUri: null, capabilities: {}, workspaceFolders: null };
    const { serverInfo } = await connection.sendRequest<InitializeResult>('initialize', params);
    deepEqual(serverInfo, { name: 'reftel', version });
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    equal(await exit, 0);
    connection.dispose();
  });

  it('says how to start it to a person who starts it by hand', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/server.js'], { encoding: 'utf8' });
    deepEqual([status, stdout], [2, '']);
    match(stderr, /--stdio/);
  });

  it('ends with 0 after a shutdown, and with 1 without', async () => {
    equal(await (await Editor.start()).stop(), 0);
    const rude = await Editor.start();
    await rude.notify('exit', {});
    equal(await rude.exit, 1);
    const gone = await Editor.start();
    gone.child.stdin.end();
    equal(await gone.exit, 1);
  });
});
