import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createOnigScanner } from 'vscode-oniguruma';
import { type IGrammar, INITIAL } from 'vscode-textmate';
import { grammarPath, loadGrammar } from './tokenise';

/** VS Code colours no line beyond this length by default. */
const longestLine = 20_000;

/** Far beyond what any of these lines needs; the grammar gives up on a line when it is spent. */
const patienceMs = 20_000;

describe('the bounds of the grammar', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  const patterns = patternsIn(JSON.parse(readFileSync(grammarPath, 'utf8')));

  it('has patterns that all compile', () => {
    assert.ok(patterns.length > 100, `only ${patterns.length} patterns found`);
    for (const pattern of patterns)
      assert.doesNotThrow(() => createOnigScanner([pattern]).dispose(), pattern);
  });

  it('never repeats a group without a bound', () => {
    const repeated = patterns.filter(pattern =>
      /(?<!\\)\)(?:[*+]|\{\d*,\})/.test(pattern.replace(/\[[^\]]*\]/g, 'x')),
    );
    assert.deepEqual(repeated, []);
  });

  it('ends each scope in .cable', () => {
    const scopes = namesIn(JSON.parse(readFileSync(grammarPath, 'utf8')).repository).flatMap(name =>
      name.split(' '),
    );
    assert.deepEqual(
      scopes.filter(scope => !scope.endsWith('.cable')),
      [],
    );
  });

  const stuffings = [
    ...[
      'A ',
      'Aa ',
      '1',
      '1 ',
      '- ',
      '-',
      '(',
      '(C) ',
      ' ',
      '\t',
      '[1](#)',
      '[PREL](#) ',
      '**1**',
      '¶',
      '. (C) ',
    ],
    ...[
      'SUBJECT: ',
      'TAGS: ',
      'REF: ',
      'E.O. ',
      'ref A, ',
      'ref A and ',
      'A. ',
      '08 MUSCAT ',
      '07MUSCAT',
      'X',
      'x ',
    ],
    ...[
      'PREL, ',
      'S E C R E T ',
      'C',
      'S ',
      'RUEHC ',
      'RUEHC/',
      'MUSCAT 00000073 ',
      '=',
      'AND ',
      '&',
      "O'",
      '\\',
      '#',
    ],
  ];
  const openings = [
    '',
    'SUBJECT: ',
    'TAGS: ',
    'REF: ',
    'Classified By: ',
    'RR ',
    'TO RUEHC/',
    'S E C R E T ',
    '1. (C) ',
    '---',
  ];

  for (const stuffing of stuffings) {
    it(`reads a line of ${longestLine} characters of ${JSON.stringify(stuffing)} to its end`, () => {
      const stuffed = stuffing.repeat(Math.ceil(longestLine / stuffing.length)).slice(0, longestLine);
      const afterBlank = grammar.tokenizeLine2('', INITIAL).ruleStack;
      const lines = [...openings.map(opening => [INITIAL, opening] as const), [afterBlank, ''] as const];
      for (const [state, opening] of lines) {
        const { stoppedEarly } = grammar.tokenizeLine2(`${opening}${stuffed}!`, state, patienceMs);
        assert.equal(stoppedEarly, false, opening);
      }
    });
  }

  it('holds no more state after many blank lines than after one', () => {
    let state = grammar.tokenizeLine2('', INITIAL).ruleStack;
    const { depth } = state;
    for (let line = 0; line < 10_000; line++) state = grammar.tokenizeLine2('', state).ruleStack;
    assert.equal(state.depth, depth);
  });

  it('holds no more state after many damaged lines than after a few', () => {
    const damage = [
      'TAGS: PREL SUBJECT: A',
      '',
      'A WAY OUT',
      'REF: A. X',
      '-----',
      'PORTS',
      '',
      'SUBJ: B',
      '====',
      '(C) x',
    ];
    let state = INITIAL;
    let deepest = 0;
    for (let round = 0; round < 200; round++) {
      for (const line of damage) state = grammar.tokenizeLine2(line, state).ruleStack;
      if (round < 2) deepest = Math.max(deepest, state.depth);
      assert.ok(state.depth <= deepest, `depth ${state.depth} in round ${round}`);
    }
  });
});

/** Every regular expression of the grammar. */
function patternsIn(node: unknown): string[] {
  return stringsUnder(node, ['match', 'begin', 'end', 'while']);
}

/** Every scope name that a rule gives. */
function namesIn(node: unknown): string[] {
  return stringsUnder(node, ['name', 'contentName']);
}

function stringsUnder(node: unknown, keys: readonly string[]): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? (keys.includes(key) ? [value] : []) : stringsUnder(value, keys),
  );
}
