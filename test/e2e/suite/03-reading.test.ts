import assert from 'node:assert/strict';
import {
  commands,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  MarkdownString,
  type TextDocument,
  type Uri,
} from 'vscode';
import { caretAt, picture, positionOf, showSeed } from '../helper';

const ask = <T>(command: string, uri: Uri, ...more: unknown[]): Thenable<T> =>
  commands.executeCommand<T>(`vscode.execute${command}`, uri, ...more);

function all(symbols: readonly DocumentSymbol[]): DocumentSymbol[] {
  return symbols.flatMap(symbol => [symbol, ...all(symbol.children)]);
}

async function hoverText(document: TextDocument, text: string): Promise<string> {
  const hovers = await ask<Hover[]>('HoverProvider', document.uri, positionOf(document, text));
  const contents = hovers.flatMap(hover => hover.contents);
  return contents.map(part => (part instanceof MarkdownString ? part.value : String(part))).join('\n');
}

describe('the outline', () => {
  it('has the header, the headings and the paragraphs by number, marking and first words', async () => {
    const { uri } = await showSeed(1);
    const symbols = await ask<DocumentSymbol[]>('DocumentSymbolProvider', uri);
    const lines = new Map(all(symbols).map(symbol => [symbol.name, symbol.selectionRange.start.line + 1]));
    const names = [...lines.keys()];
    const lineOf = (pattern: RegExp) => lines.get(names.find(name => pattern.test(name)) ?? '');
    assert.equal(lineOf(/BREAKFAST IN SPAIN/), 36, names.join('\n'));
    assert.equal(lineOf(/^¶1 \(C\)/), 34);
    assert.equal(lineOf(/^¶2 \(C\) In a February 11/), 39);
    assert.equal(lineOf(/^¶4 \(C\) The Ambassador/), 43);
    assert.equal(lineOf(/GRAPPO$/), 45);
  });
});

describe('folding', () => {
  it('has the transmission header and the paragraphs under a heading', async () => {
    const { uri } = await showSeed(1);
    const ranges = await ask<FoldingRange[]>('FoldingRangeProvider', uri);
    const starts = ranges.map(range => range.start + 1);
    assert.ok(starts.includes(3), `no fold at the header: ${starts}`);
    assert.ok(starts.includes(36), `no fold at the heading: ${starts}`);
  });
});

describe('hover on a reference', () => {
  it('tells what the cited cable is', async () => {
    const document = await showSeed(1);
    const text = await hoverText(document, 'MUSCAT 00073');
    assert.match(text, /07MUSCAT73/);
    assert.match(text, /OMAN-ISRAEL RELATIONS/);
    assert.match(text, /SECRET/);
  });

  it('says that a cable is not in the workspace', async () => {
    assert.match(await hoverText(await showSeed(1), 'STATE 16868'), /not in this workspace/);
  });

  it('shows it to the person', async () => {
    const document = await showSeed(1);
    caretAt(positionOf(document, 'MUSCAT 00073'));
    await commands.executeCommand('editor.action.showHover');
    await picture('hover', '.monaco-hover:has-text("OMAN-ISRAEL")');
  });
});

describe('document links', () => {
  it('lead from a reference to the cable that it names', async () => {
    const document = await showSeed(1);
    const links = await ask<DocumentLink[]>('LinkProvider', document.uri, 50);
    const link = links.find(({ range }) => range.contains(positionOf(document, 'MUSCAT 00073')));
    assert.match(link?.target?.path ?? '', /\/000_/, `${links.length} links`);
  });
});
