import * as l10n from '@vscode/l10n';
import type { Cable, Dialect } from '../cable/model';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import type { CheckContext, Location } from './context';

export type { TextEdit } from '../text/edit';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A change that removes the cause of a finding. Its edits do not overlap and refer to the text that was checked. */
export interface Fix {
  /** The menu title, in the imperative. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Whether no other change is plausible. */
  readonly certain: boolean;
  /** The new file name, if the fix renames the file. */
  readonly rename?: string;
}

/** Works a fix out: findings are made with each key press, their fixes only where somebody asks for them. */
export type MakeFix = () => Fix;

/** Another place that a finding concerns: the other side of a contradiction. */
export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** The same in another file. */
export interface RelatedLocation extends Location {
  readonly message: string;
}

/** One thing to report, at the characters that are wrong. */
export interface Finding extends Span {
  readonly message: string;
  readonly related?: readonly Related[];
  readonly relatedLocations?: readonly RelatedLocation[];
  readonly fix?: MakeFix;
  /** Where nothing tells which of two contradicting lines is wrong: the fix of the other line. */
  readonly otherFix?: MakeFix;
}

/** A rule about cables. `run` is pure and total, and finds nothing if a line it needs is missing. */
export interface Check {
  readonly code: string;
  /** With `offByDefault`, the severity to use when enabling it. */
  readonly severity: Severity;
  /** For findings that are too frequent or rarely useful: not reported until a level enables the check. */
  readonly offByDefault?: true;
  /**
   * The dialects in which the check does not run, because what it reports is the printer's habit or the scanner's error there,
   * or because no count shows that the rule holds (cable-format 6 to 8).
   */
  readonly silentIn?: readonly Dialect[];
  /** One sentence for tables: what the check reports. */
  readonly summary: string;
  run(cable: Cable, context: CheckContext): readonly Finding[];
}

/** Whether a check has something certain to say about cables of a dialect. */
export function appliesTo({ silentIn }: Check, dialect: Dialect): boolean {
  return !silentIn?.includes(dialect);
}

/** A finding with the code and the severity of its check. */
export interface Diagnostic extends Finding {
  readonly code: string;
  readonly severity: Severity;
}

/** A finding at `span`, copying nothing else from it. */
export function finding(
  span: Span,
  message: string,
  extra: Omit<Finding, keyof Span | 'message'> = {},
): Finding {
  return { start: span.start, end: span.end, message, ...extra };
}

/** What is found in `items`, in their order; `findingOf` gives null for an item without a finding. */
export function findingsIn<T>(
  items: readonly T[],
  findingOf: (item: T, index: number) => Finding | null,
): readonly Finding[] {
  const found: Finding[] = [];
  items.forEach((item, index) => {
    const one = findingOf(item, index);
    if (one) found.push(one);
  });
  return found;
}

/** A fix by one replacement. */
export function replace({ start, end }: Span, newText: string, certain = false): MakeFix {
  return () => ({
    title: l10n.t('Write {0}', newText),
    edits: [{ span: { start, end }, newText }],
    certain,
  });
}

/** The other side of a contradiction, as related information. */
export function seeAlso(span: Span, message: string): { readonly related: readonly Related[] } {
  return { related: [{ span: { start: span.start, end: span.end }, message }] };
}
