import type {
  CompletionItem,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  LocationLink,
  Diagnostic as LspDiagnostic,
  Hover as LspHover,
  Location as LspLocation,
  Range,
  SymbolInformation,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import {
  CompletionItemKind,
  DiagnosticSeverity,
  DocumentHighlightKind,
  MarkupKind,
  SymbolKind,
} from 'vscode-languageserver';
import { rangeOf } from '../archive/facts';
import type { Diagnostic, Severity } from '../checks';
import { pageAddress } from '../checks/pages';
import type { Completion } from '../features/completion';
import type { Definition } from '../features/definition';
import type { Highlight } from '../features/documentHighlight';
import type { Link } from '../features/documentLinks';
import type { Fold } from '../features/folding';
import type { Hover } from '../features/hover';
import { plainText } from '../features/markdown';
import type { OutlineKind, OutlineNode } from '../features/outline';
import type { Location } from '../features/reading';
import type { CableSymbol } from '../features/workspaceSymbols';
import type { LineTable } from '../text/lineTable';

/** Maps a canonical uri to the one that the editor uses (see `Workspace.clientUri`). */
export type ClientUri = (uri: string) => string;

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The nearest of the kinds that the protocol has; editors show them as icons. */
const symbolKinds: Readonly<Record<OutlineKind, SymbolKind>> = {
  telegram: SymbolKind.File,
  header: SymbolKind.Package,
  field: SymbolKind.Field,
  section: SymbolKind.Namespace,
  paragraph: SymbolKind.String,
  signature: SymbolKind.Key,
};

/** `pages` is what the addresses of the pages of diagnostics begin with; null gives no link. */
export function toDiagnostic(
  uri: string,
  lines: LineTable,
  diagnostic: Diagnostic,
  pages: string | null,
): LspDiagnostic {
  const { code, severity, message, related = [], relatedLocations = [] } = diagnostic;
  const converted: LspDiagnostic = {
    range: rangeOf(lines, diagnostic),
    severity: severities[severity],
    source: 'reftel',
    code,
    message,
  };
  if (pages !== null) converted.codeDescription = { href: pageAddress(pages, code) };
  const others = [
    ...related.map(other => ({
      location: { uri, range: rangeOf(lines, other.span) },
      message: other.message,
    })),
    ...relatedLocations.map(other => ({
      location: { uri: other.uri, range: toRange(other.range) },
      message: other.message,
    })),
  ];
  if (others.length > 0) converted.relatedInformation = others;
  return converted;
}

export function toDocumentSymbol(lines: LineTable, node: OutlineNode): DocumentSymbol {
  return {
    name: symbolName(node),
    detail: isShownInName(node) ? '' : node.detail,
    kind: symbolKinds[node.kind],
    range: rangeOf(lines, node.span),
    selectionRange: rangeOf(lines, node.selection),
    children: node.children.map(child => toDocumentSymbol(lines, child)),
  };
}

/** Lists of symbols show names alone, so that the value of a field belongs there. The protocol forbids an empty name. */
function symbolName(node: OutlineNode): string {
  const name = isShownInName(node) && node.detail !== '' ? `${node.name}: ${node.detail}` : node.name;
  return name.trim() === '' ? '…' : name;
}

function isShownInName({ kind }: OutlineNode): boolean {
  return kind === 'field' || kind === 'header';
}

/** The outline as a list, for editors that know no tree. */
export function toSymbolInformation(
  uri: string,
  symbols: readonly DocumentSymbol[],
  container?: string,
): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => {
    const symbol: SymbolInformation = { name, kind, location: { uri, range } };
    if (container !== undefined) symbol.containerName = container;
    return [symbol, ...toSymbolInformation(uri, children, name)];
  });
}

export function toLocation({ uri, range }: Location, clientUri: ClientUri): LspLocation {
  return { uri: clientUri(uri), range: toRange(range) };
}

export function toLocationLinks(
  lines: LineTable,
  definition: Definition,
  clientUri: ClientUri,
): LocationLink[] {
  return definition.places.map(({ uri, range }) => ({
    originSelectionRange: rangeOf(lines, definition.origin),
    targetUri: clientUri(uri),
    targetRange: toRange(range),
    targetSelectionRange: toRange(range),
  }));
}

export function toHover(lines: LineTable, hover: Hover, markdown: boolean): LspHover {
  const value = markdown ? hover.markdown : plainText(hover.markdown);
  const kind = markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { contents: { kind, value }, range: rangeOf(lines, hover) };
}

export function toDocumentLink(lines: LineTable, link: Link): DocumentLink {
  return { range: rangeOf(lines, link), target: link.target, tooltip: link.tooltip };
}

export function toDocumentHighlight(lines: LineTable, highlight: Highlight): DocumentHighlight {
  const kind = highlight.role === 'named' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read;
  return { range: rangeOf(lines, highlight), kind };
}

export function toFoldingRange({ startLine, endLine }: Fold): FoldingRange {
  return { startLine, endLine };
}

export function toWorkspaceSymbol(symbol: CableSymbol, clientUri: ClientUri): WorkspaceSymbol {
  const { name, container } = symbol;
  return { name, kind: SymbolKind.File, containerName: container, location: toLocation(symbol, clientUri) };
}

/** The archive's ranges are shared and never change; the protocol's may. */
export function toRange({ start, end }: Location['range']): Range {
  return { start: { ...start }, end: { ...end } };
}

/** The nearest of the kinds that the protocol has. */
const COMPLETION_KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  tag: CompletionItemKind.Keyword,
  cable: CompletionItemKind.Reference,
  letter: CompletionItemKind.Reference,
  caption: CompletionItemKind.Constant,
  precedence: CompletionItemKind.EnumMember,
  station: CompletionItemKind.Module,
  paragraph: CompletionItemKind.Reference,
};

/** `place` is its place in the list, which is in the order of what is likeliest. */
export function toCompletionItem(
  lines: LineTable,
  { kind, text, detail, filter, replaces }: Completion,
  place: number,
  labelDetails: boolean,
): CompletionItem {
  const item: CompletionItem = {
    label: text,
    kind: COMPLETION_KINDS[kind],
    filterText: filter ?? text,
    sortText: String(place).padStart(4, '0'),
    textEdit: { range: rangeOf(lines, replaces), newText: text },
  };
  if (labelDetails) item.labelDetails = { description: detail };
  else item.detail = detail;
  return item;
}
