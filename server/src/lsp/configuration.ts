import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import { MOST_EXCLUDED } from '../checks/settings/settingsFile';
import type { ClientSupport } from './capabilities';
import { stringsIn } from './untrusted';

const SECTION = 'reftel';

/** VS Code's setting of what is hidden in a folder, and left out of an archive too. */
const HIDDEN = 'files.exclude';

/** Asks the editor for its settings as they stand for each of these folders; null stands for documents of no folder. */
export type AskEditor = (folders: readonly (string | null)[]) => Promise<readonly EditorAnswer[]>;

/** The editor's answer, which may be anything. */
export interface EditorAnswer {
  /** Its settings `reftel.*`. */
  readonly own: unknown;
  /** Its setting `files.exclude`. */
  readonly hidden: unknown;
}

/** The editor's settings: asked for where it can be asked, otherwise as it last sent them, otherwise none. */
export interface Configuration {
  readonly ask: AskEditor;
  /** Subscribes to changes from now on; to be called once the editor is initialized. */
  listen(onChange: () => void): Promise<void>;
}

export function configurationOf(connection: Connection, clientSupport: () => ClientSupport): Configuration {
  let sent: unknown;
  let onChange = () => {};
  connection.onDidChangeConfiguration(params => {
    sent = params?.settings?.[SECTION];
    onChange();
  });
  return {
    async ask(folders) {
      if (!clientSupport().configuration) return folders.map(() => ({ own: sent, hidden: null }));
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
      if (!clientSupport().configurationChanges) return;
      await connection.client.register(DidChangeConfigurationNotification.type, {
        section: [SECTION, HIDDEN],
      });
    },
  };
}

/**
 * The globs of what an archive leaves out, from the values of the settings `reftel.archive.exclude`, a list of globs, and VS
 * Code's `files.exclude`, which says for each glob whether it counts. A condition on other files (`when`) is no exclusion.
 */
export function excludedGlobs(archive: unknown, files: unknown): readonly string[] {
  const own = stringsIn(archive);
  const hidden = typeof files === 'object' && files !== null ? Object.entries(files) : [];
  return [...own, ...hidden.flatMap(([glob, counts]) => (counts === true ? [glob] : []))].slice(
    0,
    MOST_EXCLUDED,
  );
}
