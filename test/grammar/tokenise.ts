import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry, type StateStack } from 'vscode-textmate';

export const grammarPath = 'syntaxes/cable.tmLanguage.json';

/** A stretch of a line with the scopes the grammar gives it, without the root scope and without the ending `.cable`. */
export interface ScopedText {
  /** 0-based column, UTF-16. */
  readonly column: number;
  readonly text: string;
  /** Outermost first, separated by blanks; empty for plain text. */
  readonly scopes: string;
}

/** Makes the real grammar ready, with the engine that VS Code uses. */
export async function loadGrammar(): Promise<IGrammar> {
  const wasm = readFileSync(join('node_modules', 'vscode-oniguruma', 'release', 'onig.wasm'));
  await loadWASM(new Uint8Array(wasm).buffer);
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: patterns => createOnigScanner(patterns),
      createOnigString: text => createOnigString(text),
    }),
    loadGrammar: async scope =>
      scope === 'text.cable' ? parseRawGrammar(readFileSync(grammarPath, 'utf8'), grammarPath) : null,
  });
  const grammar = await registry.loadGrammar('text.cable');
  if (!grammar) throw new Error(`${grammarPath} does not define text.cable`);
  return grammar;
}

/** The tokens of each line, neighbours of equal scopes joined. */
export function tokenise(grammar: IGrammar, lines: readonly string[]): ScopedText[][] {
  let state: StateStack = INITIAL;
  return lines.map(line => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    const joined: ScopedText[] = [];
    for (const token of tokens) {
      const text = line.slice(token.startIndex, token.endIndex);
      const scopes = shorten(token.scopes);
      const last = joined.at(-1);
      if (last?.scopes === scopes) joined[joined.length - 1] = { ...last, text: last.text + text };
      else if (text) joined.push({ column: token.startIndex, text, scopes });
    }
    return joined;
  });
}

function shorten(scopes: readonly string[]): string {
  return scopes
    .filter(scope => scope !== 'text.cable' && !scope.startsWith('meta.'))
    .map(scope => scope.replace(/\.cable\b/g, ''))
    .join(' ');
}

/** The lines of a file, without their ends. */
export function linesOf(path: string): string[] {
  return readFileSync(path, 'utf8').split(/\r\n|\n/);
}
