import * as l10n from '@vscode/l10n';
import type { Cable } from '../../cable/model';
import type { Span } from '../../text/span';
import { type Check, finding, findingsIn } from '../check';

/** Web copies repeat the caption where a new page of the original began; it is no part of the sentence. */
export const check: Check = {
  code: 'caption-in-text',
  severity: 'hint',
  silentIn: ['sas', 'foia'],
  summary: 'A caption is repeated within the text.',
  run(cable) {
    return findingsIn(cable.captions, caption =>
      caption.place === 'text'
        ? finding(caption, l10n.t('Repeated caption {0} in the text.', caption.value), {
            fix: () => ({
              title: l10n.t('Delete the repeated {0}', caption.value),
              edits: [{ span: withItsLine(cable, caption), newText: '' }],
              certain: true,
            }),
          })
        : null,
    );
  },
};

/** The caption's whole line with its break where nothing else stands on it, otherwise the caption and the blanks after it. */
export function withItsLine({ text, lines }: Cable, caption: Span): Span {
  const line = lines.lineAt(caption.start);
  const alone = text.slice(lines.start(line), lines.end(line)).trim().length === caption.end - caption.start;
  if (alone) return { start: lines.start(line), end: lines.start(line + 1) };
  let end = caption.end;
  while (text[end] === ' ') end++;
  return { start: caption.start, end };
}
