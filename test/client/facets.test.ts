import { deepEqual, equal } from 'node:assert/strict';
import { isChosen, toggled, valuesIn } from '../../client/src/table/facets';

describe('facets of the table', () => {
  it('read and write their values in the query', () => {
    equal(toggled('', 'post', 'MUSCAT'), 'post:muscat');
    equal(toggled('iran post:muscat', 'post', 'ROME'), 'iran post:muscat,rome');
    equal(toggled('post:muscat,rome iran', 'post', 'MUSCAT'), 'iran post:rome');
    equal(toggled('post:muscat', 'post', 'MUSCAT'), '');
    equal(toggled('', 'tag', 'STEINBERG, JAMES B.'), 'tag:"steinberg, james b."');
    equal(toggled('tag:"steinberg, james b.",prel', 'tag', 'STEINBERG, JAMES B.'), 'tag:prel');
    equal(toggled('', 'classification', ''), 'class:none');
  });

  it('leave what is excluded alone', () => {
    deepEqual(valuesIn('-post:rome oil', 'post'), []);
    equal(toggled('-post:rome oil', 'post', 'MUSCAT'), '-post:rome oil post:muscat');
    equal(isChosen('year:2007', 'year', '2007'), true);
    equal(isChosen('-year:2007', 'year', '2007'), false);
  });
});
