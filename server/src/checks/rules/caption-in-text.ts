import { type Check, finding } from '../check';
import { withItsLine } from './ownLine';

/** Web copies repeat the caption where a new page of the original began; it is no part of the sentence. */
export const check: Check = {
  code: 'caption-in-text',
  severity: 'information',
  summary: 'A caption is repeated within the text.',
  run(cable) {
    return cable.captions.flatMap(caption =>
      caption.place === 'text'
        ? [
            finding(caption, `Repeated caption ${caption.value} in the text.`, {
              fix: {
                title: `Delete the repeated ${caption.value}`,
                edits: [{ span: withItsLine(cable, caption), newText: '' }],
                certain: true,
              },
            }),
          ]
        : [],
    );
  },
};
