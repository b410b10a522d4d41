import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { ConfigurationTarget, languages, type TextDocument, workspace } from 'vscode';
import { closeAll, diagnosticsOf, fileUri, picture, show, showSeed, until } from '../helper';

const CODE = 'security-group-length';

/** Waits until a finding of the third seed has a level, or is gone. */
function levelOf(document: TextDocument, level: string | null): Promise<void> {
  const shows = () => diagnosticsOf(document).find(found => found.endsWith(CODE)) ?? null;
  const expected = level === null ? null : `7 ${level} ${CODE}`;
  return until(languages.onDidChangeDiagnostics, () => shows() === expected);
}

describe('settings', () => {
  it('say how serious a finding is', async () => {
    const document = await showSeed(2);
    await levelOf(document, 'error');
    const setTo = (level: string | undefined) =>
      workspace.getConfiguration('reftel.diagnostics').update(CODE, level, ConfigurationTarget.Global);
    try {
      await setTo('warning');
      await levelOf(document, 'warning');
      await picture('setting', '.monaco-editor .squiggly-warning');
      await setTo('off');
      await levelOf(document, null);
    } finally {
      await setTo(undefined);
    }
    await levelOf(document, 'error');
  });

  it('may lie in reftel.json, which says where it is wrong, and says it once', async () => {
    const document = await showSeed(2);
    const uri = fileUri('reftel.json');
    const sources = () => languages.getDiagnostics(uri).map(({ source }) => source);
    writeFileSync(uri.fsPath, `{ "diagnostics": { "${CODE}": "hint", "dtg-wrong": "off" } }\n`);
    try {
      await levelOf(document, 'hint');
      await until(languages.onDidChangeDiagnostics, () => sources().join() === 'reftel');
      await show(uri);
      // From here on VS Code tells it, by the schema.
      await until(
        languages.onDidChangeDiagnostics,
        () => !sources().includes('reftel') && sources().length > 0,
      );
      assert.equal(sources().length, 1);
    } finally {
      await closeAll();
      rmSync(uri.fsPath);
    }
    await levelOf(await showSeed(2), 'error');
  });
});
