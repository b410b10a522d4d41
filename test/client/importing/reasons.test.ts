import { equal } from 'node:assert/strict';
import { translatorOf } from '../../../client/src/importing/reasons';

const bundle = {
  'the row has no text': 'la fila no tiene texto',
  'the row has {0} cells instead of {1}': 'la fila tiene {0} celdas en vez de {1}',
  'the PDF cannot be read ({0})': 'no se puede leer el PDF ({0})',
  '{0} of {1}': '{0} de {1}',
  'not yet translated {0}': '',
};

describe('the reasons of an import', () => {
  it('are in the language of the editor', () => {
    const say = translatorOf(bundle);
    equal(say('the row has no text'), 'la fila no tiene texto');
    equal(say('the row has 7 cells instead of 8'), 'la fila tiene 7 celdas en vez de 8');
    equal(say('the PDF cannot be read (it is (no) PDF)'), 'no se puede leer el PDF (it is (no) PDF)');
  });

  it('stay as the command line gives them where no sentence is theirs', () => {
    for (const reason of [
      'one of them',
      'the row has cells instead of 8',
      'not yet translated at all',
      '',
      'constructor',
    ])
      equal(translatorOf(bundle)(reason), reason);
    equal(translatorOf()('the row has no text'), 'the row has no text');
  });
});
