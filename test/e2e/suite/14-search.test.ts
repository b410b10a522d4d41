import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { commands, env, window } from 'vscode';
import {
  caretAt,
  closeAll,
  eventually,
  picture,
  positionOf,
  showSeed,
  viewOpens,
  writeFile,
} from '../helper';

const active = () => window.activeTextEditor;

describe('finding cables', () => {
  before(async () => {
    await showSeed(0);
    await eventually(
      () => commands.getCommands(true),
      all => all.includes('reftel.showTable'),
    );
    // Until the folder has been read.
    await eventually(
      async () => {
        await commands.executeCommand('reftel.copyMissing');
        return env.clipboard.readText();
      },
      text => text.includes('06STATE203034'),
    );
  });

  after(async () => {
    await closeAll();
    await commands.executeCommand('workbench.view.explorer');
  });

  it('finds all cables of a class, a caption, a year and a post that have a word, in one step', async () => {
    await commands.executeCommand('reftel.search', 'class:secret caption:noforn year:2007 post:muscat iran');
    await picture(
      'search',
      '[id="workbench.view.extension.reftel"] .monaco-list-row:has-text("07MUSCAT1065")',
    );
  });

  it('says who cites a cable and what they say, in one step', async () => {
    await commands.executeCommand('reftel.search', 'cites:07MUSCAT73');
    await picture('cites', '[id="workbench.view.extension.reftel"] .monaco-list-row:has-text("07MUSCAT154")');
  });

  it('makes a spreadsheet of the missing cables, in two steps', async () => {
    const target = writeFile('missing.csv', '');
    await commands.executeCommand('reftel.showTable', 'is:missing');
    await viewOpens('Collection');
    const table = await eventually(
      async () => {
        await commands.executeCommand('reftel.exportTable', 'csv', target);
        return existsSync(target.fsPath) ? readFileSync(target.fsPath, 'utf8') : '';
      },
      text => text.includes('06STATE203034'),
    );
    assert.match(table, /^mrn,citedBy,earliest,latest,citing\r\n/);
    await picture('table', 'iframe.webview.ready');
    await closeAll();
  });

  it('opens a page for a cable that is not here', async () => {
    const document = await showSeed(0);
    caretAt(positionOf(document, '203034'));
    await commands.executeCommand('editor.action.revealDefinition');
    const editor = await eventually(active, one => one?.document.uri.scheme === 'cable-not-here');
    const text = editor?.document.getText() ?? '';
    assert.match(text, /^06STATE203034 is not here\./);
    assert.match(text, /Probably sent in 2006\./);
    assert.match(text, /07MUSCAT73/);
    await picture('not-here', '.codelens-decoration:has-text("Copy Request")');
    await commands.executeCommand('reftel.copyRequest');
    await eventually(
      () => env.clipboard.readText(),
      copied => copied.startsWith('Department of State telegram 06 STATE 203034'),
    );
  });
});
