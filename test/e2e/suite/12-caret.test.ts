import assert from 'node:assert/strict';
import {
  type CodeLens,
  type CompletionList,
  ConfigurationTarget,
  commands,
  type Hover,
  type InlayHint,
  MarkdownString,
  Position,
  Range,
  type SemanticTokens,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import {
  caretAt,
  closeAll,
  eventually,
  fileUri,
  picture,
  positionOf,
  SCRATCH,
  show,
  showSeed,
  viewOpens,
  writeFile,
} from '../helper';

const lensTitle = async ({ uri }: TextDocument) => {
  const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
  return lenses[0]?.command?.title;
};
const hoverText = async ({ uri }: TextDocument, position: Position) => {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers
    .flatMap(({ contents }) => contents)
    .map(content => (content instanceof MarkdownString ? content.value : String(content)))
    .join('\n');
};
const hints = async ({ uri }: TextDocument) => {
  const whole = new Range(0, 0, 1000, 0);
  const found = await commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', uri, whole);
  return found.map(({ label, position }) => `${position.line + 1} ${label}`);
};

describe('at the caret', () => {
  after(async () => {
    await closeAll();
    await workspace.fs.delete(fileUri(SCRATCH), { recursive: true });
  });

  it('counts citations above the subject and shows who cites on a click', async () => {
    const document = await showSeed(0);
    await eventually(
      () => lensTitle(document),
      title => title === 'cited by 1',
    );
    caretAt(new Position(32, 0));
    await picture('caret-lens', '.codelens-decoration a');
    const [lens] = await commands.executeCommand<CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      10,
    );
    assert.equal(lens?.command?.command, 'reftel.showCitedBy');
    await commands.executeCommand('reftel.showCitedBy', ...(lens?.command?.arguments ?? []));
    await picture('caret-cited-by', '.reference-zone-widget .referenceMatch');
    await commands.executeCommand('closeReferenceSearch');
  });

  it('explains a code', async () => {
    const document = await showSeed(0);
    assert.match(
      await hoverText(document, positionOf(document, '241550Z JAN')),
      /At MUSCAT Wednesday, 19:50/,
    );
    caretAt(positionOf(document, '241550Z JAN'));
    await commands.executeCommand('editor.action.showHover');
    await picture('caret-hover', '.monaco-hover:not(.hidden) :text("MUSCAT")');
  });

  it('shows numbers, years and subjects within the text, as the settings say', async () => {
    const document = await showSeed(1);
    await eventually(
      () => hints(document),
      found => found.includes('28 C-NE6-02218: OMAN-ISRAEL RELATIONS'),
    );
    assert.ok((await hints(document)).includes('28 2007'));
    await picture('caret-hints', '.view-line:has-text("OMAN-ISRAEL")');
    const settings = workspace.getConfiguration('reftel.inlayHints', document.uri);
    try {
      await settings.update('subjects', false, ConfigurationTarget.Global);
      await eventually(
        () => hints(document),
        found => !found.some(hint => hint.includes('OMAN-ISRAEL')) && found.includes('28 2007'),
      );
    } finally {
      await settings.update('subjects', undefined, ConfigurationTarget.Global);
    }
  });

  it('colours what a grammar cannot know', async () => {
    const document = await showSeed(0);
    const tokens = await commands.executeCommand<SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    assert.ok(tokens.data.length >= 5 * 10);
  });

  it('offers what may be written, and nothing while a person types', async () => {
    const document = await show(
      writeFile(
        'caret.cable',
        'R 010900Z MAR 07\nFM AMEMBASSY MUSCAT\nUNCLAS MUSCAT 000400\nTAGS: ECON \nSUBJECT: A QUIET DAY\nREF: A. MUSCAT 73\n\n1. See ref .\n',
      ),
    );
    const offered = async (position: Position) => {
      const { items } = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position,
      );
      return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    await eventually(
      () => offered(new Position(7, 11)),
      labels => labels.join() === 'A',
    );
    assert.ok((await offered(new Position(3, 11))).includes('AMED'));
    caretAt(new Position(3, 11));
    await commands.executeCommand('editor.action.triggerSuggest');
    await picture('caret-completion', '.suggest-widget.visible .monaco-list-row.focused');
    await commands.executeCommand('hideSuggestWidget');
    const quick = workspace.getConfiguration('editor', document).get('quickSuggestions');
    assert.deepEqual(quick, { other: 'off', comments: 'off', strings: 'off' });
  });

  it('explains the whole header on a page', async () => {
    await showSeed(1);
    await commands.executeCommand('reftel.explainHeader');
    await viewOpens('Header of 07MUSCAT154');
    await picture('explain-header', 'iframe.webview.ready');
    await closeAll();
  });

  it('grows the selection by word, sentence and paragraph', async () => {
    const document = await showSeed(0);
    const editor = window.activeTextEditor;
    assert.ok(editor);
    caretAt(positionOf(document, 'briefly met with'));
    const selections: string[] = [];
    for (let i = 0; i < 3; i++) {
      await commands.executeCommand('editor.action.smartSelect.expand');
      selections.push(document.getText(editor.selection));
    }
    assert.equal(selections[0], 'briefly');
    assert.match(selections[1] ?? '', /^Minister bin Alawi, for example.*\(ref B\)\.$/);
    assert.match(selections[2] ?? '', /^Although the Omani government/);
  });
});
