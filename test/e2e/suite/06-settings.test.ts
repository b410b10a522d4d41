import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { ConfigurationTarget, commands, languages, type TextDocument, workspace } from 'vscode';
import { diagnosticsOf, eventually, fileUri, picture, show, showSeed, until } from '../helper';

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
      workspace
        .getConfiguration('reftel.diagnostics')
        .update('levels', level && { [CODE]: level }, ConfigurationTarget.Global);
    try {
      await setTo('warning');
      await levelOf(document, 'warning');
      await picture('setting', '.monaco-editor .squiggly-warning');
      await commands.executeCommand('workbench.action.openSettings', 'reftel.diagnostics');
      await picture('settings-editor', '.settings-editor .setting-item-contents .setting-list-object-row');
      await commands.executeCommand('workbench.action.closeActiveEditor');
      await setTo('off');
      await levelOf(document, null);
    } finally {
      await setTo(undefined);
    }
    await levelOf(document, 'error');
  });

  it('of version 0.1.0, one for each code, are still read', async () => {
    const document = await showSeed(2);
    const { fsPath } = fileUri('.vscode/settings.json');
    const before = readFileSync(fsPath, 'utf8');
    writeFileSync(fsPath, `{ "reftel.diagnostics.${CODE}": "hint" }\n`);
    try {
      await levelOf(document, 'hint');
    } finally {
      // A file of settings that vanishes makes the next change of a setting fail.
      writeFileSync(fsPath, before);
    }
    await levelOf(document, 'error');
  });

  it('may lie in reftel.json', async () => {
    const document = await showSeed(2);
    const { fsPath } = fileUri('reftel.json');
    writeFileSync(fsPath, `{ "diagnostics": { "${CODE}": "hint" } }\n`);
    try {
      await levelOf(document, 'hint');
    } finally {
      rmSync(fsPath);
    }
    await levelOf(document, 'error');
  });

  it('are found wrong in a reftel.json that is closed, and once alone in one that is open', async () => {
    await showSeed(2);
    const uri = fileUri('reftel.json');
    const sources = () => languages.getDiagnostics(uri).map(({ source }) => source ?? 'json');
    const reported = (...expected: string[]) =>
      until(languages.onDidChangeDiagnostics, () => sources().join() === expected.join());
    writeFileSync(uri.fsPath, `{ "diagnostics": { "${CODE}": "loud" } }\n`);
    try {
      await reported('reftel');
      await show(uri);
      await eventually(sources, found => !found.includes('reftel'));
      await commands.executeCommand('workbench.action.closeActiveEditor');
      await reported('reftel');
    } finally {
      rmSync(uri.fsPath);
    }
    await reported();
  });
});
