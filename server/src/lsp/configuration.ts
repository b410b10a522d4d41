import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { ClientTraits } from './capabilities';
import type { AskEditor } from './settings';

const SECTION = 'reftel';

/** The editor's settings: asked for where it can be asked, else as it last sent them, else none. */
export interface Configuration {
  readonly ask: AskEditor;
  /** Wants to hear of changes from now on; to be called once the editor is initialized. */
  listen(onChange: () => void): Promise<void>;
}

export function configurationOf(connection: Connection, traits: () => ClientTraits): Configuration {
  let sent: unknown;
  let onChange = () => {};
  connection.onDidChangeConfiguration(({ settings }) => {
    sent = settings?.[SECTION];
    onChange();
  });
  return {
    async ask(folders) {
      if (!traits().configuration) return folders.map(() => sent);
      return await connection.workspace.getConfiguration(
        folders.map(folder =>
          folder === null ? { section: SECTION } : { scopeUri: folder, section: SECTION },
        ),
      );
    },
    async listen(listener) {
      onChange = listener;
      if (!traits().configurationChanges) return;
      await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    },
  };
}
