import {
  CodeLens,
  commands,
  type Disposable,
  DocumentLink,
  env,
  l10n,
  languages,
  Position,
  Range,
  type TextDocument,
  Uri,
  window,
} from 'vscode';
import type { Location } from '../../../server/src/lsp/messages';
import type { TextSource } from '../readOnlyTexts';
import { ABSENT_SCHEME } from '../schemes';
import type { Server } from '../server';
import { idOf } from '../views/node';
import { type AbsentPage, absentPage } from './page';

/** Where going to a cable that is not here leads. */
export function absentUri(mrn: string): Uri {
  return Uri.from({ scheme: ABSENT_SCHEME, path: `/${mrn}` });
}

/** The pages of cables that are not here, and the commands on them. */
export function absentPages(server: Server): {
  readonly source: TextSource;
  readonly disposables: Disposable[];
} {
  const pages = new Map<string, { readonly page: AbsentPage; readonly request: string }>();
  const selector = { scheme: ABSENT_SCHEME };
  const mrnOf = ({ path }: Uri) => path.slice(1);
  const active = () => {
    const uri = window.activeTextEditor?.document.uri;
    return uri?.scheme === ABSENT_SCHEME ? mrnOf(uri) : null;
  };
  const textOf = async (mrn: string) => {
    const absent = await server.ask('reftel/absent', { mrn });
    if (!absent) return `${l10n.t('{0} is in this folder, or is no id of a cable.', mrn)}\n`;
    const noted = await server.ask('reftel/notedIn', { mrn });
    const page = absentPage(absent, noted?.items ?? []);
    pages.set(mrn, { page, request: absent.request });
    return page.text;
  };
  const disposables = [
    languages.registerDocumentLinkProvider(selector, {
      provideDocumentLinks(document) {
        const { places = new Map<number, Location>() } = pages.get(mrnOf(document.uri))?.page ?? {};
        return [...places].flatMap(([line, place]) =>
          line < document.lineCount ? link(document, line, place) : [],
        );
      },
    }),
    languages.registerCodeLensProvider(selector, {
      provideCodeLenses({ uri }) {
        const top = new Range(0, 0, 0, 0);
        const mrn = mrnOf(uri);
        if (!pages.has(mrn)) return [];
        return [
          new CodeLens(top, { command: 'reftel.copyId', title: l10n.t('Copy ID'), arguments: [mrn] }),
          new CodeLens(top, {
            command: 'reftel.copyRequest',
            title: l10n.t('Copy Request'),
            arguments: [mrn],
          }),
        ];
      },
    }),
    commands.registerCommand('reftel.openAbsent', async (mrn: string, keepFocus = false) => {
      await window.showTextDocument(absentUri(mrn), { preview: true, preserveFocus: keepFocus });
    }),
    commands.registerCommand('reftel.copyRequest', async (asked?: unknown) => {
      const mrn = typeof asked === 'string' ? asked : (idOf(asked) ?? active());
      const absent = mrn === null ? null : await server.ask('reftel/absent', { mrn });
      if (!absent) {
        void window.showInformationMessage(l10n.t('A request can be copied for a cable that is not here.'));
        return;
      }
      await env.clipboard.writeText(absent.request);
      window.setStatusBarMessage(l10n.t('Copied: {0}', absent.request), 4000);
    }),
  ];
  return { source: { textOf: uri => textOf(mrnOf(uri)), onChanged: server.onArchiveChanged }, disposables };
}

function link(document: TextDocument, line: number, { uri, range }: Location): DocumentLink {
  const { text, firstNonWhitespaceCharacterIndex } = document.lineAt(line);
  const target = Uri.parse(uri).with({ fragment: `L${range.start.line + 1},${range.start.character + 1}` });
  return new DocumentLink(
    new Range(new Position(line, firstNonWhitespaceCharacterIndex), new Position(line, text.length)),
    target,
  );
}
