import { deepEqual, equal, match, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { toolSet } from '../../server/src/features/toolSet';
import { clientSupportOf, optionsIn } from '../../server/src/lsp/capabilities';
import type { Requests } from '../../server/src/lsp/messages';
import { editorSettings } from '../../server/src/lsp/settings';
import { uriOfPath } from '../../server/src/lsp/uris';
import { cableText } from '../host/folder';
import { RawServer } from './inProcess';

const RUNS = Number(process.env.REFTEL_RUNS ?? 60);
const NOT_INITIALIZED = -32002;
const INVALID_REQUEST = -32600;
const URI = 'file:///cables/a.txt';

const opened = { textDocument: { uri: URI, languageId: 'cable', version: 1, text: cableText(73) } };

describe('the life cycle of a server', () => {
  it('begins with initialize, once, and ends with shutdown', async () => {
    const server = new RawServer();
    const symbols = { textDocument: { uri: URI } };
    equal((await server.request('textDocument/documentSymbol', symbols)).error?.code, NOT_INITIALIZED);
    equal((await server.request('shutdown')).error?.code, NOT_INITIALIZED);
    server.notify('textDocument/didOpen', opened);
    ok((await server.request('initialize', { capabilities: {} })).result);
    equal((await server.request('initialize', { capabilities: {} })).error?.code, INVALID_REQUEST);
    server.notify('initialized', {});
    // What was opened too early is not open.
    deepEqual((await server.request('textDocument/documentSymbol', symbols)).result, []);
    server.notify('textDocument/didOpen', opened);
    ok(((await server.request('textDocument/documentSymbol', symbols)).result as unknown[]).length > 0);
    equal((await server.request('shutdown')).result, null);
    for (const method of ['textDocument/documentSymbol', 'initialize', 'shutdown'])
      equal((await server.request(method, symbols)).error?.code, INVALID_REQUEST, method);
  });

  it('needs no capabilities and no folders', async () => {
    for (const params of [
      undefined,
      {},
      { capabilities: null },
      { capabilities: { workspace: null, textDocument: 5 } },
    ])
      ok((await new RawServer().request('initialize', params)).result, JSON.stringify(params));
  });

  it('takes the folder of an older client by its uri or its path', async () => {
    const read: string[] = [];
    for (const params of [
      { rootUri: 'file:///a/b' },
      { rootUri: null, rootPath: '/a/b' },
      { rootPath: 'C:\\a b' },
    ]) {
      const server = new RawServer({
        saved(uri) {
          read.push(uri);
          return null;
        },
      });
      await server.request('initialize', { capabilities: {}, ...params });
      server.notify('initialized', {});
      await until(() => read.length > 0);
      equal(
        read.splice(0)[0],
        'rootPath' in params && params.rootPath.startsWith('C') ? 'file:///c%3A/a%20b' : 'file:///a/b',
      );
    }
    equal(uriOfPath('/50%/ä'), 'file:///50%25/%C3%A4');
  });

  it('publishes what checks find for a client that never answers what its settings are', async function () {
    this.timeout(20_000);
    const server = new RawServer();
    await server.request('initialize', { capabilities: { workspace: { configuration: true } } });
    server.notify('initialized', {});
    const text = cableText(73).replace('UNCLAS MUSCAT 000073', 'UNCLAS MUSCAT 000074');
    server.notify('textDocument/didOpen', { textDocument: { ...opened.textDocument, text } });
    const published = () =>
      server.notifications.find(
        ({ method, params }) =>
          method === 'textDocument/publishDiagnostics' &&
          (params as { diagnostics: unknown[] }).diagnostics.length > 0,
      );
    await until(() => published() !== undefined);
    ok(server.unanswered.has('workspace/configuration'));
  });
});

async function until(condition: () => boolean): Promise<void> {
  for (let left = 400; !condition(); left--) {
    if (left === 0) throw new Error('it does not happen');
    await new Promise(resolve => setTimeout(resolve, 25));
  }
}

/** Whatever JSON can say. */
const anything = fc.jsonValue({ maxDepth: 3 });
/** What a client should send, or something else. */
const perhaps = (sound: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 3, arbitrary: sound }, { weight: 1, arbitrary: anything });

const uri = fc.constantFrom(URI, 'untitled:b', 'file:///nowhere.txt', '', 'nonsense');
const position = fc.record({
  line: fc.oneof(fc.nat(20), fc.constantFrom(-1, 1e9, 0.5)),
  character: fc.oneof(fc.nat(40), fc.constantFrom(-1, 1e9, 0.5)),
});
const range = fc.record({ start: perhaps(position), end: perhaps(position) });
const inDocument = fc.record({
  textDocument: perhaps(fc.record({ uri: perhaps(uri), version: perhaps(fc.nat(3)) })),
  position: perhaps(position),
  positions: perhaps(fc.array(position, { maxLength: 3 })),
  range: perhaps(range),
  context: perhaps(
    fc.record({ includeDeclaration: fc.boolean(), diagnostics: perhaps(fc.constant([])), only: anything }),
  ),
  query: perhaps(fc.constantFrom('muscat', 'post:', '"')),
  command: perhaps(fc.constantFrom('reftel.normalise', 'reftel.ignore', 'reftel.refreshArchive')),
  arguments: perhaps(fc.tuple(uri, anything)),
  item: anything,
});
const number = fc.oneof(fc.nat(9), fc.constantFrom(-1, -1e9, 1e9, 1e300, 0.5));
const mrn = fc.constantFrom('07MUSCAT73', '07MUSCAT12', '', '__proto__');
const query = fc.constantFrom('muscat', 'post:ankara year:2007', 'missing:yes', '"talks" -a,b', '(((', '');
const ofViews = fc.record({
  uri: perhaps(uri),
  uris: perhaps(fc.array(perhaps(uri), { maxLength: 3 })),
  other: perhaps(fc.record({ uri: perhaps(uri), position: perhaps(position) })),
  mrn: perhaps(mrn),
  position: perhaps(position),
  range: perhaps(range),
  paragraph: perhaps(number),
  by: perhaps(fc.constantFrom('post', 'year', 'tag', 'classification', 'id', 'date', '__proto__')),
  descending: fc.boolean(),
  key: perhaps(fc.constantFrom('MUSCAT', '2007', '__proto__')),
  keys: perhaps(fc.constant(['MUSCAT', 'constructor'])),
  group: perhaps(fc.record({ post: perhaps(fc.constant('MUSCAT')), from: number, to: number })),
  from: perhaps(number),
  limit: perhaps(number),
  depth: perhaps(number),
  step: perhaps(fc.constantFrom(1, -1)),
  query: perhaps(query),
  filter: perhaps(query),
  result: perhaps(number),
  rows: perhaps(fc.array(number, { maxLength: 3 })),
  format: perhaps(fc.constantFrom('csv', 'ndjson', 'graphml', 'bibtex', 'csl-json', '__proto__')),
  text: perhaps(fc.constantFrom('', '<pre>R 241550Z JAN 07\nREF: A. MUSCAT 12 &amp;</pre>', cableText(73))),
  isCable: perhaps(fc.boolean()),
  name: perhaps(fc.constantFrom(...toolSet.map(({ name }) => name), '__proto__')),
  input: perhaps(
    fc.record({ query: perhaps(query), id: perhaps(mrn), limit: number, from: number, paragraph: number }),
  ),
});

const METHODS = [
  ...[
    'documentSymbol',
    'definition',
    'references',
    'hover',
    'documentHighlight',
    'documentLink',
    'foldingRange',
  ],
  ...['codeLens', 'completion', 'inlayHint', 'semanticTokens/full', 'semanticTokens/range', 'selectionRange'],
  ...['codeAction', 'prepareCallHierarchy', 'nonsense'],
].map(name => `textDocument/${name}`);
const OTHERS = [
  'workspace/symbol',
  'workspace/executeCommand',
  'codeLens/resolve',
  'documentLink/resolve',
  'callHierarchy/incomingCalls',
  'callHierarchy/outgoingCalls',
];
/** Every request of views and commands: the compiler misses one that is not here. */
const VIEWS: Readonly<Record<keyof Requests, true>> = {
  'reftel/addFolder': true,
  'reftel/cable': true,
  'reftel/archive': true,
  'reftel/cites': true,
  'reftel/citedBy': true,
  'reftel/groups': true,
  'reftel/group': true,
  'reftel/missing': true,
  'reftel/months': true,
  'reftel/search': true,
  'reftel/find': true,
  'reftel/rows': true,
  'reftel/facets': true,
  'reftel/hits': true,
  'reftel/export': true,
  'reftel/absent': true,
  'reftel/absentAt': true,
  'reftel/readable': true,
  'reftel/neighbour': true,
  'reftel/paragraphs': true,
  'reftel/timeline': true,
  'reftel/timelineGroup': true,
  'reftel/page': true,
  'reftel/header': true,
  'reftel/copies': true,
  'reftel/compare': true,
  'reftel/tool': true,
  'reftel/notedIn': true,
  'reftel/place': true,
  'reftel/linkAt': true,
  'reftel/quotation': true,
  'reftel/cite': true,
  'reftel/cablesOfPage': true,
  'reftel/fileRenames': true,
};

const change = fc.record({
  range: perhaps(range),
  text: perhaps(fc.constantFrom('', '\n', 'REF: A. MUSCAT 12\n')),
});

type Step = { readonly kind: 'request' | 'notification'; readonly method: string; readonly params: unknown };
const step: fc.Arbitrary<Step> = fc.oneof(
  message('request', fc.constantFrom(...METHODS, ...OTHERS), perhaps(inDocument)),
  message('request', fc.constantFrom(...Object.keys(VIEWS)), perhaps(ofViews)),
  message('request', fc.constant('initialize'), perhaps(initializeParams())),
  { weight: 1, arbitrary: message('request', fc.constant('shutdown'), anything) },
  message('notification', fc.constant('initialized'), anything),
  message('notification', fc.constant('textDocument/didOpen'), perhaps(fc.constant(opened))),
  message(
    'notification',
    fc.constant('textDocument/didChange'),
    fc.record({
      textDocument: perhaps(fc.record({ uri, version: fc.nat(9) })),
      contentChanges: perhaps(fc.array(perhaps(change), { maxLength: 3 })),
    }),
  ),
  message(
    'notification',
    fc.constant('textDocument/didClose'),
    perhaps(fc.constant({ textDocument: { uri: URI } })),
  ),
  message(
    'notification',
    fc.constant('workspace/didChangeConfiguration'),
    perhaps(fc.record({ settings: settings() })),
  ),
  message(
    'notification',
    fc.constant('workspace/didChangeWatchedFiles'),
    fc.record({
      changes: perhaps(
        fc.array(fc.record({ uri, type: perhaps(fc.constantFrom(1, 2, 3)) }), { maxLength: 3 }),
      ),
    }),
  ),
  message(
    'notification',
    fc.constant('workspace/didChangeWorkspaceFolders'),
    fc.record({
      event: perhaps(fc.record({ added: perhaps(fc.array(anything)), removed: perhaps(fc.array(anything)) })),
    }),
  ),
);

function message(
  kind: Step['kind'],
  method: fc.Arbitrary<string>,
  params: fc.Arbitrary<unknown>,
): fc.Arbitrary<Step> {
  return fc.record({ kind: fc.constant(kind), method, params });
}

function settings(): fc.Arbitrary<unknown> {
  return perhaps(
    fc.record({
      reftel: perhaps(
        fc.record({
          diagnostics: perhaps(fc.dictionary(fc.constantFrom('scope', 'tag-unknown', 'x'), anything)),
          inlayHints: anything,
          archive: perhaps(fc.record({ exclude: perhaps(fc.array(anything)) })),
        }),
      ),
    }),
  );
}

function options(): fc.Arbitrary<unknown> {
  return fc.record({ cacheDir: anything, views: anything, commands: anything, checksSettings: anything });
}

function initializeParams(): fc.Arbitrary<unknown> {
  return fc.record({
    processId: perhaps(fc.constant(null)),
    capabilities: perhaps(fc.record({ workspace: anything, textDocument: anything, window: anything })),
    initializationOptions: perhaps(options()),
    workspaceFolders: perhaps(fc.array(anything)),
    rootUri: perhaps(uri),
    rootPath: anything,
  });
}

describe(`a server that is told anything (REFTEL_RUNS=${RUNS})`, function () {
  this.timeout(Math.max(60_000, RUNS * 500));

  it('answers every request by the state it is in, and goes on', () =>
    fc.assert(
      fc.asyncProperty(fc.boolean(), fc.array(step, { maxLength: 25 }), async (soundly, steps) => {
        const server = new RawServer();
        let state: 'new' | 'running' | 'ended' = 'new';
        const all: readonly Step[] = soundly
          ? [
              { kind: 'request', method: 'initialize', params: { capabilities: {} } },
              { kind: 'notification', method: 'initialized', params: {} },
              { kind: 'notification', method: 'textDocument/didOpen', params: opened },
              ...steps,
            ]
          : steps;
        for (const { kind, method, params } of all) {
          if (kind === 'notification') {
            server.notify(method, params);
            continue;
          }
          const { error } = await server.request(method, params);
          if (state === 'ended' || (state === 'running' && method === 'initialize')) {
            equal(error?.code, INVALID_REQUEST);
          } else if (state === 'new') {
            if (method !== 'initialize') equal(error?.code, NOT_INITIALIZED);
            else {
              equal(error, undefined);
              state = 'running';
            }
          } else if (method === 'shutdown') {
            equal(error, undefined);
            state = 'ended';
          }
        }
        const { error } = await server.request('workspace/symbol', { query: '' });
        equal(
          error?.code,
          state === 'running' ? undefined : state === 'new' ? NOT_INITIALIZED : INVALID_REQUEST,
        );
        for (const { method, params } of server.notifications)
          if (method === 'window/logMessage') {
            const { message } = params as { message: string };
            if (/unhandled/i.test(message)) match(message, /Unhandled method/);
          }
      }),
      { numRuns: RUNS },
    ));

  it('makes sense of any options, capabilities and settings', () =>
    fc.assert(
      fc.property(perhaps(options()), anything, (sent, other) => {
        const { cacheDir, commands } = optionsIn(sent);
        ok(cacheDir === undefined || typeof cacheDir === 'string');
        ok(Array.isArray(commands ?? []));
        clientSupportOf({ workspace: other, textDocument: sent } as object, optionsIn(other));
        editorSettings(sent, other);
      }),
    ));
});
