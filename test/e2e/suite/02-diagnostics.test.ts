import assert from 'node:assert/strict';
import { commands, env, languages, window } from 'vscode';
import { closeAll, diagnosticsOf, eventually, picture, SEEDS, showSeed } from '../helper';

/** What each seed must give: line (from 1), severity, code. Every other line is silent. */
const EXPECTED: readonly (readonly string[])[] = [
  [
    '35 hint reference-glued',
    '35 hint transcription-artefacts',
    '46 hint unbalanced-quotes',
    '46 information paragraph-number-missing',
  ],
  ['10 hint routing-indicator-other-station', '21 hint transcription-artefacts'],
  [
    '7 error security-group-length',
    '13 information routing-indicator-unknown',
    '15 information routing-indicator-unknown',
    '38 hint transcription-artefacts',
    '40 hint caption-in-text',
  ],
  ['13 hint address-misspelt', '22 hint transcription-artefacts', '51 hint quote-damage'],
  ['23 hint transcription-artefacts'],
];

describe('the Problems list', () => {
  EXPECTED.forEach((expected, number) => {
    it(`has exactly what is odd in ${SEEDS[number]}`, async () => {
      assert.deepEqual(diagnosticsOf(await showSeed(number)), expected);
    });
  });

  it('says where each finding comes from and where it is explained', async () => {
    const document = await showSeed(2);
    for (const { source, code, message } of languages.getDiagnostics(document.uri)) {
      assert.equal(source, 'reftel');
      assert.match(message, /\S/);
      assert.ok(typeof code === 'object');
      const { scheme, authority, path } = code.target;
      assert.deepEqual(
        [scheme, authority, path],
        [env.uriScheme, 'reftel.reftel', `/diagnostics/${code.value}.md`],
      );
    }
  });

  it('shows the page that explains a finding', async () => {
    await commands.executeCommand('reftel.explainDiagnostic', 'security-group-length');
    await eventually(
      () => window.tabGroups.activeTabGroup.activeTab?.label ?? '',
      label => label.includes('security-group-length.md'),
    );
    await picture('diagnostic-page', '.tab.active:has-text("security-group-length")');
    await closeAll();
  });

  it('shows them to the person', async () => {
    await showSeed(2);
    await commands.executeCommand('workbench.actions.view.problems');
    await picture('problems', '.markers-panel .monaco-list-row:has-text("SSSS")');
  });
});
