import assert from 'node:assert/strict';
import { commands, type DocumentSymbol, languages, window } from 'vscode';
import { madeTelegram } from '../../import/made';
import { wikileaksPage } from '../../import/madePage';
import { acceptNotification, closeAll, eventually, languageOf, picture, show, writeFile } from '../helper';

const SCHEME = 'cable-on-page';
const active = () => window.activeTextEditor?.document;

describe('a web page that shows a cable', () => {
  // What other tests have left would be answered as well.
  before(() => commands.executeCommand('notifications.clearAll'));
  after(closeAll);

  it('is offered to be shown as one, without being imported', async () => {
    const uri = writeFile('pages/07MUSCAT4731.html', wikileaksPage(madeTelegram(4731)));
    await show(uri);
    await picture('page-offer', '.notifications-toasts .notification-list-item');
    await acceptNotification(() => active()?.uri.scheme === SCHEME);
    const document = active();
    assert.ok(document);
    await languageOf(document, 'cable');
    assert.match(document.getText(), /^UNCLAS MUSCAT 004731/m);
    const [outline] = await eventually(
      () => commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri),
      symbols => symbols?.length > 0,
    );
    assert.match(outline?.name ?? '', /^Header: 24 January 2007/);
    const rows = languages.getDiagnostics(document.uri).filter(({ severity }) => severity === 0);
    assert.deepEqual(rows, []);
    await picture('page-cable', '.monaco-editor .view-line');
  });

  it('is shown by a command', async () => {
    const uri = writeFile('pages/07MUSCAT4732.html', wikileaksPage(madeTelegram(4732)));
    await show(uri);
    await commands.executeCommand('reftel.showPageAsCable');
    await eventually(active, document => document?.uri.scheme === SCHEME);
    assert.match(active()?.getText() ?? '', /^UNCLAS MUSCAT 004732/m);
  });

  it('is not seen in other pages', async () => {
    const uri = writeFile(
      'pages/blog.html',
      '<!doctype html><html><body><pre>npm install</pre></body></html>',
    );
    await show(uri);
    await commands.executeCommand('reftel.showPageAsCable');
    assert.equal(active()?.uri.toString(), uri.toString());
  });
});
