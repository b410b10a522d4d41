import type { Connection } from 'vscode-languageserver';
import { CodeLensRefreshRequest } from 'vscode-languageserver';
import { throttled } from './announce';
import type { ClientTraits } from './capabilities';

/**
 * Asks the editor to ask again for what depends on other cables, soon after each call: lenses, hints and tokens of the open
 * ones. An editor that cannot do so shows them as they were until the text changes.
 */
export function refreshing(connection: Connection, traits: () => ClientTraits): ReturnType<typeof throttled> {
  const { inlayHint, semanticTokens } = connection.languages;
  return throttled(() => {
    const { refreshes } = traits();
    // An editor may refuse, or end meanwhile; what it shows is then out of date, and nothing else.
    if (refreshes.codeLens) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {});
    if (refreshes.inlayHint) inlayHint.refresh().catch(() => {});
    if (refreshes.semanticTokens) semanticTokens.refresh();
  });
}
