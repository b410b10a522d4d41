import { equal, match, ok } from 'node:assert/strict';
import type { Host } from '../../server/src/lsp/host';
import { WebHost } from '../../server/src/web/webHost';
import { cableText } from '../host/folder';
import { RawServer } from '../lsp/inProcess';
import { FOLDER, hostOver, MadeFiles, MadeShelf } from './files';

/** A cable that cites `07MUSCAT101`. */
const CITING = cableText(102, ['REF: MUSCAT 101']);

/** The methods of a host as functions of their own. */
const methodsOf = (host: WebHost): Partial<Host> => ({
  ahead: host.ahead,
  ...Object.fromEntries(
    Object.entries(Object.getOwnPropertyDescriptors(WebHost.prototype)).flatMap(([name, { value }]) =>
      name === 'constructor' ? [] : [[name, value.bind(host)]],
    ),
  ),
});

/** A server for a window on the folder, with one cable open. */
async function serverOver(host: WebHost): Promise<RawServer> {
  const server = new RawServer(methodsOf(host));
  const capabilities = { workspace: { workspaceFolders: true } };
  await server.request('initialize', { capabilities, workspaceFolders: [{ uri: FOLDER, name: 'made' }] });
  server.notify('initialized', {});
  server.notify('textDocument/didOpen', {
    textDocument: { uri: `${FOLDER}/open.txt`, languageId: 'cable', version: 1, text: CITING },
  });
  return server;
}

describe('a server without a disk', () => {
  const files = new MadeFiles({ 'made/b.txt': cableText(101) });
  const shelf = new MadeShelf();
  const found = async (server: RawServer) => {
    for (;;) {
      const { result } = await server.request('workspace/symbol', { query: '07MUSCAT101' });
      if ((result as unknown[]).length > 0) return result as { location: { uri: string } }[];
      await new Promise(next => setTimeout(next, 10));
    }
  };

  it('finds the cables of the folder', async () => {
    const [symbol] = await found(await serverOver(hostOver(files, shelf)));
    equal(symbol?.location.uri, `${FOLDER}/made/b.txt`);
    // The next test opens what this one keeps, which is written a little later.
    while (!shelf.kept.has(FOLDER)) await new Promise(next => setTimeout(next, 10));
  });

  it('answers from a text that was not at hand when it was asked', async () => {
    files.asked = [];
    const server = await serverOver(hostOver(files, shelf));
    await found(server);
    const line = CITING.split('\n').indexOf('REF: MUSCAT 101');
    ok(!files.asked.includes('made/b.txt'), 'the index was kept');
    const { result } = await server.request('textDocument/hover', {
      textDocument: { uri: `${FOLDER}/open.txt` },
      position: { line, character: 8 },
    });
    match(JSON.stringify(result), /07MUSCAT101/);
    ok(files.asked.includes('made/b.txt'), 'the text was read for the hover');
  });
});
