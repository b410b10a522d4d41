import assert from 'node:assert/strict';
import { ConfigurationTarget, type LanguageModelTextPart, lm, version, workspace } from 'vscode';
import { eventually, reftel } from '../helper';

const NAMES = ['cited_by', 'cites', 'find_cables', 'missing', 'read_cable'].map(name => `reftel_${name}`);

const offered = () =>
  lm.tools
    .map(({ name }) => name)
    .filter(name => name.startsWith('reftel_'))
    .sort();

const offer = (isOn: boolean | undefined) =>
  workspace.getConfiguration().update('reftel.chat.tools', isOn, ConfigurationTarget.Global);

/** From then on VS Code lists the tools of a manifest whether or not they are offered, and offers its chat only those that are. */
const listsAll = Number(version.split('.')[1]) > 100;

const ask = (name: string, input: object) =>
  Promise.resolve(lm.invokeTool(`reftel_${name}`, { input, toolInvocationToken: undefined }));

describe('the tools of the chat', () => {
  before(async () => {
    await reftel().activate();
  });
  after(() => offer(undefined));

  it('are not there by default', async () => {
    if (!listsAll) assert.deepEqual(offered(), []);
    await assert.rejects(ask('cited_by', { id: '07MUSCAT73' }));
  });

  it('are listed while the setting is on, and answer', async () => {
    await offer(true);
    await eventually(offered, names => names.length > 0);
    assert.deepEqual(offered(), NAMES);
    const { content } = await ask('cited_by', { id: '07MUSCAT73' });
    const { items } = JSON.parse((content[0] as LanguageModelTextPart).value);
    assert.deepEqual(
      items.map(({ id }: { id: string }) => id),
      ['07MUSCAT154'],
    );
    await assert.rejects(ask('read_cable', { id: '/etc/passwd' }), /is not the id of a cable/);
  });

  it('are gone when it is off again', async () => {
    await offer(false);
    if (!listsAll) await eventually(offered, names => names.length === 0);
    await assert.rejects(ask('cited_by', { id: '07MUSCAT73' }));
  });
});
