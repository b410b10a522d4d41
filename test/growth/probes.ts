import { pageHtml } from '../../client/src/reading/html';
import { edgesOf } from '../../client/src/timeline/edges';
import { layOut } from '../../client/src/timeline/layout';
import { drawTimeline } from '../../client/src/timeline/svg';
import { Archive } from '../../server/src/archive/archive';
import { factsOf } from '../../server/src/archive/facts';
import { scanText } from '../../server/src/archive/scan';
import { parseDocument } from '../../server/src/cable/document';
import { looksLikeCable } from '../../server/src/cable/recognise';
import { recordOf } from '../../server/src/cable/record';
import { checks, type Levels, runChecks } from '../../server/src/checks';
import { NO_CONTEXT } from '../../server/src/checks/context';
import { withoutRepaired } from '../../server/src/checks/repairedFields';
import { toFileDiagnostic } from '../../server/src/cli/fileDiagnostic';
import { restoringApostrophes } from '../../server/src/features/apostrophes';
import { citationsOf } from '../../server/src/features/bibliography/citations';
import { citedTelegram } from '../../server/src/features/bibliography/telegram';
import { cableStateOf } from '../../server/src/features/cableState';
import { chainItemsAt, citedSteps, citingSteps } from '../../server/src/features/callHierarchy';
import { citedByList, citesList } from '../../server/src/features/citationList';
import { LENSES, lensPlaceOf, lensTextOf } from '../../server/src/features/codeLens';
import { compareCables } from '../../server/src/features/compare/compare';
import { completionsAt } from '../../server/src/features/completion';
import { definitionAt } from '../../server/src/features/definition';
import { highlightsAt } from '../../server/src/features/documentHighlight';
import { linksOf } from '../../server/src/features/documentLinks';
import { explainHeader } from '../../server/src/features/explainHeader';
import { csvFormat } from '../../server/src/features/export/csv';
import { graphmlFormat } from '../../server/src/features/export/graphml';
import { fixAll, fixableAt } from '../../server/src/features/fixAll';
import { foldsOf } from '../../server/src/features/folding';
import { hoverAt } from '../../server/src/features/hover';
import { ALL_HINTS, hintsOf } from '../../server/src/features/inlayHints';
import { normaliseEdits } from '../../server/src/features/normalise';
import { outlineOf } from '../../server/src/features/outline';
import { pageOf } from '../../server/src/features/page/page';
import { paragraphList } from '../../server/src/features/paragraphList';
import type { Reading } from '../../server/src/features/reading';
import { referencesAt } from '../../server/src/features/references';
import { selectionsAt } from '../../server/src/features/selectionRanges';
import { tokensOf } from '../../server/src/features/semanticTokens';
import { paragraphAt, sentenceAt } from '../../server/src/features/sentences';
import { timelineOf } from '../../server/src/features/timeline';
import { symbolsFor } from '../../server/src/features/workspaceSymbols';
import { kindOf } from '../../server/src/import/kindOf';
import { telegramsOfPage } from '../../server/src/import/pageReader';
import { readPlusdText } from '../../server/src/import/plusdReader';
import { makeReadable } from '../../server/src/import/readable';
import { pageWords } from '../client/reading/words';
import { timelineWords } from '../client/timeline/words';

/** A text with all that was made of it so far, which later probes use. */
export interface Subject {
  readonly text: string;
  readonly reading: Reading;
}

/** Something that is done with a text, by a name to report. */
export interface Probe {
  readonly name: string;
  run(subject: Subject): unknown;
}

const URI = 'file:///growing.txt';

/** Reads a text and puts it into an archive. */
export function subjectOf(text: string): Subject {
  const [cable] = parseDocument(text, URI);
  if (!cable) throw new Error('a text without a telegram');
  const snapshot = Archive.empty.with(URI, [factsOf(cable)]);
  return { text, reading: { uri: URI, cable, snapshot, cableOf: () => cable } };
}

/** Places for a caret: near both ends, and between. */
const CARETS = [0.02, 0.5, 0.97];

function atCaret(name: string, run: (reading: Reading, offset: number) => unknown): Probe {
  return {
    name,
    run: ({ text, reading }) => CARETS.map(part => run(reading, Math.floor(text.length * part))),
  };
}

function whole(name: string, run: (reading: Reading, text: string) => unknown): Probe {
  return { name, run: ({ text, reading }) => run(reading, text) };
}

/** Every check, those that are off by default too. */
const everyCheck: Levels = Object.fromEntries(checks.map(({ code }) => [code, 'warning']));
const diagnose = (text: string) => parseDocument(text, URI).flatMap(cable => runChecks(cable, everyCheck));

/** What all readers of a text do first. */
export const readingProbes: readonly Probe[] = [
  whole('recognising', (_, text) => looksLikeCable(text)),
  whole('parsing', (_, text) => parseDocument(text, URI)),
  whole('scanning for the index', (_, text) => scanText(text, URI)),
];

/** Each check for itself. */
export const checkProbes: readonly Probe[] = [
  whole('repaired fields', ({ cable }) => withoutRepaired(cable)),
  ...checks.map(check => whole(`check ${check.code}`, ({ cable }) => check.run(cable, NO_CONTEXT))),
];

/** Every feature that reads a cable. */
export const featureProbes: readonly Probe[] = [
  whole('facts and archive', ({ cable }) => Archive.empty.with(URI, [factsOf(cable)]).totals()),
  whole('outline', ({ cable }) => outlineOf(cable)),
  whole('the explained header', explainHeader),
  whole('folding', ({ cable }) => foldsOf(cable)),
  whole('links', linksOf),
  whole('tokens', (reading, text) => tokensOf(reading, { start: 0, end: text.length })),
  whole('hints', (reading, text) => hintsOf(reading, { start: 0, end: text.length }, ALL_HINTS)),
  whole('lens', reading => [lensPlaceOf(reading.cable), LENSES.map(kind => lensTextOf(reading, kind))]),
  whole('state', cableStateOf),
  whole('what it cites', citesList),
  whole('cited by', reading => citedByList(reading, reading.cable.mrn ?? '05LISBON1234')),
  whole('steps', ({ snapshot, cable }) => [
    citingSteps(snapshot, '05LISBON1'),
    citedSteps(snapshot, cable.mrn ?? '', URI),
  ]),
  whole('symbols', ({ snapshot }) => symbolsFor(snapshot, 'talks')),
  whole('missing cables', ({ snapshot }) => snapshot.missing(5000)),
  whole('timeline', ({ snapshot, cable }) => {
    const timeline = timelineOf(snapshot, cable.mrn ?? '', 3);
    const layout = layOut(timeline, 900);
    return drawTimeline(layout, edgesOf(timeline, layout, cable.mrn), timelineWords, cable.mrn);
  }),
  whole('reading page', reading => pageHtml(pageOf(reading), pageWords)),
  whole('paragraph list', ({ cable }) => paragraphList(cable)),
  whole('normalising', ({ cable }) => normaliseEdits(cable)),
  whole('normalising a part', ({ cable }, text) =>
    normaliseEdits(cable, { start: text.length >> 2, end: text.length >> 1 }),
  ),
  whole('apostrophes', ({ cable }) => restoringApostrophes(cable)),
  whole('record and exports', ({ cable }) => {
    const record = recordOf('growing.txt', cable);
    const graph = graphmlFormat();
    return [csvFormat().cable(record), graph.cable(record), ...graph.end(), JSON.stringify(record)];
  }),
  whole('diagnostics in print', ({ cable }) =>
    runChecks(cable, everyCheck).map(one => toFileDiagnostic('growing.txt', cable.lines, one)),
  ),
  whole('comparison', ({ cable }, text) => {
    const [other] = parseDocument(text.replaceAll('e', 'a'), URI);
    return other && compareCables(cable, other);
  }),
  atCaret('hover', hoverAt),
  atCaret('definition', definitionAt),
  atCaret('references', (reading, offset) => referencesAt(reading, offset, true)),
  atCaret('highlights', ({ cable }, offset) => highlightsAt(cable, offset)),
  atCaret('selections', ({ cable }, offset) => selectionsAt(cable, offset)),
  atCaret('completion', (reading, offset) => completionsAt(reading, offset, null)),
  atCaret('chain', chainItemsAt),
  atCaret('sentence', ({ cable }, offset) => sentenceAt(cable, offset)),
  atCaret('notes', ({ cable }, offset) => {
    const telegram = citedTelegram(cable, paragraphAt(cable, offset));
    return citationsOf(telegram);
  }),
];

/** What brings a text in. A piece of it may be what a page, a table or a telegram begins with. */
export const importProbes: readonly Probe[] = [
  whole('kind of source', (_, text) => [kindOf(text), kindOf(`<html>${text}`), kindOf(`"1","${text}`)]),
  whole('making readable', (_, text) => [makeReadable(text), makeReadable(`<p>${text}`)]),
  whole('page of a site', (_, text) => [...telegramsOfPage(`<html><pre>${text}</pre></html>`)]),
  whole('page saved as text', (_, text) => [...readPlusdText(text)]),
];

/** What reads a text again and again. */
export const fixProbes: readonly Probe[] = [
  whole('quick fixes', (_, text) => fixableAt(text, { start: 0, end: text.length }, diagnose)),
  whole('all fixes', (_, text) => fixAll(text, diagnose)),
];
