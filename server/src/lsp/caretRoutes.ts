import {
  type CodeLens,
  type Connection,
  type InlayHint,
  InlayHintKind,
  type Range,
  type SelectionRange,
  type SelectionRangeParams,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { rangeOf } from '../archive/facts';
import { type LensKind, lensesOf, lensPlaceOf, lensTextOf } from '../features/codeLens';
import { completionsAt } from '../features/completion';
import { type Hint, hintsOf } from '../features/inlayHints';
import type { Reading } from '../features/reading';
import { selectionsAt } from '../features/selectionRanges';
import { fullTokensOf, tokensOf } from '../features/semanticTokens';
import type { LineTable, Position } from '../text/lineTable';
import type { Span } from '../text/span';
import type { Answering } from './answer';
import { toCompletionItem } from './conversion';
import {
  LIST_CITED_BY,
  LIST_CITES,
  LIST_NOTED_IN,
  SHOW_CITED_BY,
  SHOW_CITES,
  SHOW_NOTED_IN,
} from './messages';
import { noteCompletions } from './noteRoutes';
import type { ServerContext } from './serverContext';
import { encodeTokens } from './tokenEncoding';

/**
 * What an editor shows around the caret and within the text without being asked: lenses, hints, tokens; and what it offers
 * there, completions and selections.
 */
export function routeCaret(connection: Connection, { answer, inCable, inTelegrams }: Answering): void {
  const { inlayHint, semanticTokens } = connection.languages;

  connection.onCodeLens(
    inTelegrams('lens', (reading, { textDocument: { uri } }, context): CodeLens[] => {
      const { cable } = reading;
      const place = lensPlaceOf(cable);
      if (!place) return [];
      return lensesOf(notedIn(context, reading)).map(kind => ({
        range: rangeOf(cable.lines, place),
        data: { uri, kind },
      }));
    }),
  );
  connection.onCodeLensResolve((lens: CodeLens, token) =>
    answer('lens text', lens, (context, asked: CodeLens) => {
      const uri = uriOf(asked);
      const reading = uri === null ? null : context.reading(uri, asked.range.start);
      if (!reading) return asked;
      const kind = lensesOf(1).find(each => each === asked.data?.kind) ?? 'citedBy';
      const { title, leads } = lensTextOf(reading, kind, notedIn(context, reading));
      const [shown, listed] = LENS_COMMANDS[kind];
      // An editor runs every command that a lens has, but knows those of the server alone.
      const command = context.clientSupport.commands.includes(shown) ? (leads ? shown : '') : listed;
      return { range: asked.range, command: { title, command, arguments: [uri, asked.range.start] } };
    })(lens, token),
  );
  connection.onCompletion(
    inCable(
      'completion',
      null,
      (reading, { position, context }, { clientSupport }) => {
        const trigger = context?.triggerCharacter ?? null;
        const { items, truncated } = completionsAt(reading, reading.cable.lines.offsetAt(position), trigger);
        const { lines } = reading.cable;
        return {
          isIncomplete: truncated,
          items: items.map((item, i) => toCompletionItem(lines, item, i, clientSupport.labelDetails)),
        };
      },
      (note, { position }, context) => noteCompletions(note, position, context),
    ),
  );
  inlayHint.on(
    inTelegrams('hints', (reading, { range, textDocument }, { hintsFor }) => {
      const hints = hintsOf(reading, spanOf(reading, range), hintsFor(textDocument.uri));
      return hints.map(hint => toInlayHint(reading.cable.lines, hint));
    }),
  );
  const tokens = ({ readings, clientSupport }: ServerContext, uri: string, range: Range | null) => {
    const all = readings(uri);
    const [first] = all;
    if (!first) return { data: [] };
    const tokensFor = clientSupport.fullTokens ? fullTokensOf : tokensOf;
    const span = range ? spanOf(first, range) : { start: 0, end: first.cable.text.length };
    return {
      data: encodeTokens(
        first.cable.lines,
        all.flatMap(reading => tokensFor(reading, span)),
      ),
    };
  };
  semanticTokens.on(
    answer('tokens', { data: [] }, (context, { textDocument }: SemanticTokensParams) =>
      tokens(context, textDocument.uri, null),
    ),
  );
  semanticTokens.onRange(
    answer('tokens', { data: [] }, (context, { textDocument, range }: SemanticTokensRangeParams) =>
      tokens(context, textDocument.uri, range),
    ),
  );
  connection.onSelectionRanges(
    answer('selections', [], ({ reading }, { textDocument, positions }: SelectionRangeParams) =>
      positions.flatMap(position => {
        const at = reading(textDocument.uri, position);
        return at ? toSelectionRange(at, position) : [];
      }),
    ),
  );
}

/** How many notes name a cable. */
function notedIn({ notes }: ServerContext, { cable: { mrn } }: Reading): number {
  return mrn === null ? 0 : notes.countOf(mrn);
}

/** The command of the client that shows the list of a lens, and that of the server which says it in a message. */
const LENS_COMMANDS: Readonly<Record<LensKind, readonly [shown: string, listed: string]>> = {
  citedBy: [SHOW_CITED_BY, LIST_CITED_BY],
  cites: [SHOW_CITES, LIST_CITES],
  notedIn: [SHOW_NOTED_IN, LIST_NOTED_IN],
};

/** What the first request put in; the editor gives it back as it was, others may give anything. */
function uriOf({ data }: CodeLens): string | null {
  const uri: unknown = data?.uri;
  return typeof uri === 'string' ? uri : null;
}

function toInlayHint(lines: LineTable, { at, label, tooltip, side }: Hint): InlayHint {
  return {
    position: lines.positionAt(at),
    label,
    tooltip,
    paddingLeft: side === 'behind',
    paddingRight: side === 'before',
    // Neither kind of the protocol, type or parameter, fits better; editors may hide them apart.
    kind: side === 'behind' ? InlayHintKind.Type : InlayHintKind.Parameter,
  };
}

/** The protocol nests them the other way round: the smallest holds the one around it. */
function toSelectionRange(reading: Reading, position: Position): SelectionRange {
  const { lines } = reading.cable;
  const spans = selectionsAt(reading.cable, lines.offsetAt(position));
  const nested = spans.reduceRight<SelectionRange | undefined>((parent, span) => {
    const range = rangeOf(lines, span);
    return parent ? { range, parent } : { range };
  }, undefined);
  return nested ?? { range: { start: position, end: position } };
}

function spanOf(
  { cable: { lines } }: Reading,
  range: { readonly start: Position; readonly end: Position },
): Span {
  return { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
}
