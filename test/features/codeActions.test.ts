import assert from 'node:assert/strict';
import { parseCable } from '../../server/src/cable/parse';
import { runChecks } from '../../server/src/checks';
import { type Action, actionsAt } from '../../server/src/features/codeActions';
import { applyEdits } from '../../server/src/text/edit';
import { cableWith } from '../checks/check';
import { parseFixture } from '../fixture';

/** What is offered at the caret, or for the selection between `⟦ ⟧`. */
function offered(marked: string): { readonly text: string; readonly actions: readonly Action[] } {
  const [file] = parseFixture(marked).files;
  assert.ok(file);
  const { text, caret, ranges } = file;
  const [span = { start: caret?.offset ?? 0, end: caret?.offset ?? 0 }] = ranges;
  const diagnose = (other: string) => runChecks(parseCable(other));
  return { text, actions: actionsAt(parseCable(text), span, diagnose, kind => !kind.startsWith('source.')) };
}

/** Checks the titles of what is offered. */
function checkTitles(marked: string, ...titles: readonly string[]): void {
  assert.deepEqual(
    offered(marked).actions.map(({ title }) => title),
    titles,
  );
}

/** Checks what the text becomes by the action with this title. */
function checkAction(marked: string, title: string, expected: string): void {
  const { text, actions } = offered(marked);
  const action = actions.find(one => one.title === title);
  assert.ok(action, `${title} is not among ${actions.map(one => one.title).join(', ')}`);
  assert.equal(applyEdits(text, action.edits), expected);
}

describe('code actions at a place', () => {
  it('say what they write', () => {
    checkTitles(cableWith({ security: 'ZNY CC▮CC ZZH' }), 'Write CCCCC');
    checkTitles(cableWith({ security: 'ZNY ▮CCCC ZZH' }), 'Write CCCCC');
    checkTitles(cableWith({ security: 'ZNY CCCC ▮ZZH' }));
    checkTitles(cableWith({ dtg: '▮R O 081200Z MAR 07', routing: 'RR RUEHDE' }));
    checkTitles(cableWith({ de: 'DE RUEHMS #0▮413 0671200' }), 'Write 0412', 'Write 000413');
    checkTitles(cableWith({ references: 'REF: A. KATH▮AMNDU 77\n     B. MUSCAT 5' }), 'Write KATHMANDU');
    checkTitles(cableWith({ references: 'REF: A. TEL AV▮V 77\n     B. MUSCAT 5' }), 'Write TEL AVIV');
  });

  it('mark the one fix of a diagnostic as preferred', () => {
    const body =
      '1. (C) He spoke of &one▮ good day8 in Oman,s best year.\n\n2. (C) We,re not sure (1.4 b,d).';
    const { actions } = offered(cableWith({ body }));
    assert.deepEqual(
      actions.map(({ title, preferred, diagnostic }) => [title, preferred, diagnostic?.code]),
      [
        ['Restore the quotation marks in the whole text', true, 'quote-damage'],
        ['Restore the apostrophes in the whole text (2 places)', undefined, 'quote-damage'],
      ],
    );
    checkAction(
      cableWith({ body }),
      'Restore the apostrophes in the whole text (2 places)',
      cableWith({
        body: "1. (C) He spoke of &one good day8 in Oman's best year.\n\n2. (C) We're not sure (1.4 b,d).",
      }),
    );
  });

  it('prefer none where either of two lines may be wrong', () => {
    const { actions } = offered(cableWith({ de: 'DE RUEHMS #0▮413 0671200' }));
    assert.deepEqual(
      actions.map(({ preferred }) => preferred),
      [false, false],
    );
  });

  it('keep to a selection', () => {
    const body = '1. (C) ⟦Oman,s harbor⟧ and Oman,s coast.\n\n2. (C) A list: a,b,c,d and x,s.';
    checkAction(
      cableWith({ body }),
      'Restore the apostrophes in the selection (1 place)',
      cableWith({ body: "1. (C) Oman's harbor and Oman,s coast.\n\n2. (C) A list: a,b,c,d and x,s." }),
    );
    checkTitles(cableWith({ body: '1. (C) One.\n\n⟦2. (C) A list: a,b,c,d and x,s.⟧' }));
    checkTitles(
      cableWith({ body: '⟦[1](#)1. (C) One.⟧\n\n2. (C) Two.' }),
      'Take the copy artefacts off the whole text',
      'Remove the marks of copies from the selection',
    );
  });
});
