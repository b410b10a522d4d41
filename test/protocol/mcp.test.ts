import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { cableText, withFolder } from '../host/folder';
import { reftel } from './command';

interface Answer {
  readonly isError: boolean;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: the answers of five tools.
  readonly result: any;
}

/** Starts `reftel mcp` on a folder, as an assistant does. The SDK's client checks every answer by the tool's schema. */
async function withAssistant(
  folder: string,
  use: (ask: (tool: string, input: object) => Promise<Answer>, client: Client) => Promise<void>,
): Promise<void> {
  const client = new Client({ name: 'test', version: '1' });
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [resolve('dist/cli.js'), 'mcp', '--in', folder, '--cache', resolve('out/test/cache')],
    stderr: 'pipe',
  });
  await client.connect(transport);
  try {
    await client.listTools();
    await use(async (name, input) => {
      const { isError, content, structuredContent } = await client.callTool({
        name,
        arguments: input as Record<string, unknown>,
      });
      const [{ text }] = content as [{ text: string }];
      if (!isError) assert.deepEqual(JSON.parse(text), structuredContent);
      return { isError: isError === true, text, result: structuredContent };
    }, client);
  } finally {
    await client.close();
  }
}

describe('reftel mcp', function () {
  this.timeout(60_000);

  it('offers tools that only read', () =>
    withAssistant('seeds', async (_ask, client) => {
      const { tools } = await client.listTools();
      assert.deepEqual(tools.map(({ name }) => name).sort(), [
        'cited_by',
        'cites',
        'find_cables',
        'missing',
        'read_cable',
      ]);
      for (const { annotations } of tools) assert.equal(annotations?.readOnlyHint, true);
    }));

  it('says who cites a cable and in which paragraphs, with citations', () =>
    withAssistant('seeds', async ask => {
      const { result } = await ask('cited_by', { id: 'MUSCAT 73 (07)' });
      assert.deepEqual(
        result.items.map(({ id }: { id: string }) => id),
        ['07MUSCAT154'],
      );
      const [{ paragraphs }] = result.items;
      const inText = paragraphs.filter(({ number }: { number: number | null }) => number !== null);
      assert.ok(inText.length > 0);
      for (const { text, citation, number } of inText) {
        assert.match(text, /\bref\b|MUSCAT/i);
        assert.match(citation, new RegExp(`07MUSCAT154.*para\\. ${number}\\b`));
      }
    }));

  it('says what is cited and not here', () =>
    withAssistant('seeds', async ask => {
      const cites = await ask('cites', { id: '07MUSCAT154' });
      const here = new Map(
        cites.result.items.map(({ id, here }: { id: string; here: boolean }) => [id, here] as const),
      );
      assert.deepEqual([here.get('07MUSCAT73'), here.get('07STATE16868')], [true, false]);
      const missing = await ask('missing', { query: 'post:state', limit: 2 });
      assert.equal(missing.result.items.length, 2);
      assert.equal(missing.result.truncated, true);
      for (const { id, earliest } of missing.result.items) {
        assert.match(id, /STATE/);
        assert.match(earliest, /^\d{4}-\d\d-\d\d$/);
      }
    }));

  it('finds the cables of a station in a year by classification, and the paragraphs with words', () =>
    withAssistant('seeds', async ask => {
      const { result } = await ask('find_cables', { query: 'post:muscat year:2007 class:secret' });
      assert.ok(result.total > 0);
      for (const { id, classification } of result.cables) {
        assert.match(id, /^07MUSCAT/);
        assert.equal(classification, 'SECRET');
      }
      const words = await ask('find_cables', { query: 'israel', limit: 1 });
      assert.equal(words.result.cables.length, 1);
      const [{ paragraphs }] = words.result.cables;
      assert.ok(paragraphs.length > 0);
      for (const { text, citation } of paragraphs) {
        assert.match(text, /israel/i);
        assert.match(citation, /para\. \d/);
      }
    }));

  it('reads a cable piece by piece, and as a resource', () =>
    withAssistant('seeds', async (ask, client) => {
      const first = await ask('read_cable', { id: '07MUSCAT73', limit: 2 });
      assert.deepEqual(
        first.result.paragraphs.map(({ number }: { number: number }) => number),
        [1, 2],
      );
      assert.equal(first.result.classification, 'SECRET');
      assert.ok(first.result.total > 2);
      const rest = await ask('read_cable', { id: '07MUSCAT73', from: 2 });
      assert.equal(rest.result.paragraphs.length, first.result.total - 2);
      const { contents } = await client.readResource({ uri: 'cable://07MUSCAT73' });
      assert.match((contents[0] as { text: string }).text, /S E C R E T .*MUSCAT 000073/);
    }));

  it('politely refuses what is not an id, not here or outside, and what it does not understand', () =>
    withAssistant('seeds', async (ask, client) => {
      for (const id of ['../package.json', '/etc/passwd', 'seeds/000_2997beacdc0d1d2b.txt']) {
        const { isError, text } = await ask('read_cable', { id });
        assert.deepEqual([isError, text], [true, `${id} is not the id of a cable, such as 07MUSCAT73`]);
      }
      assert.match((await ask('read_cable', { id: '07MUSCAT9999' })).text, /not in this folder/);
      assert.equal((await ask('find_cables', { query: 'clas:secret' })).isError, true);
      assert.equal((await ask('find_cables', { query: 'is:missing' })).isError, true);
      await assert.rejects(
        client.readResource({ uri: 'cable://..%2Fpackage.json' }),
        /not the id of a cable/,
      );
    }));

  it('sees a cable that another program adds', () =>
    withFolder({ 'a.txt': cableText(73) }, folder =>
      withAssistant(folder, async ask => {
        const find = async () => (await ask('find_cables', { query: 'post:muscat' })).result.total;
        assert.equal(await find(), 1);
        writeFileSync(`${folder}/b.txt`, cableText(74));
        const end = Date.now() + 30_000;
        while ((await find()) !== 2) {
          assert.ok(Date.now() < end);
          await new Promise(next => setTimeout(next, 500));
        }
      }),
    ));

  it('does not start where there is no folder', () => {
    const { status, stderr } = reftel(['mcp', '--in', 'nowhere']);
    assert.equal(status, 2);
    assert.match(stderr, /nowhere: no such file or folder/);
  });
});
