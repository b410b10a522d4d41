import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { commands, Uri, window } from 'vscode';
import { madeRow, madeTelegram } from '../../import/made';
import { closeAll, fileUri, SCRATCH, writeFile } from '../helper';

describe('Cable: Import Cables…', () => {
  after(closeAll);

  it('writes the cables of a dump and opens a report', async () => {
    const whole = madeRow(madeTelegram(4711), 1);
    const dump = writeFile('import/cables.csv', whole + madeRow(madeTelegram(4712), 2).slice(0, -40));
    const to = fileUri(`${SCRATCH}/import/to`).fsPath;
    await commands.executeCommand('reftel.importAsCables', dump, [dump], { to });
    const report = window.activeTextEditor?.document;
    assert.equal(report?.languageId, 'markdown');
    assert.match(report.getText(), /1 written, 0 there already, 1 damaged\./);
    assert.match(report.getText(), /^- .*cables\.csv:21: a cell has no closing quote$/m);
    const file = Uri.joinPath(Uri.file(to), '2007', '07MUSCAT4711.cable').fsPath;
    assert.match(readFileSync(file, 'utf8'), /^UNCLAS MUSCAT 004711/m);
  });
});
