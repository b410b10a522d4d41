import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { commands, env, window } from 'vscode';
import {
  acceptUntil,
  caretAt,
  closeAll,
  eventually,
  fileUri,
  picture,
  positionOf,
  reftel,
  SEEDS,
  showSeed,
  VIEWS,
  viewOpens,
} from '../helper';

const active = () => window.activeTextEditor;
const isSeed =
  (number: number) =>
  (editor = active()) =>
    editor !== undefined && basename(editor.document.fileName).startsWith(`00${number}_`);

describe('the views', () => {
  before(async () => {
    await showSeed(1);
    await eventually(
      () => commands.getCommands(true),
      all => all.includes('reftel.copyCitation'),
    );
  });

  after(() => commands.executeCommand('workbench.view.explorer'));

  it('shows who cites the open cable, what it cites, the collection and what is missing', async () => {
    for (const view of ['citations', 'collection', 'missing'])
      await commands.executeCommand(`reftel.${view}.focus`);
    await picture(
      'views',
      '[id="reftel.missing"] .monaco-list-row, .pane-body .monaco-list-row .monaco-icon-label',
    );
  });

  it('copies the id of the cable', async () => {
    await showSeed(1);
    await commands.executeCommand('reftel.copyId');
    assert.equal(
      await eventually(
        () => env.clipboard.readText(),
        text => text === '07MUSCAT154',
      ),
      '07MUSCAT154',
    );
  });

  it('copies the id of a file that the Explorer names, and shows it', async () => {
    await closeAll();
    await commands.executeCommand('reftel.copyId', fileUri(SEEDS[3]), [fileUri(SEEDS[3])]);
    assert.equal(await env.clipboard.readText(), '08MUSCAT789');
    assert.ok(isSeed(3)());
  });

  it('copies the missing cables as a list', async () => {
    // Again until the folder has been read.
    const list = await eventually(
      async () => {
        await commands.executeCommand('reftel.copyMissing');
        return env.clipboard.readText();
      },
      text => text.includes('06STATE203034'),
    );
    assert.match(list, /^(?:\d\d[A-Z]+\d+\t\d+\n)+$/);
  });

  it('copies those of the missing cables that fit the filter', async () => {
    const copied = (expected: RegExp) =>
      eventually(
        async () => {
          await commands.executeCommand('reftel.copyMissing');
          return env.clipboard.readText();
        },
        text => expected.test(text),
      );
    await commands.executeCommand('reftel.missing.focus');
    await commands.executeCommand('reftel.filter.missing', '06state');
    assert.match(await copied(/^06STATE203034\t\d+\n$/), /^06STATE/);
    await picture('filter', '[id="workbench.view.extension.reftel"] .message:has-text("06state")');
    await commands.executeCommand('reftel.clearFilter.missing');
    await copied(/^(?!06STATE).*\n/m);
  });

  it('groups the collection, by the keyboard alone', async () => {
    await commands.executeCommand('reftel.collection.focus');
    const done = commands.executeCommand('reftel.groupCollection');
    await picture('group', '.quick-input-list .monaco-list-row:has-text("TAGS")');
    await commands.executeCommand('workbench.action.quickOpenSelectNext');
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await done;
    await picture('grouped', '[id="workbench.view.extension.reftel"] .monaco-list-row:has-text("2007")');
  });

  it('has every command that it contributes', async () => {
    const { commands: contributed } = reftel().packageJSON.contributes;
    const all = await commands.getCommands(true);
    const missing = contributed.filter(({ command }: { command: string }) => !all.includes(command));
    assert.deepEqual(missing, []);
  });

  it('steps from paragraph to paragraph', async () => {
    const document = await showSeed(1);
    caretAt(positionOf(document, 'REF:'));
    const lines: number[] = [];
    for (const command of ['nextParagraph', 'nextParagraph', 'previousParagraph']) {
      await commands.executeCommand(`reftel.${command}`);
      lines.push(active()?.selection.active.line ?? -1);
    }
    assert.deepEqual(lines, [33, 38, 33]);
  });

  it('opens the next and the previous cable of the post', async () => {
    await showSeed(1);
    await commands.executeCommand('reftel.previousCable');
    await eventually(active, isSeed(0));
    await commands.executeCommand('reftel.nextCable');
    await eventually(active, isSeed(1));
  });

  it('opens a cable by its id, by the keyboard alone', async () => {
    await showSeed(1);
    await commands.executeCommand('reftel.openCable');
    await picture('open-cable', '.quick-input-list .monaco-list-row');
    await acceptUntil(() => !isSeed(1)(active()));
  });

  for (const { command, title, name } of VIEWS) {
    it(`opens a view of its own: ${command}`, async () => {
      await showSeed(1);
      await commands.executeCommand(`reftel.${command}`);
      await viewOpens(title);
      await picture(name, 'iframe.webview.ready');
      await closeAll();
    });
  }

  it('offers every form of a citation', async () => {
    const document = await showSeed(1);
    caretAt(positionOf(document, 'Summary'));
    let isDone = false;
    const done = Promise.resolve(commands.executeCommand('reftel.copyCitation')).then(() => {
      isDone = true;
    });
    await picture('copy-citation', '.quick-input-list .monaco-list-row');
    await acceptUntil(() => isDone);
    await done;
    assert.match(await env.clipboard.readText(), /telegram 07MUSCAT154, February 14, 2007/);
  });
});
