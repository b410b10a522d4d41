import type { Caption } from '../../cable/model';
import { type Check, finding, seeAlso } from '../check';
import { withItsLine } from './caption-in-text';

/** Normal for 2006 to early 2008, when a machine put SIPDIS above the drafter's own (cable-format 3.8). */
export const check: Check = {
  code: 'caption-duplicate',
  severity: 'hint',
  offByDefault: true,
  silentIn: ['foia'],
  summary: 'A caption appears twice above the text.',
  run(cable) {
    const first = new Map<string, Caption>();
    return cable.captions.flatMap(caption => {
      if (caption.place === 'text') return [];
      const earlier = first.get(caption.value);
      if (!earlier) {
        first.set(caption.value, caption);
        return [];
      }
      return [
        finding(caption, `${caption.value} appears twice.`, {
          ...seeAlso(earlier, `${caption.value} is here already.`),
          fix: {
            title: `Delete the repeated ${caption.value}`,
            edits: [{ span: withItsLine(cable, caption), newText: '' }],
            certain: true,
          },
        }),
      ];
    });
  },
};
