import { pageHtml } from '../../client/src/reading/html';
import { edgesOf } from '../../client/src/timeline/edges';
import { layOut } from '../../client/src/timeline/layout';
import { drawTimeline } from '../../client/src/timeline/svg';
import { Archive } from '../../server/src/archive/archive';
import { factsOf } from '../../server/src/archive/facts';
import { NoteIndex } from '../../server/src/archive/noteIndex';
import { type CableQuery, readQuery } from '../../server/src/archive/query/query';
import { fitText, soughtOf } from '../../server/src/archive/query/textSearch';
import { scanText } from '../../server/src/archive/scan';
import { parseDocument } from '../../server/src/cable/document';
import { noteCitations } from '../../server/src/cable/noteCitations';
import { looksLikeCable } from '../../server/src/cable/recognise';
import { recordOf } from '../../server/src/cable/record';
import { checks, type Levels, runChecks } from '../../server/src/checks';
import { NO_CONTEXT } from '../../server/src/checks/context';
import { withoutRepaired } from '../../server/src/checks/repairedFields';
import { toFileDiagnostic } from '../../server/src/cli/fileDiagnostic';
import { absentCableOf, absentInShort } from '../../server/src/features/absentCable';
import { restoringApostrophes } from '../../server/src/features/apostrophes';
import { citationsOf } from '../../server/src/features/bibliography/citations';
import { citedTelegram } from '../../server/src/features/bibliography/telegram';
import { cableStateOf } from '../../server/src/features/cableState';
import { chainItemsAt, citedSteps, citingSteps } from '../../server/src/features/callHierarchy';
import { citedByList, citesList } from '../../server/src/features/citationList';
import { LENSES, lensPlaceOf, lensTextOf } from '../../server/src/features/codeLens';
import { compareCables } from '../../server/src/features/compare/compare';
import { plainText } from '../../server/src/features/compare/plain';
import { completionsAt } from '../../server/src/features/completion';
import { definitionAt } from '../../server/src/features/definition';
import { highlightsAt } from '../../server/src/features/documentHighlight';
import { linksOf } from '../../server/src/features/documentLinks';
import { explainHeader } from '../../server/src/features/explainHeader';
import { bibtexFormat, cslJsonFormat } from '../../server/src/features/export/bibliography';
import { csvFormat } from '../../server/src/features/export/csv';
import { graphmlFormat } from '../../server/src/features/export/graphml';
import { FileRenames } from '../../server/src/features/fileRenames';
import { fixAll, fixesAt } from '../../server/src/features/fixAll';
import { foldsOf } from '../../server/src/features/folding';
import { hoverAt } from '../../server/src/features/hover';
import { ALL_HINTS, hintsOf } from '../../server/src/features/inlayHints';
import { meaningAt } from '../../server/src/features/meanings';
import { normaliseEdits } from '../../server/src/features/normalise';
import type { Note } from '../../server/src/features/notes/note';
import { noteCompletionsAt } from '../../server/src/features/notes/noteCompletion';
import { noteDefinitionAt } from '../../server/src/features/notes/noteDefinition';
import { noteHoverAt } from '../../server/src/features/notes/noteHover';
import { noteLinksOf } from '../../server/src/features/notes/noteLinks';
import { outlineOf } from '../../server/src/features/outline';
import { pageOf } from '../../server/src/features/page/page';
import { paragraphList } from '../../server/src/features/paragraphList';
import { quotationOf } from '../../server/src/features/quotation';
import { readableEdits } from '../../server/src/features/readable';
import type { Reading } from '../../server/src/features/reading';
import { referencesAt } from '../../server/src/features/references';
import { hitList } from '../../server/src/features/searchHits';
import { selectionsAt } from '../../server/src/features/selectionRanges';
import { tokensOf } from '../../server/src/features/semanticTokens';
import { paragraphAt, sentenceAt } from '../../server/src/features/sentences';
import { timelineOf, unfoldTimeline } from '../../server/src/features/timeline';
import { callTool } from '../../server/src/features/toolSet';
import {
  citedCables,
  citingCables,
  findCables,
  readCable,
  type ToolArchive,
} from '../../server/src/features/tools';
import { symbolsFor } from '../../server/src/features/workspaceSymbols';
import { readFrus } from '../../server/src/import/frusReader';
import { kindOf } from '../../server/src/import/kindOf';
import type { Reader } from '../../server/src/import/model';
import { readPlusdPage, readWikileaksPage, telegramsOfPage } from '../../server/src/import/pageReader';
import type { TextRun } from '../../server/src/import/pdfLayout';
import { telegramsOfPages } from '../../server/src/import/pdfReader';
import { readPlusdText } from '../../server/src/import/plusdReader';
import { makeReadable } from '../../server/src/import/readable';
import { readAad, readCablegate } from '../../server/src/import/tables';
import { readTextSource } from '../../server/src/import/textReader';
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
  /** What takes turns with reading, as imports do, gives a promise. */
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

/** The text as a note, among cables of which it is one. */
function noteOf({ cable, snapshot, cableOf }: Reading, text: string): Note {
  return {
    uri: 'file:///note.md',
    text,
    lines: cable.lines,
    citations: noteCitations(text),
    snapshot,
    cableOf,
  };
}

/** An archive as tools see it. */
function toolsOver({ snapshot, cableOf }: Reading): ToolArchive {
  const select = async (query: CableQuery) =>
    snapshot.select(query).inOrder({ by: 'id', descending: false }, () => 0);
  return { snapshot, select, cableOf };
}

function queryOf(text: string): CableQuery {
  const { query } = readQuery(text);
  if (!query) throw new Error(`no query: ${text}`);
  return query;
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
  whole('comparison in print', ({ cable }) => plainText(cable)),
  whole('words of a search', ({ cable }, text) => {
    const { words } = queryOf('talks "end summary" a,the -nothing');
    return [fitText(soughtOf(words), 0, 1, { text, isAscii: false }), hitList(URI, cable, words)];
  }),
  whole('reading a query', (_, text) => readQuery(text)),
  whole('finding for an assistant', reading => findCables(toolsOver(reading), queryOf('post:muscat'), 20)),
  whole('answers to an assistant', reading => {
    const archive = toolsOver(reading);
    const id = reading.cable.mrn ?? '07MUSCAT73';
    return [
      readCable(archive, id, 0, 500),
      citingCables(archive, '05LISBON1234', 100),
      citedCables(archive, id, 100),
      callTool(async () => archive, 'missing_cables', { limit: 50 }),
    ];
  }),
  whole('a cable that is not here', reading => [
    absentCableOf(reading, '05LISBON1234'),
    absentInShort(reading.snapshot, '05LISBON1234', URI),
  ]),
  whole('timeline by groups', ({ snapshot, cable }) => {
    const id = cable.mrn ?? '07MUSCAT73';
    const timeline = timelineOf(snapshot, id, 3, 0);
    const unfolded = unfoldTimeline(snapshot, id, 3, { post: 'LISBON', from: 1970, to: 2010 });
    return [layOut(timeline, 900), unfolded];
  }),
  whole('ids in a note', (reading, text) => {
    const note = noteOf(reading, text);
    return [noteLinksOf(note), CARETS.map(part => noteHoverAt(note, Math.floor(part * text.length)))];
  }),
  whole('the list of notes', (_, text) => {
    const index = new NoteIndex();
    index.put(URI, text);
    return [index.countOf('05LISBON1234'), index.placesOf('05LISBON1234', 100)];
  }),
  atCaret('completion in a note', (reading, offset) =>
    noteCompletionsAt(noteOf(reading, reading.cable.text), offset),
  ),
  atCaret('definition in a note', (reading, offset) =>
    noteDefinitionAt(noteOf(reading, reading.cable.text), offset),
  ),
  whole('quotation', ({ cable }, text) =>
    quotationOf(cable, { start: 0, end: text.length }, paragraph => citedTelegram(cable, paragraph)),
  ),
  whole('names of files', ({ cable }) => {
    const names = new FileRenames(() => false);
    names.add('file:///', URI, 'growing.txt', [cable]);
    return names;
  }),
  whole('exports for libraries', async ({ cable }) => {
    const record = recordOf('growing.txt', cable);
    return [await cslJsonFormat().cable(record, cable), await bibtexFormat().cable(record, cable)];
  }),
  atCaret('meaning', ({ cable }, offset) => meaningAt(cable, offset)),
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
  whole('making readable with its marks', (_, text) => readableEdits(text, makeReadable, true)),
  whole('making readable', (_, text) => [makeReadable(text), makeReadable(`<p>${text}`)]),
  whole('page of a site', (_, text) => [...telegramsOfPage(`<html><pre>${text}</pre></html>`)]),
  whole('page saved as text', (_, text) => [...readPlusdText(text)]),
  reader('text of telegrams', readTextSource, ''),
  reader(
    'rows of commas',
    readCablegate,
    '"1","1/24/2007 15:50","07MUSCAT73","Embassy Muscat","SECRET","","DE","',
  ),
  reader(
    'rows of SQL',
    readCablegate,
    "INSERT INTO cable VALUES (1,'2007-01-24','07MUSCAT73','Embassy','','','','",
  ),
  reader('page of a site in pieces', readWikileaksPage, '<html><table class="cable"></table><pre>'),
  reader('page of PlusD', readPlusdPage, '<html><div class="plusd"><pre>'),
  reader('table of the National Archives', readAad, 'Doc_Nbr\tSubject\tTEXT\n1973MUSCAT00073\tx\t'),
  reader(
    'XML of the National Archives',
    readAad,
    '<?xml version="1.0"?><rows><row><DOC_NBR>1</DOC_NBR><TEXT>',
  ),
  reader('volume of papers', readFrus, '<?xml version="1.0"?><TEI><text><div type="document"><p>'),
  whole('pages of a PDF', (_, text) =>
    drained(telegramsOfPages({ count: 1, runs: async () => runsOf(text), hasPicture: async () => false })),
  ),
];

/** Reads a source that begins with `head`, piece by piece as from the disk. */
function reader(name: string, read: Reader, head: string): Probe {
  return whole(name, (_, text) => drained(read(piecesOf(head + text))));
}

async function drained(items: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _ of items) count++;
  return count;
}

async function* piecesOf(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

/** How much of a source is read at a time, in characters. */
const PIECE = 1 << 13;

/** The lines of a text as they stand on a long page. */
function runsOf(text: string): readonly TextRun[] {
  return text.split(/[\r\n]+/).map((line, i) => ({
    text: line,
    x: 72,
    y: 12 * i,
    width: 6 * line.length,
    height: 10,
    font: 'Courier',
  }));
}

/** What reads a text again and again. */
export const fixProbes: readonly Probe[] = [
  whole('quick fixes', (_, text) => fixesAt(text, { start: 0, end: text.length }, diagnose)),
  whole('all fixes', (_, text) => fixAll(text, diagnose)),
];
