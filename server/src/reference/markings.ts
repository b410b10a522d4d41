import * as l10n from '@vscode/l10n';

/** How restricted something is: 0 unclassified, 1 sensitive, 2 confidential, 3 secret, 4 top secret. */
export type Rank = 0 | 1 | 2 | 3 | 4;

const LEVELS: ReadonlyMap<string, Rank> = new Map([
  ['U', 0],
  ['SBU', 1],
  ['LOU', 1],
  ['FOUO', 1],
  ['C', 2],
  ['S', 3],
  ['TS', 4],
]);

/** Controls that may follow the letters of a portion mark (5 FAH-1 H-246.2 and traffic). */
const CONTROLS = new Set([
  'NF',
  'NOFORN',
  'FGI',
  'FOUO',
  'N',
  'REL',
  'NC',
  'OC',
  'ORCON',
  'PR',
  'ENTIRE',
  'TEXT',
  'CONTD',
  'CONT',
  'CONTINUED',
]);

const SPLIT = /[^A-Z]+/;

/** The letters before the controls, `S` of `S//NF`. */
function levelOf(marking: string): string {
  return /^[A-Z]*/.exec(marking)?.[0] ?? '';
}

/** The rank of a portion mark, upper case without parentheses; null if its letters are not known. */
export function portionRank(marking: string): Rank | null {
  return LEVELS.get(marking) ?? LEVELS.get(levelOf(marking)) ?? null;
}

/** Whether all words of a portion mark are known; what follows `REL` or `REL TO` is a list of countries. */
export function isKnownMarking(marking: string): boolean {
  if (LEVELS.has(marking)) return true;
  const [level = '', ...rest] = marking.split(SPLIT).filter(word => word !== '');
  if (!LEVELS.has(level)) return false;
  const release = rest.indexOf('REL');
  return (release < 0 ? rest : rest.slice(0, release)).every(word => CONTROLS.has(word));
}

/** Whether a portion mark forbids release to foreign nationals: `S/NF`, `C//NOFORN`. */
export function isNotReleasable(marking: string): boolean {
  return marking.includes('N') && marking.split(SPLIT).some(word => word === 'NF' || word === 'NOFORN');
}

/** Whether a portion mark speaks for the whole text: `C - ENTIRE TEXT`. */
export function isEntireText(marking: string): boolean {
  return marking.includes('ENTIRE');
}

const CLASSIFICATIONS: ReadonlyMap<string, Rank> = new Map([
  ['UNCLASSIFIED', 0],
  ['LIMITED OFFICIAL USE', 1],
  ['CONFIDENTIAL', 2],
  ['SECRET', 3],
  ['TOP SECRET', 4],
]);

/** The rank of an overall classification; null for an unknown word. */
export function classificationRank(classification: string): Rank | null {
  return CLASSIFICATIONS.get(classification) ?? null;
}

/** The classification that a letter of the security warning (FL4) stands for: E is unclassified, encrypted for transmission only. */
export const SECURITY_LETTERS: ReadonlyMap<
  string,
  'UNCLASSIFIED' | 'CONFIDENTIAL' | 'SECRET' | 'TOP SECRET'
> = new Map([
  ['U', 'UNCLASSIFIED'],
  ['E', 'UNCLASSIFIED'],
  ['C', 'CONFIDENTIAL'],
  ['S', 'SECRET'],
  ['T', 'TOP SECRET'],
]);

const LEVEL_WORDS: ReadonlyMap<string, () => string> = new Map([
  ['U', () => l10n.t('unclassified')],
  ['SBU', () => l10n.t('sensitive but unclassified')],
  ['LOU', () => l10n.t('limited official use')],
  ['C', () => l10n.t('confidential')],
  ['S', () => l10n.t('secret')],
  ['TS', () => l10n.t('top secret')],
]);

/**
 * What a portion mark says in words, `S/NF` → `secret, not releasable to foreign nationals`; null for an unknown level. Controls
 * whose meaning the reference does not give are left out.
 */
export function markingReading(marking: string): string | null {
  const level = LEVEL_WORDS.get(levelOf(marking))?.();
  if (level === undefined) return null;
  const release = /\bREL(?: TO)? ([A-Z, ]+)/.exec(marking)?.[1]?.trim();
  return [
    level,
    ...(isNotReleasable(marking) ? [l10n.t('not releasable to foreign nationals')] : []),
    ...(release ? [l10n.t('may be released to {0}', release)] : []),
    ...(isEntireText(marking) ? [l10n.t('said of the entire text')] : []),
  ].join(', ');
}
