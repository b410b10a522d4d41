import * as l10n from '@vscode/l10n';
import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { showNumber } from '../../text/displayLanguage';
import { type Finding, finding } from '../check';
import { LEVELS } from './levels';
import { type FolderSettings, type Ignored, isCode, isLevel, levelsIn, NO_SETTINGS } from './settings';

/** The settings in the text of a `reftel.json`, as far as they can be read, and what is wrong with it, by where it begins. */
export interface SettingsReading {
  readonly settings: FolderSettings;
  readonly problems: readonly Finding[];
}

/** The longest text that is read, in UTF-16 code units: a person writes some kilobytes, and an editor must not stand still. */
export const LONGEST = 1 << 22;

/** What is deeper than this means nothing here. */
const DEEPEST = 32;

/** So many findings are ignored at most. */
const MOST_IGNORED = 10_000;

/** So many globs keep files out of the archive at most: each is tried on each file. */
export const MOST_EXCLUDED = 1000;

/** So many problems are reported at most. */
const MOST_PROBLEMS = 100;

/**
 * Reads the text of a `reftel.json`. Never throws: an error is reported at its characters and skipped, and affects
 * nothing else. `schemas/reftel.schema.json` says the same to editors.
 */
export function readSettings(text: string): SettingsReading {
  const none = (start: number, message: string) => ({
    settings: NO_SETTINGS,
    problems: [finding({ start, end: start + 1 }, message)],
  });
  if (text.length > LONGEST)
    return none(0, l10n.t('Longer than {0} MB: nothing of it counts.', LONGEST >> 20));
  // The parser is recursive.
  const deep = depthExceededAt(text);
  if (deep !== null) return none(deep, l10n.t('Nested too deeply: nothing of the file counts.'));
  const errors: ParseError[] = [];
  const root: Node | undefined = parseTree(text, errors, { disallowComments: true });
  const problems = errors.map(syntaxProblem);
  const report: Report = (node, message) =>
    problems.push(finding({ start: node.offset, end: node.offset + node.length }, message));
  const settings = root ? settingsIn(root, report) : NO_SETTINGS;
  return { settings, problems: problems.sort((a, b) => a.start - b.start).slice(0, MOST_PROBLEMS) };
}

/** The offset of the first bracket that is deeper than `DEEPEST`; null if there is none. */
function depthExceededAt(text: string): number | null {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/[[\]{}]|"(?:[^"\\\r\n]|\\.)*"?/g)) {
    if (sign === '[' || sign === '{') depth++;
    else if (sign === ']' || sign === '}') depth--;
    if (depth > DEEPEST) return index;
  }
  return null;
}

type Report = (node: Pick<Node, 'offset' | 'length'>, message: string) => void;

function settingsIn(root: Node, report: Report): FolderSettings {
  const { $schema, diagnostics, ignore, archive } = properties(root, report, {
    $schema: false,
    diagnostics: false,
    ignore: false,
    archive: false,
  });
  if ($schema) textIn($schema, report);
  if (diagnostics) checkLevels(diagnostics, report);
  const { exclude } = archive ? properties(archive, report, { exclude: false }) : {};
  return {
    diagnostics: diagnostics ? levelsIn(getNodeValue(diagnostics)) : {},
    ignore: ignore
      ? atMost(MOST_IGNORED, items(ignore, report), report).flatMap(item => ignoredIn(item, report) ?? [])
      : [],
    archive: {
      exclude: exclude
        ? atMost(MOST_EXCLUDED, items(exclude, report), report).flatMap(item => globIn(item, report) ?? [])
        : [],
    },
  };
}

function checkLevels(diagnostics: Node, report: Report): void {
  for (const [key, value] of propertiesOf(diagnostics, report)) {
    if (!isCode(key.value)) report(key, l10n.t('There is no diagnostic {0}.', key.value));
    else if (!isLevel(value?.value))
      report(value ?? key, l10n.t('Expected a level: {0}.', LEVELS.join(', ')));
  }
}

function ignoredIn(item: Node, report: Report): Ignored | null {
  const { file, code, reason } = properties(item, report, { file: true, code: true, reason: true });
  const values = {
    file: file ? globIn(file, report) : null,
    code: code ? textIn(code, report) : null,
    reason: reason ? textIn(reason, report) : null,
  };
  if (code && values.code !== null && values.code !== '*' && !isCode(values.code)) {
    report(code, l10n.t('There is no diagnostic {0}; write * for all.', values.code));
    return null;
  }
  // A missing reason is reported, but the intent is clear.
  return values.file === null || values.code === null
    ? null
    : { file: values.file, code: values.code, reason: values.reason ?? '' };
}

function globIn(node: Node, report: Report): string | null {
  const glob = textIn(node, report);
  if (glob?.includes('\\')) report(node, l10n.t('Write / between folders, on Windows too.'));
  return glob;
}

/** The text of a string that says something. */
function textIn(node: Node, report: Report): string | null {
  if (node.type === 'string' && node.value.trim() !== '') return node.value;
  report(node, l10n.t('Expected a text in quotation marks.'));
  return null;
}

function items(node: Node, report: Report): readonly Node[] {
  if (node.type === 'array') return node.children ?? [];
  report(node, l10n.t('Expected a list: [ … ].'));
  return [];
}

/** The first `count` items of a list. */
function atMost(count: number, nodes: readonly Node[], report: Report): readonly Node[] {
  const next = nodes[count];
  if (next) report(next, l10n.t('Only the first {0} entries count.', showNumber(count)));
  return nodes.slice(0, count);
}

/** The values of an object by key; `known` are its keys, with whether each must be there. */
function properties<Key extends string>(
  object: Node,
  report: Report,
  known: Readonly<Record<Key, boolean>>,
): Partial<Record<Key, Node>> {
  const values: Partial<Record<Key, Node>> = {};
  const keys = Object.keys(known) as Key[];
  for (const [key, value] of propertiesOf(object, report)) {
    const name = keys.find(each => each === key.value);
    if (name === undefined)
      report(key, l10n.t('{0} means nothing here; expected {1}.', key.value, keys.join(', ')));
    else if (value) values[name] = value;
  }
  if (object.type !== 'object') return values;
  for (const name of keys)
    if (known[name] && !values[name])
      report({ offset: object.offset, length: 1 }, l10n.t('{0} is missing.', name));
  return values;
}

/** Key and value of each property; of a key that stands twice the last counts. */
function propertiesOf(object: Node, report: Report): readonly (readonly [Node, Node | undefined])[] {
  if (object.type !== 'object') {
    report(object, l10n.t('Expected an object: { … }.'));
    return [];
  }
  const byName = new Map<string, readonly [Node, Node | undefined]>();
  for (const { children: [key, value] = [] } of object.children ?? []) {
    if (!key) continue;
    if (byName.has(key.value)) report(key, l10n.t('{0} stands here twice.', key.value));
    byName.set(key.value, [key, value]);
  }
  return [...byName.values()];
}

const SYNTAX: Readonly<Record<string, () => string>> = {
  InvalidSymbol: () => l10n.t('This means nothing in JSON.'),
  InvalidNumberFormat: () => l10n.t('Not a number as JSON writes them.'),
  PropertyNameExpected: () => l10n.t('Expected a name in quotation marks.'),
  ValueExpected: () => l10n.t('Expected a value.'),
  ColonExpected: () => l10n.t('Expected a colon.'),
  CommaExpected: () => l10n.t('Expected a comma.'),
  CloseBraceExpected: () => l10n.t('Expected a comma or }.'),
  CloseBracketExpected: () => l10n.t('Expected a comma or ].'),
  EndOfFileExpected: () => l10n.t('Expected the end of the file.'),
  InvalidCommentToken: () => l10n.t('JSON has no comments.'),
  UnexpectedEndOfComment: () => l10n.t('JSON has no comments.'),
  UnexpectedEndOfString: () => l10n.t('Expected a quotation mark.'),
};

function syntaxProblem({ error, offset, length }: ParseError): Finding {
  const message = SYNTAX[printParseErrorCode(error)]?.() ?? l10n.t('Not written as JSON has it.');
  return finding({ start: offset, end: offset + length }, message);
}
