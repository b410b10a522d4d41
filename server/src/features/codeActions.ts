import * as l10n from '@vscode/l10n';
import type { Cable } from '../cable/model';
import type { Diagnostic } from '../checks';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import { restoringApostrophes } from './apostrophes';
import { type Diagnose, fixAll, fixesAt } from './fixAll';
import { normaliseEdits } from './normalise';

/** Kinds of action in the words of the protocol; a kind is a part of what stands before its last full stop. */
export const ACTION_KINDS = [
  'quickfix',
  'refactor.rewrite.reftel',
  'source.fixAll.reftel',
  'source.normalise.reftel',
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** A change that the user may choose. */
export interface Action {
  readonly title: string;
  readonly kind: ActionKind;
  readonly edits: readonly TextEdit[];
  /** The file's new name. */
  readonly rename?: string;
  /** The diagnostic that a quick fix resolves. */
  readonly diagnostic?: Diagnostic;
  /** Whether it is the one fix for its diagnostic. */
  readonly preferred?: boolean;
}

/**
 * What can be done at `span` of a cable, of the kinds that are wanted: a quick fix for each diagnostic there that has one, the
 * marks of copies removed from the selection or the whole text, apostrophes restored where quotation marks are damaged or
 * where one selects, and all certain fixes at once. An action that would change
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
    for (const { diagnostic, fix } of fixesAt(text, span, diagnose)) {
      const preferred = diagnostic.otherFix === undefined;
      actions.push({ kind: 'quickfix', diagnostic, preferred, ...fix });
      if (diagnostic.code !== 'quote-damage') continue;
      // What damaged the quotation marks damaged the apostrophes, of which nothing is said by itself.
      const edits = restoringApostrophes(cable);
      const title =
        edits.length === 1
          ? l10n.t('Restore the apostrophes in the whole text (1 place)')
          : l10n.t('Restore the apostrophes in the whole text ({0} places)', edits.length);
      if (edits.length > 0) actions.push({ kind: 'quickfix', diagnostic, title, edits });
    }
  }
  if (wanted('refactor.rewrite.reftel') && span.start < span.end) {
    add(
      'refactor.rewrite.reftel',
      l10n.t('Remove the marks of copies from the selection'),
      normaliseEdits(cable, span),
    );
    const edits = restoringApostrophes(cable, span);
    const title =
      edits.length === 1
        ? l10n.t('Restore the apostrophes in the selection (1 place)')
        : l10n.t('Restore the apostrophes in the selection ({0} places)', edits.length);
    add('refactor.rewrite.reftel', title, edits);
  }
  if (wanted('source.fixAll.reftel')) {
    const { edits, codes } = fixAll(text, diagnose);
    add('source.fixAll.reftel', l10n.t('Apply all certain fixes ({0})', codes.length), edits);
  }
  if (wanted('source.normalise.reftel'))
    add('source.normalise.reftel', l10n.t('Remove the marks of copies'), normaliseEdits(cable));
  return actions;
}
