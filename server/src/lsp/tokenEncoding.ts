import { SemanticTokenTypes } from 'vscode-languageserver';
import {
  GRAMMAR_KINDS,
  TOKEN_KINDS,
  TOKEN_MODIFIERS,
  type Token,
  type TokenKind,
} from '../features/semanticTokens';
import type { LineTable } from '../text/lineTable';

const KINDS: readonly TokenKind[] = [...TOKEN_KINDS, ...GRAMMAR_KINDS];

/** What the numbers of encoded tokens mean to an editor that has the grammar. */
export const TOKEN_LEGEND = { tokenTypes: [...TOKEN_KINDS], tokenModifiers: [...TOKEN_MODIFIERS] };

/** By kinds: the types of the protocol, which editors have colours for. */
const STANDARD: Readonly<Record<TokenKind, SemanticTokenTypes>> = {
  artefact: SemanticTokenTypes.comment,
  paragraphNumber: SemanticTokenTypes.number,
  reference: SemanticTokenTypes.function,
  classification: SemanticTokenTypes.type,
  keyword: SemanticTokenTypes.keyword,
  address: SemanticTokenTypes.string,
  time: SemanticTokenTypes.number,
  tag: SemanticTokenTypes.enumMember,
  heading: SemanticTokenTypes.class,
  furniture: SemanticTokenTypes.comment,
  signature: SemanticTokenTypes.property,
};

/** What they mean to an editor without a grammar. */
export const FULL_TOKEN_LEGEND = {
  tokenTypes: KINDS.map(kind => STANDARD[kind]),
  tokenModifiers: [...TOKEN_MODIFIERS],
};

/**
 * Tokens as the protocol wants them: five numbers each, the line and the column counted from the token before. A token that
 * runs over a line break is one for each line, since few editors can show another.
 */
export function encodeTokens(lines: LineTable, tokens: readonly Token[]): number[] {
  const data: number[] = [];
  let lastLine = 0;
  let lastStart = 0;
  for (const { start, end, kind, modifier } of tokens) {
    const type = KINDS.indexOf(kind);
    const modifiers = modifier === null ? 0 : 1 << TOKEN_MODIFIERS.indexOf(modifier);
    for (let line = lines.lineAt(start); line <= lines.lineAt(end - 1); line++) {
      const lineStart = lines.start(line);
      const from = Math.max(start, lineStart) - lineStart;
      const to = Math.min(end, lines.end(line)) - lineStart;
      if (to <= from) continue;
      data.push(line - lastLine, line === lastLine ? from - lastStart : from, to - from, type, modifiers);
      lastLine = line;
      lastStart = from;
    }
  }
  return data;
}
