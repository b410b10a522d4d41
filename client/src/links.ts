import { commands, type Disposable, l10n, Uri, window } from 'vscode';
import { type CableLink, readCableLink } from '../../server/src/cable/cableLink';

/** The first name in the path of a link to the page of a diagnostic. */
export const DIAGNOSTIC_PAGES = 'diagnostics';

/** The paths of links that the extension follows, and the page of the diagnostic that each names. */
const DIAGNOSTIC_PATH = new RegExp(`^/${DIAGNOSTIC_PAGES}/([a-z]+(?:-[a-z]+)*)\\.md$`);

/**
 * Follows links to this extension: `vscode://reftel.reftel/diagnostics/dtg-invalid.md` to the page of a diagnostic, and those that name a
 * cable, `…/cable/07MUSCAT154?paragraph=2`, by `openCable`. A link may come from anywhere, so that nothing of another one is shown, for a
 * message could hold a link to a command.
 */
export function followLinks(openCable: (link: CableLink) => Promise<void>): Disposable {
  return window.registerUriHandler({
    async handleUri({ path, query }) {
      const code = DIAGNOSTIC_PATH.exec(path)?.[1];
      const link = readCableLink(path, query);
      if (code) await commands.executeCommand('reftel.explainDiagnostic', code);
      else if (link) await openCable(link);
      else await window.showWarningMessage(l10n.t('Reftel does not know this link.'));
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
