import { type Disposable, workspace } from 'vscode';

/** The setting that offers the cables of the open folders to the chat. */
const SETTING = 'reftel.chat.tools';

/** Whether the user has switched it on. */
export function isOffered(): boolean {
  return workspace.getConfiguration().get(SETTING, false);
}

/** Calls `listener` when it is switched on or off. */
export function onOffer(listener: () => void): Disposable {
  return workspace.onDidChangeConfiguration(change => change.affectsConfiguration(SETTING) && listener());
}
