import { type Check, finding } from './check';

/** The number follows from the neighbours, and the parser says so. */
export const check: Check = {
  code: 'paragraph-number-missing',
  severity: 'information',
  summary: 'A paragraph has lost its number.',
  run({ paragraphs }) {
    return paragraphs.flatMap(({ trust, number, marking, printed, textStart }) => {
      if (trust !== 'guessed' || number === null) return [];
      const span = marking ? { start: printed.start, end: marking.end + 1 } : printed;
      return [
        finding(span, `Paragraph ${number} has lost its number.`, {
          fix: {
            title: `Insert the number ${number}`,
            edits: [
              {
                span: { start: printed.start, end: marking ? marking.start - 1 : textStart },
                newText: `¶${number}. `,
              },
            ],
            certain: false,
          },
        }),
      ];
    });
  },
};
