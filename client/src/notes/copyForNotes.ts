import { commands, type Disposable, env, l10n, window } from 'vscode';
import { cableLinkPath, EXTENSION } from '../../../server/src/cable/cableLink';
import { sayNoCable } from '../commands/copy';
import { activeCable } from '../openCables';
import type { Server } from '../server';

/** `Cable: Copy Link to Paragraph` and `Cable: Copy Quotation with Citation`: what a note takes from a cable. */
export function noteCopyCommands(server: Server): Disposable[] {
  return [
    commands.registerCommand('reftel.copyParagraphLink', () => copyLink(server)),
    commands.registerCommand('reftel.copyQuotation', () => copyQuotation(server)),
  ];
}

/** Copies a link in Markdown that names the paragraph at the caret, or the cable outside of paragraphs, and no file. */
async function copyLink(server: Server): Promise<void> {
  const editor = activeCable();
  if (!editor) return sayNoCable();
  const { line, character } = editor.selection.active;
  const uri = editor.document.uri.toString();
  const link = await server.ask('reftel/linkAt', { uri, position: { line, character } });
  if (!link) return void window.showInformationMessage(l10n.t('The id of this cable is not known.'));
  const name = link.paragraph === null ? link.mrn : `${link.mrn} ¶${link.paragraph}`;
  await env.clipboard.writeText(`[${name}](${env.uriScheme}://${EXTENSION}${cableLinkPath(link)})`);
  window.setStatusBarMessage(l10n.t('Copied the link to {0}.', name), 4000);
}

/** Copies what is selected, or the paragraph at the caret, as a quotation in Markdown with its citation. */
async function copyQuotation(server: Server): Promise<void> {
  const editor = activeCable();
  if (!editor) return sayNoCable();
  const { start, end } = editor.selection;
  const quotation = await server.ask('reftel/quotation', {
    uri: editor.document.uri.toString(),
    range: {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    },
  });
  if (quotation === null) {
    void window.showInformationMessage(
      l10n.t('Put the caret in a paragraph, or select what is to be quoted.'),
    );
    return;
  }
  await env.clipboard.writeText(quotation);
  window.setStatusBarMessage(l10n.t('Copied the quotation with its citation.'), 4000);
}
