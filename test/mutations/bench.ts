import { parseDocument } from '../../server/src/cable/document';
import { parseCable } from '../../server/src/cable/parse';
import { type Check, checks, type Diagnostic, runChecks } from '../../server/src/checks';
import { appliesTo } from '../../server/src/checks/check';
import { NO_CONTEXT } from '../../server/src/checks/context';
import type { Mutation } from './mutation';
import { hashOf, Random } from './random';

/** How well one check finds what was broken for it. */
export interface Score {
  readonly code: string;
  /** Broken cables. */
  applied: number;
  /** In how many of them the check spoke. */
  found: number;
  /** In how many of them no other check gave an error or a warning. */
  alone: number;
  /** The first of the others: file, mutation, and what was said instead or besides. */
  readonly misses: string[];
}

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** The least share of broken cables in which the check must speak, and in which nothing else serious may. */
export const FOUND = 0.99;
export const ALONE_SHARE = 0.95;
const MISSES = 20;

/**
 * Breaks every sound cable in every way once. A cable is sound where nothing gives an error or a warning; for one check it
 * serves where that check is silent too, and means to speak in copies of this kind. The same texts and seed give the same scores.
 */
export function score(
  mutations: readonly Mutation[],
  texts: readonly NamedText[],
  seed: number,
): readonly Score[] {
  const scores = new Map(checks.map(({ code }) => [code, empty(code)]));
  for (const { name, text } of texts) {
    const cable = parseCable(text);
    // What a scanner misread is not known, so nothing can contradict it.
    if (cable.repairs.length > 0 || runChecks(cable).some(isSerious)) continue;
    for (const mutation of mutations) {
      const { code } = mutation;
      const check = checks.find(candidate => candidate.code === code);
      const row = scores.get(code);
      if (!check || !row) throw new Error(`no check is called ${code}`);
      if (!appliesTo(check, cable.dialect) || isHit(diagnose(text, check, mutation, false), code)) continue;
      const random = new Random(seed ^ hashOf(`${name} ${code} ${mutation.name}`));
      const broken = mutation.apply(text, cable, random);
      if (broken === null) continue;
      count(row, `${name}: ${mutation.name}`, diagnose(broken, check, mutation, true));
    }
  }
  return [...scores.values()];
}

/** Whether a check's score is as it must be; a check that nothing was broken for has none to be judged by. */
export function isGood({ applied, found, alone }: Score): boolean {
  return found >= applied * FOUND && alone >= applied * ALONE_SHARE;
}

function empty(code: string): Score {
  return { code, applied: 0, found: 0, alone: 0, misses: [] };
}

/** What is said about a text with this check switched on, and with the mutation's context where it is `broken`. */
function diagnose(text: string, check: Check, { around }: Mutation, broken: boolean): readonly Diagnostic[] {
  const [cable] = parseDocument(text);
  if (!cable) throw new Error('a text holds one telegram at least');
  const levels = check.offByDefault ? { [check.code]: check.severity } : {};
  return runChecks(cable, levels, broken && around ? { ...NO_CONTEXT, ...around(cable) } : NO_CONTEXT);
}

function count(row: Score, what: string, said: readonly Diagnostic[]): void {
  const found = isHit(said, row.code);
  const others = said.filter(diagnostic => diagnostic.code !== row.code && isSerious(diagnostic));
  row.applied++;
  if (found) row.found++;
  if (others.length === 0) row.alone++;
  if ((!found || others.length > 0) && row.misses.length < MISSES)
    row.misses.push(
      `${what}${found ? '' : ' (not found)'} ${others.map(({ code }) => code).join(' ')}`.trim(),
    );
}

function isHit(said: readonly Diagnostic[], code: string): boolean {
  return said.some(diagnostic => diagnostic.code === code);
}

function isSerious({ severity }: Diagnostic): boolean {
  return severity === 'error' || severity === 'warning';
}
