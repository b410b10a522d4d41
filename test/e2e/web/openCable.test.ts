import { commands, type DocumentSymbol } from 'vscode';
import { diagnosticsOf, reftel, same, showSeed } from './helper';

describe('an open cable in a browser', () => {
  before(() => reftel().activate());

  it('is recognised and checked', async () => {
    const document = await showSeed(1);
    same(document.languageId, 'cable');
    same(diagnosticsOf(document), ['10 routing-indicator-other-station', '21 transcription-artefacts']);
  });

  it('has an outline', async () => {
    const document = await showSeed(1);
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    same(symbols.length > 2, true);
  });
});
