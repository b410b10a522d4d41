import {
  CompletionRequest,
  type Connection,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type Disposable,
  type DocumentFilter,
  HoverRequest,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { NOTE_TRIGGERS } from '../features/notes/noteCompletion';
import { NOTE_LANGUAGES } from './messages';

/** Where people write texts; other schemes show versions and outputs. */
const SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];

/** The notes of an editor with these workspace folders. */
export function noteSelector(folders: readonly string[]): DocumentFilter[] {
  const schemes = new Set([...SCHEMES, ...folders.map(uri => uri.slice(0, uri.indexOf(':')))]);
  return [...schemes].flatMap(scheme => NOTE_LANGUAGES.map(language => ({ language, scheme })));
}

/**
 * Subscribes to notes and offers what is known of the ids in them, or takes that back: an editor sends no Markdown before there are
 * cables to be named in it. Document links are registered with those of cables.
 */
export function noteRegistration(
  connection: Connection,
): (selector: DocumentFilter[] | null) => Promise<void> {
  let current = '';
  let registered: readonly Promise<Disposable>[] = [];
  return async selector => {
    const asked = JSON.stringify(selector);
    if (asked === current || (current === '' && selector === null)) return;
    current = asked;
    const old = registered;
    registered = [];
    if (selector) {
      const { client } = connection;
      const documentSelector = selector;
      registered = [
        client.register(DidOpenTextDocumentNotification.type, { documentSelector }),
        client.register(DidChangeTextDocumentNotification.type, {
          documentSelector,
          syncKind: TextDocumentSyncKind.Incremental,
        }),
        client.register(DidCloseTextDocumentNotification.type, { documentSelector }),
        client.register(HoverRequest.type, { documentSelector }),
        client.register(DefinitionRequest.type, { documentSelector }),
        client.register(CompletionRequest.type, { documentSelector, triggerCharacters: NOTE_TRIGGERS }),
      ];
    }
    await Promise.all(registered);
    for (const one of old) (await one).dispose();
  };
}
