import * as l10n from '@vscode/l10n';
import type { Cable } from '../../cable/model';
import { classificationOf } from '../../cable/record';
import type { Span } from '../../text/span';
import { type FieldName, fieldNames } from '../fieldNames';
import { Drawing } from '../page/drawing';
import type { PageLine } from '../page/model';
import { blocksOf } from '../page/pageBlocks';
import { headerOf } from '../page/pageHeader';

/** A word of a part, without blanks. */
export interface Word {
  readonly text: string;
  /** What it is compared by: signs that copies write in several ways are one. */
  readonly key: string;
  /** The line of the text in which it begins, 0-based. */
  readonly line: number;
  readonly beginsLine: boolean;
  readonly endsLine: boolean;
}

/** A field, a heading, a paragraph or other text of a cable, without what copies and pages added. */
export interface Part {
  readonly kind: 'field' | 'heading' | 'paragraph' | 'text' | 'signature';
  /** Which field it is; null for a part of the body. */
  readonly field: FieldName | null;
  /** `Subject`, `¶4`, `Heading`, in the display language. */
  readonly name: string;
  readonly number: number | null;
  readonly marking: string | null;
  readonly words: readonly Word[];
  /** Where it begins, 0-based. */
  readonly line: number;
}

const NAMES = {
  heading: () => l10n.t({ message: 'Heading', comment: 'A heading within the text of a cable.' }),
  text: () => l10n.t({ message: 'Text', comment: 'A part of a cable that is neither field nor paragraph.' }),
} as const;

/**
 * The parts of a cable in order: the header, then the body. Capitals and small letters are one with `foldCase`, for a copy that has
 * lost the difference.
 */
export function partsOf(cable: Cable, foldCase: boolean): readonly Part[] {
  const draw = new Drawing(cable, () => null);
  const words = (lines: readonly PageLine[]) => wordsOf(lines, foldCase);
  const field = (name: FieldName, span: Span | null, text: string | null): readonly Part[] => {
    if (!span || !text) return [];
    const line = cable.lines.lineAt(span.start);
    return [fieldPart(name, words([{ line, original: '', runs: [{ text, ids: [], place: null }] }]))];
  };
  const header = headerOf(cable, draw).map(({ name, lines }) => fieldPart(name, words(lines)));
  const captions = [...new Set(cable.captions.map(({ value }) => value))];
  const body = blocksOf(cable, draw).map(({ kind, number, marking, parts }) =>
    part(
      kind,
      kind === 'paragraph' ? `¶${number ?? ''}` : NAMES[kind](),
      words(parts.flat()),
      number,
      marking,
    ),
  );
  return [
    ...header,
    ...field('classification', cable.classLine ?? { start: 0, end: 0 }, classificationOf(cable)),
    ...field('captions', cable.captions[0] ?? null, captions.join(' ')),
    ...field('subject', cable.subject, cable.subject?.value ?? null),
    ...body.filter(({ words, number }) => words.length > 0 || number !== null),
    ...field('signature', cable.signature, cable.signature?.value ?? null).map(one => ({
      ...one,
      kind: 'signature' as const,
    })),
  ];
}

/** Whether a cable's body has no small letters at all, as on paper and in copies of it. */
export function isInCapitals({ text, body }: Cable): boolean {
  return !/\p{Ll}{2}/u.test(text.slice(body.start, body.end));
}

function fieldPart(field: FieldName, words: readonly Word[]): Part {
  return { ...part('field', fieldNames[field](), words), field };
}

function part(
  kind: Part['kind'],
  name: string,
  words: readonly Word[],
  number: number | null = null,
  marking: string | null = null,
): Part {
  return { kind, field: null, name, number, marking, words, line: words[0]?.line ?? 0 };
}

function wordsOf(lines: readonly PageLine[], foldCase: boolean): readonly Word[] {
  const words: ReturnType<typeof word>[] = [];
  for (const { line, runs } of lines) {
    const printed = runs.map(({ text }) => text).join('');
    let isFirst = true;
    for (const text of printed.split(/\s+/)) {
      if (text === '') continue;
      const last = words.at(-1);
      // A word that is divided at the end of a line is one word.
      if (isFirst && last && /[\p{L}\p{N}]-$/u.test(last.text) && /^[\p{L}\p{N}]/u.test(text))
        words[words.length - 1] = word(last.text + text, foldCase, last.line, last.beginsLine);
      else words.push(word(text, foldCase, line, isFirst));
      isFirst = false;
    }
    const last = words.at(-1);
    if (last && !isFirst) last.endsLine = true;
  }
  return words;
}

function word(text: string, foldCase: boolean, line: number, beginsLine: boolean) {
  return { text, key: keyOf(text, foldCase), line, beginsLine, endsLine: false };
}

/** What a copy may write in another way; most words have nothing of it. */
const SIGNS = /[^!-~]|''|--/;

function keyOf(text: string, foldCase: boolean): string {
  const plain = SIGNS.test(text) ? plainSigns(text) : text;
  return foldCase ? plain.toUpperCase() : plain;
}

function plainSigns(text: string): string {
  return text
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”]|''/g, '"')
    .replace(/[‐-―-]+/g, '-');
}
