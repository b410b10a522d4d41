import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IGrammar } from 'vscode-textmate';
import { linesOf, loadGrammar, type ScopedText, tokenise } from './tokenise';

const goldenFolder = 'test/golden/grammar';

describe('the grammar over the seeds', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  for (const seed of readdirSync('seeds').filter(name => name.endsWith('.txt'))) {
    it(`scopes ${seed} as its golden file says`, () => {
      const lines = linesOf(join('seeds', seed));
      const actual = render(lines, tokenise(grammar, lines));
      const golden = join(goldenFolder, seed);
      if (process.env.UPDATE) {
        mkdirSync(goldenFolder, { recursive: true });
        writeFileSync(golden, actual);
      }
      assert.ok(existsSync(golden), `${golden} is missing: run with UPDATE=1`);
      assert.equal(actual, readFileSync(golden, 'utf8'));
    });
  }
});

/** Each line cut to 100 characters after its number; under it, column, text and scopes of all that is not plain. */
function render(lines: readonly string[], tokens: readonly ScopedText[][]): string {
  return lines
    .map((line, index) => {
      const head = `${String(index + 1).padStart(3)}│${line.slice(0, 100)}${line.length > 100 ? '…' : ''}`;
      const scoped = (tokens[index] ?? []).filter(token => token.scopes && token.text.trim());
      return [head.trimEnd(), ...scoped.map(renderToken)].join('\n');
    })
    .join('\n')
    .concat('\n');
}

function renderToken({ column, text, scopes }: ScopedText): string {
  return `      ${String(column).padStart(4)}  ${text.trim().padEnd(24)} ${scopes}`;
}
