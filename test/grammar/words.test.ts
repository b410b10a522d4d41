import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const configurationPath = 'syntaxes/language-configuration.json';

describe('the word pattern', () => {
  const { wordPattern } = JSON.parse(readFileSync(configurationPath, 'utf8').replace(/^\s*\/\/.*$/gm, ''));
  const pattern = new RegExp(wordPattern.pattern, `${wordPattern.flags}g`);

  const cases: ReadonlyArray<readonly [text: string, words: readonly string[]]> = [
    ['TO RUEHC/SECSTATE WASHDC 7700', ['TO', 'RUEHC', 'SECSTATE', 'WASHDC', '7700']],
    ['DE RUEHMS #0073/01 0241550', ['DE', 'RUEHMS', '0073/01', '0241550']],
    ['(see 07MUSCAT73).', ['see', '07MUSCAT73']],
    ['DECL: 01/24/2017', ['DECL', '01/24/2017']],
    ['2276-2279', ['2276-2279']],
    [
      '[PREL](#) ¶3. (S/NF) d’Affaires al-Busaidi’s U.S.-GCC',
      ['PREL', '3', 'S', 'NF', 'd’Affaires', 'al-Busaidi’s', 'U.S.-GCC'],
    ],
    ['Ürümqi--and', ['Ürümqi', 'and']],
  ];
  for (const [text, words] of cases) {
    it(`finds ${words.length} words in ${text}`, () => assert.deepEqual(text.match(pattern), words));
  }
});
