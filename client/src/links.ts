import { commands, type Disposable, l10n, Uri, window } from 'vscode';

/** The first name in the path of a link to the page of a diagnostic. */
export const DIAGNOSTIC_PAGES = 'diagnostics';

/** The paths of links that the extension follows, and the page of the diagnostic that each names. */
const DIAGNOSTIC_PATH = new RegExp(`^/${DIAGNOSTIC_PAGES}/([a-z]+(?:-[a-z]+)*)\\.md$`);

/** Follows links to this extension, as `vscode://reftel.reftel/diagnostics/dtg-invalid.md`. A link may come from anywhere. */
export function followLinks(): Disposable {
  return window.registerUriHandler({
    async handleUri({ path }) {
      const code = DIAGNOSTIC_PATH.exec(path)?.[1];
      if (code) await commands.executeCommand('reftel.explainDiagnostic', code);
      else await window.showWarningMessage(l10n.t('Reftel does not know this link: {0}', path));
    },
  });
}

const PREVIEW = 'markdown.showPreview';

/** The command that shows the page of a diagnostic, which the extension brings along. */
export function explainDiagnostic(extension: Uri): Disposable {
  return commands.registerCommand('reftel.explainDiagnostic', async (code: string) => {
    const page = Uri.joinPath(extension, 'docs', DIAGNOSTIC_PAGES, `${code}.md`);
    const known = await commands.getCommands();
    // The preview belongs to an extension that may be switched off, or not be there yet.
    await commands.executeCommand(known.includes(PREVIEW) ? PREVIEW : 'vscode.open', page);
  });
}
