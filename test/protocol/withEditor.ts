import { deepEqual } from 'node:assert/strict';
import { withFolder } from '../host/folder';
import { Editor, type Setup } from './editor';

/** Runs `use` with an editor on a new folder that holds `files`; ends the server in any case. */
export async function withEditor(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (editor: Editor, folder: string) => Promise<void>,
  setup: Setup = {},
): Promise<void> {
  await withFolder(files, async folder => {
    const editor = await Editor.start({ folders: [folder], ...setup });
    try {
      await use(editor, folder);
      deepEqual(editor.problems, []);
    } finally {
      editor.kill();
    }
  });
}
