import type { Diagnostic, Fix } from '../checks';
import { applyEdits, compose, conflict, type TextEdit } from '../text/edit';
import type { Span } from '../text/span';

/** What is wrong in a text, by the reader's settings. */
export type Diagnose = (text: string) => readonly Diagnostic[];

/** A diagnostic with the change that removes it. */
export interface Fixable extends Diagnostic {
  readonly fix: Fix;
}

/** A text after all certain fixes. */
export interface FixedText {
  readonly text: string;
  /** What makes `text` of the original; in order and without overlaps. */
  readonly edits: readonly TextEdit[];
  /** The codes of the fixes that were made, in the order in which they were made. */
  readonly codes: readonly string[];
}

/** A fix may uncover another; a text in which each pass finds one more is left after as many. */
const PASSES = 10;
/** Trying a fix reads the whole text. No more are tried at once, and of a long text only as many as are in these characters. */
const TRIALS = 20;
const TRIED_CHARACTERS = 4_000_000;

function trialsFor(text: string): number {
  return Math.max(1, Math.min(TRIALS, Math.floor(TRIED_CHARACTERS / (text.length + 1))));
}

/**
 * The first twenty diagnostics that touch `span` and have a fix, if the fix keeps its word: after it the diagnostic is gone and
 * no new one has come. Fewer of a text above 200,000 characters. What a new name of the file brings about is not tried.
 */
export function fixableAt(text: string, span: Span, diagnose: Diagnose): readonly Fixable[] {
  const diagnostics = diagnose(text);
  return diagnostics
    .filter(({ start, end }) => start <= span.end && span.start <= end)
    .filter(isFixable)
    .slice(0, trialsFor(text))
    .filter(one => one.fix.rename !== undefined || isSafeFix(text, diagnostics, [one], diagnose));
}

/** Makes all fixes that are certain. Of two that change the same characters the first is made, the other in a later pass. */
export function fixAll(original: string, diagnose: Diagnose): FixedText {
  let text = original;
  let edits: readonly TextEdit[] = [];
  const codes: string[] = [];
  for (let pass = 0; pass < PASSES; pass++) {
    const diagnostics = diagnose(text);
    const chosen = withoutConflicts(
      diagnostics.filter(isFixable).filter(({ fix }) => fix.certain && fix.edits.length > 0),
    );
    const kept = isSafeFix(text, diagnostics, chosen, diagnose)
      ? chosen
      : chosen.slice(0, trialsFor(text)).filter(one => isSafeFix(text, diagnostics, [one], diagnose));
    if (kept.length === 0) break;
    const changes = kept.flatMap(({ fix }) => fix.edits);
    text = applyEdits(text, changes);
    edits = compose(edits, changes);
    codes.push(...kept.map(({ code }) => code));
  }
  return { text, edits, codes };
}

export function isFixable(diagnostic: Diagnostic): diagnostic is Fixable {
  const { fix } = diagnostic;
  return fix !== undefined && (fix.edits.length > 0 || fix.rename !== undefined);
}

/** Whether the fixes, made together, take away as many diagnostics of each code as they are, and add none. */
function isSafeFix(
  text: string,
  before: readonly Diagnostic[],
  fixes: readonly Fixable[],
  diagnose: Diagnose,
): boolean {
  const after = diagnose(
    applyEdits(
      text,
      fixes.flatMap(({ fix }) => fix.edits),
    ),
  );
  const left = countByCode(before);
  for (const { code } of fixes) left.set(code, (left.get(code) ?? 0) - 1);
  return [...countByCode(after)].every(([code, count]) => count <= (left.get(code) ?? 0));
}

function countByCode(diagnostics: readonly Diagnostic[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

function withoutConflicts(fixes: readonly Fixable[]): readonly Fixable[] {
  const taken: TextEdit[] = [];
  return fixes.filter(({ fix }) => {
    if (fix.edits.some(edit => taken.some(other => conflict(edit, other)))) return false;
    taken.push(...fix.edits);
    return true;
  });
}
