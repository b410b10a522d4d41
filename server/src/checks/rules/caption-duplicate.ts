import * as l10n from '@vscode/l10n';
import type { Caption } from '../../cable/model';
import { type Check, finding, findingsIn, seeAlso } from '../check';
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
    return findingsIn(cable.captions, caption => {
      if (caption.place === 'text') return null;
      const earlier = first.get(caption.value);
      if (!earlier) {
        first.set(caption.value, caption);
        return null;
      }
      return finding(caption, l10n.t('{0} appears twice.', caption.value), {
        ...seeAlso(earlier, l10n.t('{0} is here already.', caption.value)),
        fix: () => ({
          title: l10n.t('Delete the repeated {0}', caption.value),
          edits: [{ span: withItsLine(cable, caption), newText: '' }],
          certain: true,
        }),
      });
    });
  },
};
