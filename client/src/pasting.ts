import {
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  l10n,
  languages,
  type TextDocument,
  workspace,
} from 'vscode';
import { LANGUAGE_ID } from '../../server/src/lsp/messages';
import { UNDECIDED_LANGUAGES } from './languageChoices';
import { type Plain, readablePaste } from './pasted';
import type { Recogniser } from './recognise';
import { textSchemes } from './schemes';

const KIND = DocumentDropOrPasteEditKind.Empty.append('cable', 'readable');

/**
 * Offers to paste a telegram from a browser, or from the source of a page, as a text with lines; VS Code's button beside what was
 * pasted, *Paste As…* and its settings choose the plain text. `loadPlain` loads what reads HTML.
 */
export function pasteReadable({ keepsPlain }: Recogniser, loadPlain: () => Promise<Plain>): Disposable {
  return languages.registerDocumentPasteEditProvider(
    [{ language: LANGUAGE_ID }, ...UNDECIDED_LANGUAGES.map(language => ({ scheme: 'untitled', language }))],
    {
      async provideDocumentPasteEdits(document, _ranges, data, _context, token) {
        const mode = workspace.getConfiguration('reftel', document).get<string>('recognisePlainText');
        if (!isOurs(document, mode) || keepsPlain(document)) return;
        const text = async (type: string) => (await data.get(type)?.asString()) ?? '';
        const readable = await readablePaste(await text('text/plain'), await text('text/html'), loadPlain);
        if (readable === null || token.isCancellationRequested) return;
        const edit = new DocumentPasteEdit(readable, l10n.t('Paste as Readable Cable'), KIND);
        // Who wants to be asked gets the plain text first.
        if (mode === 'ask') edit.yieldTo = [DocumentDropOrPasteEditKind.Text];
        return [edit];
      },
    },
    { providedPasteEditKinds: [KIND], pasteMimeTypes: ['text/plain', 'text/html'] },
  );
}

/** Whether a document is a cable, or is untitled and of a language that nobody has chosen. */
function isOurs(document: TextDocument, mode: string | undefined): boolean {
  if (!textSchemes().includes(document.uri.scheme)) return false;
  return (
    document.languageId === LANGUAGE_ID ||
    (mode !== 'never' && document.isUntitled && UNDECIDED_LANGUAGES.includes(document.languageId))
  );
}
