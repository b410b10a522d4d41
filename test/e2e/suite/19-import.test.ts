import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { commands, Uri, window, workspace } from 'vscode';
import { madeRow, madeTelegram, wholeText } from '../../import/made';
import { wikileaksPage } from '../../import/madePage';
import { laidOut, madePdf } from '../../import/madePdf';
import { acceptUntil, closeAll, eventually, fileUri, picture, SCRATCH, writeFile } from '../helper';

const folderOf = (name: string) => fileUri(`${SCRATCH}/import/${name}`).fsPath;
const isThere = (folder: string, id: string) =>
  existsSync(Uri.joinPath(Uri.file(folder), '2007', `${id}.cable`).fsPath);

const row = (serial: number) =>
  `<row><DOC_NBR>2007MUSCAT0${serial}</DOC_NBR><TAGS>PREL</TAGS><SUBJECT>X</SUBJECT><MSGTEXT>${wholeText(madeTelegram(serial))}</MSGTEXT></row>`;

describe('Cable: Import Cables…', () => {
  after(async () => {
    await closeAll();
    await commands.executeCommand('notifications.clearAll');
  });

  it('writes the cables of a dump and opens a report', async () => {
    const whole = madeRow(madeTelegram(4711), 1);
    const dump = writeFile('import/cables.csv', whole + madeRow(madeTelegram(4712), 2).slice(0, -40));
    const to = folderOf('to');
    const report = await commands.executeCommand<string>('reftel.importAsCables', dump, [dump], {
      to,
      isConfirmed: true,
    });
    await eventually(
      () => window.tabGroups.activeTabGroup.activeTab,
      // As a page where VS Code has its Markdown, which the tests may do without.
      tab => tab?.label.includes('Import Report') === true,
    );
    assert.match(report, /1 written, 0 there already, 1 damaged\./);
    assert.match(report, /^- .*cables\.csv:21: a cell has no closing quote$/m);
    const file = Uri.joinPath(Uri.file(to), '2007', '07MUSCAT4711.cable').fsPath;
    assert.match(readFileSync(file, 'utf8'), /^UNCLAS MUSCAT 004711/m);
  });

  it('takes what is chosen in the Explorer: a table, a page, XML and a PDF', async () => {
    const sources = [
      writeFile('import/all/cables.csv', madeRow(madeTelegram(4741), 1)),
      writeFile('import/all/07MUSCAT4742.html', wikileaksPage(madeTelegram(4742))),
      writeFile('import/all/aad.xml', `<?xml version="1.0"?><rows>${row(4743)}</rows>`),
      writeFile('import/all/paper.pdf', madePdf(laidOut(wholeText(madeTelegram(4744))))),
    ];
    const to = folderOf('chosen');
    await commands.executeCommand('reftel.importAsCables', sources[0], sources, { to, isConfirmed: true });
    for (const serial of [4741, 4742, 4743, 4744]) assert.ok(isThere(to, `07MUSCAT${serial}`), `${serial}`);
  });

  it('says what there is before it writes, and shows how far it is', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => madeRow(madeTelegram(10_000 + i), i + 1));
    const dump = writeFile('import/many.csv', rows.join(''));
    const to = folderOf('many');
    const done = commands.executeCommand<string>('reftel.importCables', dump, [dump], { to });
    await picture('import-summary', '.quick-input-list .monaco-list-row');
    await acceptUntil(() => existsSync(to));
    await picture('import-progress', '.notifications-toasts .notification-list-item');
    assert.match(await done, /3,000 written, 0 there already, 0 damaged/);
    await picture('import-done', '.notifications-toasts .monaco-button:has-text("Open Collection")');
    assert.ok(isThere(to, '07MUSCAT12999'));
  });

  it('offers a new folder for the files', async () => {
    const sources = [writeFile('import/one.csv', madeRow(madeTelegram(4751), 1))];
    const to = fileUri('cables').fsPath;
    const done = commands.executeCommand<string>('reftel.importAsCables', sources[0], sources);
    await picture('import-to', '.quick-input-list .monaco-list-row');
    await acceptUntil(() => isThere(to, '07MUSCAT4751'));
    assert.match(await done, /1 written/);
    await picture('import-report', '.tab.active:has-text("Import Report")');
    await workspace.fs.delete(fileUri('cables'), { recursive: true });
  });
});
