import { type Disposable, l10n, type Memento, type TextDocument, window, workspace } from 'vscode';
import { LANGUAGE_ID } from '../../server/src/lsp/messages';
import { textSchemes } from './schemes';
import { isWindows1252 } from './windows1252';

const KEY = 'reftel.keptEncoding';
/** How many files are remembered whose encoding stays; the oldest are forgotten first. */
const LIMIT = 1000;

/**
 * Offers to reopen a cable with Windows-1252 that is in that encoding and was read as UTF-8, so that its pilcrows and quotation marks
 * are shown as replacement characters. Offered once for a file; who closes the offer is not asked again.
 */
export function offerEncoding(memory: Memento): Disposable {
  const offered = new Set<string>();
  const opened = async (document: TextDocument) => {
    const uri = document.uri.toString();
    const kept = () => memory.get<readonly string[]>(KEY, []);
    if (offered.has(uri) || !mayBeMisread(document) || kept().includes(uri)) return;
    offered.add(uri);
    if (!isWindows1252(await bytesOf(document))) return;
    const reopen = l10n.t('Reopen with Windows-1252');
    const answer = await window.showInformationMessage(
      l10n.t(
        '{0} is in Windows-1252 and was opened as UTF-8: paragraph and quotation marks are shown as \uFFFD.',
        document.uri.path.replace(/^.*\//, ''),
      ),
      reopen,
    );
    if (answer === reopen) await workspace.openTextDocument(document.uri, { encoding: 'windows1252' });
    else await memory.update(KEY, [...kept(), uri].slice(-LIMIT));
  };
  for (const document of workspace.textDocuments) void opened(document);
  return workspace.onDidOpenTextDocument(opened);
}

function mayBeMisread(document: TextDocument): boolean {
  return (
    document.languageId === LANGUAGE_ID &&
    !document.isUntitled &&
    !document.isDirty &&
    document.encoding === 'utf8' &&
    textSchemes().includes(document.uri.scheme) &&
    document.getText().includes('\uFFFD')
  );
}

async function bytesOf({ uri }: TextDocument): Promise<Uint8Array> {
  try {
    return await workspace.fs.readFile(uri);
  } catch {
    return new Uint8Array();
  }
}
