import { ConfigurationTarget, commands, workspace } from 'vscode';
import { picture, showSeed } from '../helper';

const THEMES = [
  ['light', 'Default Light Modern', '.monaco-workbench.vs'],
  ['dark', 'Default Dark Modern', '.monaco-workbench.vs-dark'],
  ['contrast', 'Default High Contrast', '.monaco-workbench.hc-black'],
] as const;

/** Only where pictures are asked for: people look at them. */
const describePictures = process.env.REFTEL_E2E_SHOTS ? describe : () => {};

describePictures('the colours of a cable', () => {
  const settings = workspace.getConfiguration('workbench');
  after(() => settings.update('colorTheme', undefined, ConfigurationTarget.Global));

  for (const [name, theme, selector] of THEMES) {
    it(`can be seen in ${theme}`, async () => {
      await settings.update('colorTheme', theme, ConfigurationTarget.Global);
      for (const number of [0, 1, 2]) {
        await showSeed(number);
        await commands.executeCommand('workbench.action.closePanel');
        // References that lead nowhere are italic, which is the last to come.
        await picture(`${name}-${number}`, `${selector} .view-line .mtki`);
      }
    });
  }
});
