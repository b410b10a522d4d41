import type { CompletionList, Connection, DocumentLink } from 'vscode-languageserver';
import { rangeOf } from '../archive/facts';
import type { Note } from '../features/notes/note';
import { placesOf } from '../features/notes/note';
import { noteCompletionsAt } from '../features/notes/noteCompletion';
import { noteLinksOf, noteLinkTarget } from '../features/notes/noteLinks';
import { quotationOf } from '../features/quotation';
import { paragraphAt } from '../features/sentences';
import type { LineTable, Position } from '../text/lineTable';
import { type Answering, requestRoutes } from './answer';
import { toCompletionItem } from './conversion';
import type { ServerContext } from './serverContext';
import { isRecord } from './untrusted';
import { nameOf, namingBelow } from './uris';

/** The most places in notes that one list has. */
const NOTED_LIMIT = 500;

/** The links of a note, which lead somewhere when the editor asks where. */
export function noteLinks(note: Note, { clientSupport }: ServerContext): DocumentLink[] {
  return noteLinksOf(note).map(({ start, end, mrn, paragraph, tooltip }) => {
    const range = rangeOf(note.lines, { start, end });
    if (clientSupport.lateNotes) return { range, tooltip, data: { mrn, paragraph } };
    // An editor need not ask; then a link leads to the cable.
    const target = noteLinkTarget(note, mrn, null);
    return target === null ? { range, tooltip } : { range, tooltip, target };
  });
}

export function noteCompletions(
  note: Note,
  position: Position,
  { clientSupport }: ServerContext,
): CompletionList {
  const { items, truncated } = noteCompletionsAt(note, note.lines.offsetAt(position));
  return {
    isIncomplete: truncated,
    items: items.map((item, i) => toCompletionItem(note.lines, item, i, clientSupport.labelDetails)),
  };
}

/** Connects what is asked of notes and for them beyond what editors ask of every text. */
export function routeNotes(connection: Connection, { answer }: Answering): void {
  const on = requestRoutes(connection, answer);
  connection.onDocumentLinkResolve((link: DocumentLink, token) =>
    answer('link', link, (context, asked: DocumentLink) => {
      const { mrn, paragraph } = isRecord(asked.data) ? asked.data : {};
      if (asked.target !== undefined || typeof mrn !== 'string') return asked;
      const number = typeof paragraph === 'number' ? paragraph : null;
      const target = noteLinkTarget(archiveOf(context), mrn, number);
      return target === null ? asked : { ...asked, target };
    })(link, token),
  );
  on('reftel/notedIn', { items: [], truncated: false }, (context, { mrn }) => {
    const { items, truncated } = context.notes.placesOf(mrn, NOTED_LIMIT);
    return {
      items: items.map(({ uri, range, line, paragraph }) => ({
        name: context.nameOf(uri),
        paragraph,
        line,
        place: { uri: context.workspace.clientUri(uri), range },
      })),
      truncated,
    };
  });
  on('reftel/place', null, (context, { mrn, paragraph }) => {
    const [place] = placesOf(archiveOf(context), mrn, paragraph);
    return place ? { ...place, uri: context.workspace.clientUri(place.uri) } : null;
  });
  on('reftel/linkAt', null, (context, { uri, position }) => {
    const cable = context.reading(uri, position ?? undefined)?.cable;
    if (!cable || cable.mrn === null) return null;
    const paragraph = position ? paragraphAt(cable, cable.lines.offsetAt(position)) : null;
    return { mrn: cable.mrn, paragraph: paragraph?.number ?? null };
  });
  on('reftel/quotation', null, (context, { uri, range }) => {
    const cable = context.reading(uri, range.start)?.cable;
    if (!cable) return null;
    return quotationOf(cable, spanOf(cable.lines, range), paragraph => context.cited(uri, cable, paragraph));
  });
}

function archiveOf({ workspace }: ServerContext) {
  const { snapshot } = workspace;
  return { snapshot, cableOf: (uri: string, at: Position) => workspace.cableOf(uri, at) };
}

function spanOf(lines: LineTable, { start, end }: { readonly start: Position; readonly end: Position }) {
  return { start: lines.offsetAt(start), end: lines.offsetAt(end) };
}

/** What a note is called: its path in the innermost of these folders, which are canonical, otherwise its name. */
export function noteName(folders: readonly string[], uri: string): string {
  const paths = folders.flatMap(folder => namingBelow(folder).pathOf(uri) ?? []);
  return paths.sort((a, b) => a.length - b.length)[0] ?? nameOf(uri);
}
