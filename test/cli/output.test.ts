import { equal } from 'node:assert/strict';
import { isColored } from '../../server/src/cli/output';

describe('colour of the output', () => {
  it('follows the choice, then the environment, then the terminal', () => {
    equal(isColored('always', false, { NO_COLOR: '1' }), true);
    equal(isColored('never', true, { FORCE_COLOR: '1' }), false);
    equal(isColored('auto', true, {}), true);
    equal(isColored('auto', false, {}), false);
    equal(isColored('auto', true, { NO_COLOR: '1', FORCE_COLOR: '1' }), false);
    // https://no-color.org: the empty value says nothing.
    equal(isColored('auto', true, { NO_COLOR: '' }), true);
    equal(isColored('auto', false, { FORCE_COLOR: '1' }), true);
    equal(isColored('auto', true, { FORCE_COLOR: '0' }), false);
    equal(isColored('auto', true, { TERM: 'dumb' }), false);
  });
});
