import { deepEqual, equal, ok } from 'node:assert/strict';
import { Archive } from '../../server/src/archive/archive';
import { factsOf } from '../../server/src/archive/facts';
import { scanText } from '../../server/src/archive/scan';
import { parseDocument } from '../../server/src/cable/document';
import type { Cable } from '../../server/src/cable/model';
import { recordOf } from '../../server/src/cable/record';
import { checks, type Levels, runChecks } from '../../server/src/checks';
import { citationsOf } from '../../server/src/features/bibliography/citations';
import { citedTelegram } from '../../server/src/features/bibliography/telegram';
import { lensPlaceOf } from '../../server/src/features/codeLens';
import { compareCables } from '../../server/src/features/compare/compare';
import { completionsAt } from '../../server/src/features/completion';
import { definitionAt } from '../../server/src/features/definition';
import { highlightsAt } from '../../server/src/features/documentHighlight';
import { linksOf } from '../../server/src/features/documentLinks';
import { foldsOf } from '../../server/src/features/folding';
import { hoverAt } from '../../server/src/features/hover';
import { ALL_HINTS, hintsOf } from '../../server/src/features/inlayHints';
import { normaliseEdits } from '../../server/src/features/normalise';
import { outlineOf } from '../../server/src/features/outline';
import { pageOf } from '../../server/src/features/page/page';
import type { Reading } from '../../server/src/features/reading';
import { referencesAt } from '../../server/src/features/references';
import { selectionsAt } from '../../server/src/features/selectionRanges';
import { tokensOf } from '../../server/src/features/semanticTokens';
import { paragraphAt, sentenceAt } from '../../server/src/features/sentences';
import { toDiagnostic, toDocumentSymbol, toHover } from '../../server/src/lsp/conversion';
import { encodeTokens } from '../../server/src/lsp/tokenEncoding';
import { applyEdits, type TextEdit } from '../../server/src/text/edit';
import type { LineTable } from '../../server/src/text/lineTable';
import { covers, type Span } from '../../server/src/text/span';
import { assertNested, inside } from '../cable/nesting';

const URI = 'file:///fuzzed.txt';
const everyCheck: Levels = Object.fromEntries(checks.map(({ code }) => [code, 'warning']));

/** Fails where a reader says of a text what cannot be, or what an editor does not take. */
export function assertSound(text: string): void {
  const cables = parseDocument(text, URI);
  ok(cables.length > 0, 'a text without a telegram');
  let end = 0;
  for (const cable of cables) {
    equal(cable.telegram.start, end, 'telegrams leave a gap');
    end = cable.telegram.end;
    assertNested(cable);
    assertShapes(cable);
    assertNormalised(cable);
  }
  equal(end, text.length, 'the last telegram ends before the text');
  deepEqual(
    scanText(text, URI).map(({ mrn }) => mrn),
    cables.map(({ mrn }) => mrn),
    'the index has other ids',
  );
  for (const cable of cables) JSON.stringify(recordOf('fuzzed.txt', cable));
}

/** What answers to an editor must be like. */
function assertShapes(cable: Cable): void {
  const { text, lines } = cable;
  const whole: Span = { start: 0, end: text.length };
  const snapshot = Archive.empty.with(URI, [factsOf(cable)]);
  const reading: Reading = { uri: URI, cable, snapshot, cableOf: () => cable };

  const symbols = outlineOf(cable).map(node => toDocumentSymbol(lines, node));
  assertSymbols(symbols, null, lines);

  let line = -1;
  for (const { startLine, endLine } of foldsOf(cable)) {
    ok(
      startLine > line && startLine < endLine && endLine < lines.count,
      `a fold from ${startLine} to ${endLine}`,
    );
    line = startLine;
  }

  const tokens = tokensOf(reading, whole);
  let last = 0;
  for (const { start, end } of tokens) {
    ok(last <= start && start < end, `a token from ${start} to ${end} behind ${last}`);
    last = end;
  }
  ok(
    encodeTokens(lines, tokens).every(number => Number.isInteger(number) && number >= 0),
    'encoded tokens',
  );

  for (const { at } of hintsOf(reading, whole, ALL_HINTS)) ok(at >= 0 && at <= text.length, 'a hint');
  for (const link of linksOf(reading)) inside(whole, link, 'a link');
  for (const diagnostic of runChecks(cable, everyCheck)) {
    inside(whole, diagnostic, diagnostic.code);
    for (const { span } of diagnostic.related ?? []) inside(whole, span, `${diagnostic.code}, related`);
    assertApart(diagnostic.fix?.().edits ?? [], whole, `${diagnostic.code}, fix`);
    const { range } = toDiagnostic(URI, lines, diagnostic, null);
    assertRange(range, lines, diagnostic.code);
  }
  for (const part of [0.01, 0.3, 0.6, 0.95]) {
    const offset = Math.floor(part * text.length);
    const hover = hoverAt(reading, offset);
    if (hover) assertRange(toHover(lines, hover, true).range, lines, 'a hover');
    for (const highlight of highlightsAt(cable, offset)) inside(whole, highlight, 'a highlight');
    let outer: Span = whole;
    for (const span of [...selectionsAt(cable, offset)].reverse()) {
      inside(outer, span, 'a selection');
      outer = span;
    }
  }
  assertAtCaret(reading, Math.floor(0.5 * text.length));
  assertAtCaret(reading, Math.floor(0.8 * text.length));
  assertComparable(cable);
  const lens = lensPlaceOf(cable);
  if (lens) inside(whole, lens, 'a lens');
  for (const { parts } of pageOf(reading).blocks)
    for (const part of parts)
      for (const { line } of part) ok(line >= 0 && line < lines.count, 'a line of the page');
}

/** What editors ask for where the caret stands. */
function assertAtCaret(reading: Reading, offset: number): void {
  const { cable, uri } = reading;
  const { text, lines } = cable;
  const whole: Span = { start: 0, end: text.length };
  const definition = definitionAt(reading, offset);
  if (definition) inside(whole, definition.origin, 'the origin of a definition');
  for (const { uri: file, range } of [
    ...(definition?.places ?? []),
    ...referencesAt(reading, offset, true).items,
  ]) {
    equal(file, uri, 'a place in another file');
    assertRange(range, lines, 'a place');
  }
  for (const { replaces, text: written } of completionsAt(reading, offset, null).items) {
    inside(whole, replaces, 'a completion');
    ok(replaces.start <= offset && offset <= replaces.end, `${written} does not touch the caret`);
    equal(
      lines.lineAt(replaces.start),
      lines.lineAt(replaces.end),
      `${written} takes the place of two lines`,
    );
  }
  const sentence = sentenceAt(cable, offset);
  const paragraph = paragraphAt(cable, offset);
  if (sentence) inside(paragraph ?? whole, sentence, 'a sentence');
  for (const [style, note] of Object.entries(citationsOf(citedTelegram(cable, paragraph))))
    ok(note.trim() !== '', `no words in the style ${style}`);
}

/** A copy does not differ from itself. */
function assertComparable(cable: Cable): void {
  deepEqual(compareCables(cable, cable).differences, [], 'it differs from itself');
}

type Symbols = readonly ReturnType<typeof toDocumentSymbol>[];

function assertSymbols(symbols: Symbols, parent: Span | null, lines: LineTable): void {
  for (const { name, range, selectionRange, children = [] } of symbols) {
    ok(name.trim() !== '', 'a symbol without a name');
    const span = assertRange(range, lines, name);
    ok(covers(span, assertRange(selectionRange, lines, name)), `the selection of ${name} is outside of it`);
    ok(parent === null || covers(parent, span), `${name} is outside of its parent`);
    assertSymbols(children, span, lines);
  }
}

type Place = { readonly line: number; readonly character: number };

/** Fails where a range does not lie in the text; gives its span. */
function assertRange(
  range: { readonly start: Place; readonly end: Place } | undefined,
  lines: LineTable,
  what: string,
): Span {
  ok(range, what);
  for (const { line, character } of [range.start, range.end])
    ok(line >= 0 && line < lines.count && character >= 0, `${what}: ${line}:${character}`);
  const span = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
  ok(span.start <= span.end, `${what} ends before it starts`);
  return span;
}

function assertApart(edits: readonly TextEdit[], whole: Span, what: string): void {
  let end = 0;
  for (const { span } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    inside(whole, span, what);
    ok(span.start >= end, `${what}: edits overlap`);
    end = span.end;
  }
}

/** Normalising once is enough, and what it does is one change. */
function assertNormalised(cable: Cable): void {
  const edits = normaliseEdits(cable);
  assertApart(edits, { start: 0, end: cable.text.length }, 'normalising');
  if (edits.length === 0) return;
  const text = applyEdits(cable.text, edits);
  const again = parseDocument(text)[cable.telegram.n - 1];
  if (again) deepEqual(normaliseEdits(again), [], 'normalising again changes more');
}
