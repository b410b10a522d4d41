import {
  commands,
  type ExtensionContext,
  l10n,
  Range,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { isCablePage, PAGE_HEAD } from '../../../server/src/import/pageKind';
import { textSchemes } from '../schemes';

/** Where it is kept that the person wants no offers; the button in the title of the editor stays. */
const KEY = 'reftel.noPageOffers';

/** True in VS Code's conditions while the active editor has the source of a page that shows a cable. */
const CONTEXT = 'reftel.pageOfCable';

/**
 * Offers to show the cable on a web page of WikiLeaks or PlusD that is open as HTML: by a button in the title of its editor, and in words
 * for the first such page of a session. Of other pages the beginning is looked at once, of other texts nothing.
 */
export function offerPages(context: ExtensionContext): void {
  const known = new WeakMap<TextDocument, boolean>();
  let isOffered = false;
  const isPage = (document: TextDocument) => {
    const seen = known.get(document);
    if (seen !== undefined) return seen;
    const head = document.getText(new Range(document.positionAt(0), document.positionAt(PAGE_HEAD)));
    const found = isCablePage(head);
    known.set(document, found);
    return found;
  };
  let wasPage = false;
  const look = () => {
    const document = window.activeTextEditor?.document;
    const mayBePage = document?.languageId === 'html' && textSchemes().includes(document.uri.scheme);
    const isNow = mayBePage === true && isPage(document);
    if (isNow !== wasPage) void commands.executeCommand('setContext', CONTEXT, isNow);
    wasPage = isNow;
    if (!isNow || !document || isOffered || !wantsOffers(context, document)) return;
    isOffered = true;
    void offer(context, document.uri);
  };
  // A document is told anew when its language is known, which on a busy machine is after it is shown.
  context.subscriptions.push(window.onDidChangeActiveTextEditor(look), workspace.onDidOpenTextDocument(look));
  look();
}

function wantsOffers({ globalState }: ExtensionContext, document: TextDocument): boolean {
  const mode = workspace.getConfiguration('reftel', document).get<string>('recognisePlainText');
  return mode !== 'never' && !globalState.get<boolean>(KEY);
}

async function offer({ globalState }: ExtensionContext, uri: Uri): Promise<void> {
  const show = l10n.t('Show as Cable');
  const never = l10n.t("Don't Offer Again");
  const name = uri.path.replace(/^.*\//, '');
  const answer = await window.showInformationMessage(
    l10n.t('{0} shows a diplomatic cable.', name),
    show,
    never,
  );
  if (answer === show) await commands.executeCommand('reftel.showPageAsCable', uri);
  if (answer === never) await globalState.update(KEY, true);
}
