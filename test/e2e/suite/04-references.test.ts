import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { commands, type Location, Position, type SymbolInformation, window } from 'vscode';
import { caretAt, definitionsAt, eventually, picture, positionOf, showSeed } from '../helper';

/** The class line of 07MUSCAT73, from 0. */
const CLASS_LINE = 22;

describe('go to definition', () => {
  for (const [what, text, occurrence] of [
    ['an entry of the REF line', 'MUSCAT 00073', 1],
    ['a lettered reference in the text', 'ref B', 1],
  ] as const) {
    it(`goes from ${what} to the cited cable`, async () => {
      const document = await showSeed(1);
      const targets = await definitionsAt(document, positionOf(document, text, occurrence));
      assert.deepEqual(
        targets.map(({ path, position }) => [basename(path).slice(0, 4), position]),
        [['000_', new Position(CLASS_LINE, 0)]],
      );
    });
  }

  it('opens the cited cable with F12', async () => {
    const document = await showSeed(1);
    caretAt(positionOf(document, 'MUSCAT 00073'));
    await commands.executeCommand('editor.action.revealDefinition');
    const editor = await eventually(
      () => window.activeTextEditor,
      active => active !== undefined && basename(active.document.fileName).startsWith('000_'),
    );
    assert.equal(editor?.selection.active.line, CLASS_LINE);
  });

  it('goes to the REF line where the cited cable is not in the workspace', async () => {
    const document = await showSeed(1);
    const targets = await definitionsAt(document, positionOf(document, 'ref A'));
    assert.deepEqual(
      targets.map(({ path, position }) => [basename(path).slice(0, 4), position.line]),
      [['001_', 25]],
    );
  });
});

describe('find references', () => {
  it('lists who cites the open cable, and not the cable itself', async () => {
    const document = await showSeed(0);
    // The folder may still be being read.
    const locations = await eventually(
      () =>
        commands.executeCommand<Location[]>(
          'vscode.executeReferenceProvider',
          document.uri,
          new Position(CLASS_LINE, 3),
        ),
      found => found.length > 0,
    );
    const places = locations.map(
      ({ uri, range }) => `${basename(uri.path).slice(0, 3)}:${range.start.line + 1}`,
    );
    assert.deepEqual(places.sort(), ['001:28', '001:39']);
  });

  it('shows them to the person', async () => {
    await showSeed(0);
    caretAt(new Position(CLASS_LINE, 3));
    await commands.executeCommand('editor.action.goToReferences');
    await picture('references', '.reference-zone-widget .referenceMatch');
    await commands.executeCommand('closeReferenceSearch');
  });
});

describe('workspace symbols', () => {
  for (const query of ['07MUSCAT919', 'C-NE6-02218']) {
    it(`finds a cable by ${query}`, async () => {
      await showSeed(1);
      const symbols = await commands.executeCommand<SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        query,
      );
      assert.equal(symbols.length, 1, symbols.map(({ name }) => name).join());
    });
  }
});
