import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { ClientTraits } from './capabilities';
import type { AskEditor } from './settings';

const SECTION = 'reftel';

/** VS Code's setting of what is hidden in a folder, and left out of an archive too. */
const HIDDEN = 'files.exclude';

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
      if (!traits().configuration) return folders.map(() => ({ own: sent, hidden: null }));
      const sections = [SECTION, HIDDEN];
      const answers: readonly unknown[] = await connection.workspace.getConfiguration(
        folders.flatMap(folder =>
          sections.map(section => (folder === null ? { section } : { scopeUri: folder, section })),
        ),
      );
      return folders.map((_, i) => ({ own: answers[2 * i], hidden: answers[2 * i + 1] }));
    },
    async listen(listener) {
      onChange = listener;
      if (!traits().configurationChanges) return;
      await connection.client.register(DidChangeConfigurationNotification.type, {
        section: [SECTION, HIDDEN],
      });
    },
  };
}
