import { equal } from 'node:assert/strict';
import { suggestionFor } from '../../server/src/text/suggestion';

describe('what was probably meant', () => {
  it('is the nearest word, if it is near', () => {
    const commands = ['check', 'cites', 'cited-by', 'export'];
    equal(suggestionFor('chekc', commands), 'check');
    equal(suggestionFor('cite', commands), 'cites');
    equal(suggestionFor('citedby', commands), 'cited-by');
    equal(suggestionFor('frobnicate', commands), null);
    equal(suggestionFor('check', []), null);
  });
});
