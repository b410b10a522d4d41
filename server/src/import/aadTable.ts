import * as l10n from '@vscode/l10n';
import { containerId } from './containerId';
import type { Found } from './model';

/** The columns of the tables of the National Archives that matter here, by all the names they go by. */
const NAMES: Readonly<Record<'id' | 'text', ReadonlySet<string>>> = {
  id: new Set(['DOCNBR', 'DOCNUMBER', 'DOCUMENTNUMBER', 'DOCNO', 'DOCUMENTNBR']),
  text: new Set(['MSGTEXT', 'MESSAGETEXT', 'MSGTXT', 'BODYTEXT']),
};

/** Other columns that hardly any other table has. */
const OTHERS = new Set([
  ...[
    'MSGFROM',
    'MSGTO',
    'FILMNBR',
    'FILMNUMBER',
    'ORIGCLASS',
    'CURCLASS',
    'CURRENTCLASS',
    'DOCDATE',
    'DOCTYPE',
  ],
  ...[
    'ORIGHAND',
    'CURHAND',
    'HANDLING',
    'CONCEPTS',
    'TAGS',
    'SUBJECT',
    'OFFICE',
    'DRAFTER',
    'LOCATOR',
    'DATE',
  ],
  ...[
    'CHANNEL',
    'MICROFILM',
    'REVHISTORY',
    'REVDATE',
    'DECAPTIONNOTE',
    'ENCLOSURE',
    'LINECOUNT',
    'PAGECOUNT',
  ],
]);
/** A name in front of which an archive has put one of its own. */
const PREFIX = /^(?:STATE|CFPF|TEL)_/;

/** A column's name as it is compared: `Doc_Nbr` and `DOC NBR` are one. */
export function columnKey(name: string): string {
  return name
    .trim()
    .toUpperCase()
    .replace(PREFIX, '')
    .replace(/[^A-Z0-9]+/g, '');
}

export function isIdColumn(name: string): boolean {
  return NAMES.id.has(columnKey(name));
}

export function isTextColumn(name: string): boolean {
  return NAMES.text.has(columnKey(name));
}

/** Whether columns of these names are such a table: its number or its text, and two others. */
export function isAadTable(names: readonly string[]): boolean {
  const keys = new Set(names.map(columnKey));
  const own = [...keys].filter(key => NAMES.id.has(key) || NAMES.text.has(key)).length;
  const others = [...keys].filter(key => OTHERS.has(key)).length;
  return own > 0 && own + others >= 3;
}

/** What stands in place of a text that the archive does not have. */
const NO_TEXT =
  /^[\s[(<*-]*(?:n\/?a|none|null|no text|(?:text |document |message )?(?:is )?(?:not available|unavailable|withdrawn|withheld|on microfilm|on film|microfilm(?:ed)?)|-- ?n\/a or blank ?--)(?![a-z])[^\n]{0,200}$/i;

/**
 * The item in a row of such a table: a telegram, or a record where its text is on microfilm or was withdrawn. `fields` has the cells
 * that are not empty, by the names of their columns.
 */
export function aadItem(
  fields: ReadonlyMap<string, string>,
  place: { readonly row: number; readonly line: number },
): Found {
  const entries = [...fields];
  const text = entries.find(([name]) => isTextColumn(name))?.[1] ?? '';
  const id = containerId(entries.find(([name]) => isIdColumn(name))?.[1] ?? '');
  const lines = withLines(text);
  if (lines.trim() !== '' && !NO_TEXT.test(lines.trim()))
    return { kind: 'telegram', ...place, id, text: lines };
  if (entries.length === 0) return { kind: 'damage', ...place, reason: l10n.t('the row has no cells') };
  return { kind: 'record', ...place, id, fields: Object.fromEntries(entries) };
}

/** The text with its lines, where the table has them as `\n` or `<br>` because a cell may have none. */
function withLines(text: string): string {
  if (text.includes('\n')) return text;
  if (/<br\s?\/?>/i.test(text)) return text.replace(/<br\s?\/?>/gi, '\n');
  return text.includes('\\n') ? text.replace(/(?:\\r)?\\n/g, '\n').replaceAll('\\t', '\t') : text;
}
