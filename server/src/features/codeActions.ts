import type { Cable } from '../cable/model';
import type { Diagnostic } from '../checks';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import { type Diagnose, mendAll, mendableAt } from './mending';
import { normalising } from './normalising';

/** Kinds of action in the words of the protocol; a kind is a part of what stands before its last full stop. */
export const ACTION_KINDS = [
  'quickfix',
  'refactor.rewrite.reftel',
  'source.fixAll.reftel',
  'source.normalise.reftel',
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** A change that a person may choose. */
export interface Action {
  readonly title: string;
  readonly kind: ActionKind;
  readonly edits: readonly TextEdit[];
  /** The name that the file is to have instead of its own. */
  readonly rename?: string;
  /** What a quick fix is for. */
  readonly diagnostic?: Diagnostic;
}

/**
 * What can be done at `span` of a cable, of the kinds that are wanted: a quick fix for each diagnostic there that has one, the
 * marks of copies taken off what is selected or off the whole text, and all certain fixes at once. An action that would change
 * nothing is not among them. Costs a parse for each fix.
 */
export function actionsAt(
  cable: Cable,
  span: Span,
  diagnose: Diagnose,
  wanted: (kind: ActionKind) => boolean,
): readonly Action[] {
  const { text } = cable;
  const actions: Action[] = [];
  const add = (kind: ActionKind, title: string, edits: readonly TextEdit[]) => {
    if (edits.length > 0) actions.push({ kind, title, edits });
  };
  if (wanted('quickfix')) {
    for (const diagnostic of mendableAt(text, span, diagnose))
      actions.push({ kind: 'quickfix', diagnostic, ...diagnostic.fix });
  }
  if (wanted('refactor.rewrite.reftel') && span.start < span.end)
    add('refactor.rewrite.reftel', 'Normalise copy artefacts in the selection', normalising(cable, span));
  if (wanted('source.fixAll.reftel')) {
    const { edits, codes } = mendAll(text, diagnose);
    const many = codes.length === 1 ? '1 fix' : `${codes.length} fixes`;
    add('source.fixAll.reftel', `Mend all that is certain (${many})`, edits);
  }
  if (wanted('source.normalise.reftel'))
    add('source.normalise.reftel', 'Normalise copy artefacts', normalising(cable));
  return actions;
}
