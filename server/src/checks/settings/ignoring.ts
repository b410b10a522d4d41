import { findNodeAtLocation, modify, type Node, parseTree } from 'jsonc-parser';
import { applyEdits, type TextEdit } from '../../text/edit';
import { globOf } from '../../text/glob';
import type { Ignored } from './settings';
import { readSettings } from './settingsFile';

/** A change of a `reftel.json` after which a code is ignored in a file. */
export interface Ignoring {
  readonly edits: readonly TextEdit[];
  /** The text after the change. */
  readonly text: string;
  /** Where in it the reason is to be written: between the quotation marks. */
  readonly reasonAt: number;
}

/**
 * Adds to the text of a `reftel.json`, empty if there is none, that the check `code` says nothing about the file at `path` of
 * its folder. The reason is left for the user to write, and is reported as missing until then. Null where the text cannot
 * be read as settings, so that nothing can be added safely.
 */
export function ignoring(text: string, path: string, code: string): Ignoring | null {
  if (text.trim() !== '' && readSettings(text).problems.length > 0) return null;
  const entry = { file: globOf(path), code, reason: '' };
  const edits = adding(text, entry);
  const after = applyEdits(text, edits);
  const added = lastIgnored(after);
  const reason = added && findNodeAtLocation(added, ['reason']);
  return reason ? { edits, text: after, reasonAt: reason.offset + 1 } : null;
}

/** After the last entry, which stays as it is written; otherwise wherever there is a place. */
function adding(text: string, entry: Ignored): readonly TextEdit[] {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const last = lastIgnored(text);
  if (last) {
    const end = last.offset + last.length;
    const line = text.slice(text.lastIndexOf('\n', last.offset) + 1, last.offset);
    const indent = /^\s*/.exec(line)?.[0] ?? '';
    const lines = JSON.stringify(entry, null, 2).split('\n');
    return [{ span: { start: end, end }, newText: `,${lines.map(each => eol + indent + each).join('')}` }];
  }
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol };
  return modify(text, ['ignore', -1], entry, { isArrayInsertion: true, formattingOptions }).map(
    ({ offset, length, content }) => ({ span: { start: offset, end: offset + length }, newText: content }),
  );
}

function lastIgnored(text: string): Node | undefined {
  const root = parseTree(text);
  return root && findNodeAtLocation(root, ['ignore'])?.children?.at(-1);
}
