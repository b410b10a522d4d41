import type { Diagnostic, Fix, MakeFix } from '../checks';
import { applyEdits, compose, DisjointEdits, type TextEdit } from '../text/edit';
import type { Span } from '../text/span';

/** The diagnostics of a text, by the user's settings. */
export type Diagnose = (text: string) => readonly Diagnostic[];

/** A fix with the diagnostic that it removes. */
export interface DiagnosticFix {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
}

/** A text after all certain fixes. */
export interface FixedText {
  readonly text: string;
  /** The edits that turn the original into `text`; in order and without overlaps. */
  readonly edits: readonly TextEdit[];
  /** The codes of the applied fixes, in the order of application. */
  readonly codes: readonly string[];
}

/** A fix may uncover another; passes are limited to this many. */
const PASSES = 10;
/** Testing a fix reparses the text. At most this many are tested at once, fewer in a long text. */
const TRIALS = 20;
const TRIED_CHARACTERS = 4_000_000;

function trialsFor(text: string): number {
  return Math.max(1, Math.min(TRIALS, Math.floor(TRIED_CHARACTERS / (text.length + 1))));
}

/**
 * The safe fixes of the diagnostics that touch `span`: those that remove their diagnostic and cause no other. A diagnostic may have one
 * for either of two lines. The first twenty fixes are tested, fewer in a text above 200,000 characters; renaming the file is not.
 */
export function fixesAt(text: string, span: Span, diagnose: Diagnose): readonly DiagnosticFix[] {
  const diagnostics = diagnose(text);
  return diagnostics
    .filter(({ start, end }) => start <= span.end && span.start <= end)
    .flatMap(diagnostic => fixesOf(diagnostic, [diagnostic.fix, diagnostic.otherFix]))
    .slice(0, trialsFor(text))
    .filter(one => one.fix.rename !== undefined || isSafeFix(text, diagnostics, [one], diagnose));
}

/** Applies all certain fixes. Of two that change the same characters, the first is applied, the other in a later pass. */
export function fixAll(original: string, diagnose: Diagnose): FixedText {
  let text = original;
  let edits: readonly TextEdit[] = [];
  const codes: string[] = [];
  for (let pass = 0; pass < PASSES; pass++) {
    const diagnostics = diagnose(text);
    const chosen = withoutConflicts(
      diagnostics
        .flatMap(diagnostic => fixesOf(diagnostic, [diagnostic.fix]))
        .filter(({ fix }) => fix.certain && fix.edits.length > 0),
    );
    const kept = isSafeFix(text, diagnostics, chosen, diagnose)
      ? chosen
      : chosen.slice(0, trialsFor(text)).filter(one => isSafeFix(text, diagnostics, [one], diagnose));
    if (kept.length === 0) break;
    const changes = kept.flatMap(({ fix }) => fix.edits);
    text = applyEdits(text, changes);
    edits = compose(edits, changes);
    codes.push(...kept.map(({ diagnostic }) => diagnostic.code));
  }
  return { text, edits, codes };
}

/** Those of a diagnostic's fixes that change anything. */
function fixesOf(diagnostic: Diagnostic, fixes: readonly (MakeFix | undefined)[]): readonly DiagnosticFix[] {
  return fixes
    .map(fix => fix?.())
    .filter(fix => fix !== undefined)
    .filter(({ edits, rename }) => edits.length > 0 || rename !== undefined)
    .map(fix => ({ diagnostic, fix }));
}

/** Whether the fixes, applied together, remove as many diagnostics of each code as there are fixes, and add none. */
function isSafeFix(
  text: string,
  before: readonly Diagnostic[],
  fixes: readonly DiagnosticFix[],
  diagnose: Diagnose,
): boolean {
  const after = diagnose(
    applyEdits(
      text,
      fixes.flatMap(({ fix }) => fix.edits),
    ),
  );
  const left = countByCode(before);
  for (const { diagnostic } of fixes) left.set(diagnostic.code, (left.get(diagnostic.code) ?? 0) - 1);
  return [...countByCode(after)].every(([code, count]) => count <= (left.get(code) ?? 0));
}

function countByCode(diagnostics: readonly Diagnostic[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

function withoutConflicts(fixes: readonly DiagnosticFix[]): readonly DiagnosticFix[] {
  const taken = new DisjointEdits();
  return fixes.filter(({ fix }) => {
    if (fix.edits.some(edit => taken.conflictsWith(edit))) return false;
    for (const edit of fix.edits) taken.add(edit);
    return true;
  });
}
