import type { Cable } from '../cable/model';
import { covers, type Span, touches } from '../text/span';
import { citingAt } from './citing';
import { type OutlineNode, outlineOf } from './outline';
import { paragraphAt, sentenceAt } from './sentences';
import { wordAt } from './words';

/**
 * What the user may want to select around `offset`, each inside the next: word, reference, sentence, words of the paragraph,
 * paragraph, section under a heading; or word, field, header; then the body and the whole text.
 */
export function selectionsAt(cable: Cable, offset: number): readonly Span[] {
  return growing(
    [...smallest(cable, offset), ...inParagraph(cable, offset)],
    [
      ...inOutline(outlineOf(cable), offset),
      ...(touches(cable.body, offset) ? [cable.body] : []),
      { start: 0, end: cable.text.length },
    ],
  );
}

/** Words, and what else is smaller than a sentence. */
function smallest(cable: Cable, offset: number): readonly Span[] {
  const word = wordAt(cable.text, { start: 0, end: cable.text.length }, offset);
  const citing = citingAt(cable, offset);
  const { to, info } = cable.transmission;
  const addressee = [...to, ...info].find(one => touches(one, offset));
  return [word, citing, addressee].filter(span => span != null);
}

function inParagraph(cable: Cable, offset: number): readonly Span[] {
  const paragraph = paragraphAt(cable, offset);
  const sentence = sentenceAt(cable, offset);
  if (!paragraph || !sentence) return [];
  // A caret after the end of a sentence stands before the next one.
  return [
    ...(touches(sentence, offset) ? [sentence] : []),
    { start: paragraph.textStart, end: paragraph.end },
  ];
}

/** The entries of the outline that hold `offset`, the smallest first. */
function inOutline(nodes: readonly OutlineNode[], offset: number): readonly Span[] {
  const node = nodes.find(({ span }) => touches(span, offset));
  return node ? [...inOutline(node.children, offset), node.span] : [];
}

/** Those of the spans, from the smallest on, of which each covers the one before and is larger. */
function growing(...groups: readonly (readonly Span[])[]): readonly Span[] {
  const kept: Span[] = [];
  for (const { start, end } of groups.flatMap(group => [...group].sort((a, b) => sizeOf(a) - sizeOf(b)))) {
    const last = kept.at(-1);
    if (end > start && (!last || (covers({ start, end }, last) && end - start > sizeOf(last))))
      kept.push({ start, end });
  }
  return kept;
}

function sizeOf({ start, end }: Span): number {
  return end - start;
}
