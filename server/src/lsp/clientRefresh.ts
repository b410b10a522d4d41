import {
  CodeLensRefreshRequest,
  type Connection,
  type Disposable,
  type DocumentFilter,
  DocumentLinkRequest,
} from 'vscode-languageserver';
import type { ClientSupport } from './capabilities';
import { LANGUAGE_ID } from './messages';
import { throttled } from './throttle';

/**
 * Asks the editor to refresh what depends on other cables, shortly after each call: lenses, hints and tokens of the open
 * ones. An editor that cannot do so shows them unchanged until the text changes.
 */
export function refreshRequests(
  connection: Connection,
  clientSupport: () => ClientSupport,
): ReturnType<typeof throttled> {
  const { inlayHint, semanticTokens } = connection.languages;
  return throttled(() => {
    const { refreshes } = clientSupport();
    // An editor may refuse or exit; then only what it shows is out of date.
    if (refreshes.codeLens) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {});
    if (refreshes.inlayHint) inlayHint.refresh().catch(() => {});
    if (refreshes.semanticTokens) semanticTokens.refresh();
  });
}

/** Re-registers document links of cables, and of `notes` where these are for us, on each call, so that the editor requests all links again. */
export function linkRefresh(
  connection: Connection,
  notes: () => DocumentFilter[] | null,
): () => Promise<void> {
  let current: Promise<Disposable> | null = null;
  return async () => {
    const old = current;
    current = connection.client.register(DocumentLinkRequest.type, {
      documentSelector: [{ language: LANGUAGE_ID }, ...(notes() ?? [])],
      resolveProvider: true,
    });
    await current;
    (await old)?.dispose();
  };
}
