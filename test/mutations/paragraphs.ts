import type { Cable, Paragraph } from '../../server/src/cable/model';
import { isEntireText } from '../../server/src/reference/markings';
import { type Mutation, put } from './mutation';

/** Whether the numbers run 1, 2, 3… as they are printed. */
function isNumbered({ paragraphs }: Cable): boolean {
  return (
    paragraphs.length > 3 &&
    paragraphs.every(({ number, trust }, i) => number === i + 1 && trust === 'printed')
  );
}

/** Whether there is text of its own between one paragraph and the next: a heading, or a page line. */
function isMarkedThroughout({ paragraphs }: Cable): boolean {
  return paragraphs.length > 5 && paragraphs.every(({ marking }) => marking && !isEntireText(marking.value));
}

const digitsOf = ({ printed, number }: Paragraph) => {
  const start = printed.start + printed.value.indexOf(String(number));
  return { start, end: start + String(number).length };
};

const quotes = (text: string, { segments }: Paragraph) =>
  segments.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(/["“”]/g)].map(({ index }) => start + index),
  );

export const paragraphs: readonly Mutation[] = [
  {
    code: 'paragraph-number-missing',
    name: 'a number gone before its mark',
    apply: (text, cable, random) => {
      if (!isNumbered(cable) || !isMarkedThroughout(cable)) return null;
      const paragraph = random.pick(cable.paragraphs.slice(1, -1));
      if (!paragraph?.marking) return null;
      return put(text, { start: paragraph.printed.start, end: paragraph.marking.start }, '');
    },
  },
  {
    code: 'paragraph-sequence',
    name: 'a paragraph gone',
    apply: (text, cable, random) => {
      if (!isNumbered(cable)) return null;
      const paragraph = random.pick(cable.paragraphs.slice(1, -1));
      return paragraph ? put(text, paragraph, '') : null;
    },
  },
  {
    code: 'paragraph-sequence',
    name: 'a number passed over',
    apply: (text, cable, random) => {
      if (!isNumbered(cable)) return null;
      const from = random.int(1, cable.paragraphs.length - 2);
      return cable.paragraphs
        .slice(from)
        .reduceRight(
          (rest, paragraph) => put(rest, digitsOf(paragraph), String((paragraph.number ?? 0) + 1)),
          text,
        );
    },
  },
  {
    code: 'paragraph-sequence',
    name: 'a number twice',
    apply: (text, cable, random) => {
      // Without marks it cannot be told from a list.
      if (!isNumbered(cable) || !isMarkedThroughout(cable)) return null;
      const from = random.int(1, cable.paragraphs.length - 2);
      return cable.paragraphs
        .slice(from)
        .reduceRight(
          (rest, paragraph) => put(rest, digitsOf(paragraph), String((paragraph.number ?? 0) - 1)),
          text,
        );
    },
  },
  {
    code: 'portion-mark-missing',
    name: 'a mark gone',
    apply: (text, cable, random) => {
      if (!isNumbered(cable) || !isMarkedThroughout(cable)) return null;
      const paragraph = random.pick(cable.paragraphs.slice(1));
      return paragraph?.marking
        ? put(text, { start: paragraph.marking.start, end: paragraph.textStart }, '')
        : null;
    },
  },
  {
    code: 'portion-mark-unknown',
    name: 'an unknown control in a mark',
    apply: (text, cable, random) => {
      const marking = random.pick(cable.paragraphs)?.marking;
      if (!marking || !/^(?:C|S|SBU|U)$/.test(marking.value)) return null;
      return put(text, marking, `(${marking.value}/${random.pick(['NG', 'XF', 'NFF', 'BF'])})`);
    },
  },
  {
    code: 'unbalanced-quotes',
    name: 'a quotation mark gone',
    apply: (text, cable, random) => {
      const quoting = cable.paragraphs.filter((paragraph, i) => {
        const next = cable.paragraphs[i + 1];
        const count = quotes(text, paragraph).length;
        return count > 0 && count % 2 === 0 && !/["“]/.test(next ? text.charAt(next.textStart) : '');
      });
      const paragraph = random.pick(quoting);
      const at = paragraph && random.pick(quotes(text, paragraph));
      // A quotation mark before the first word would make the one before it run on.
      return at === undefined || at === paragraph?.textStart
        ? null
        : put(text, { start: at, end: at + 1 }, '');
    },
  },
  {
    code: 'summary-unclosed',
    name: '"End Summary" gone',
    apply: (text, { passages }) => {
      const summary = passages.find(({ kind, form }) => kind === 'summary' && form === 'words');
      const words = summary && /\bend\s+summary$/i.exec(text.slice(summary.start, summary.end));
      if (!summary || !words) return null;
      return put(text, { start: summary.start + words.index, end: summary.end }, '');
    },
  },
  {
    code: 'signature-missing',
    name: 'the signature gone',
    apply: (text, { dialect, signature, partial, classLine, paragraphs: all }) =>
      signature && dialect !== 'smart' && !partial && classLine && all.length > 0
        ? put(text, signature, '')
        : null,
  },
];
