import { isNotReleasable } from '../../reference/markings';
import { type Check, finding, seeAlso } from '../check';

/** Once for each telegram, at the first such portion mark. */
export const check: Check = {
  code: 'noforn-caption-missing',
  severity: 'information',
  silentIn: ['smart'],
  summary: 'A paragraph is marked NOFORN, but the telegram has no NOFORN caption.',
  run({ paragraphs, captions, classLine }) {
    if (!classLine || captions.some(caption => caption.value === 'NOFORN' && caption.place !== 'text'))
      return [];
    const paragraph = paragraphs.find(({ marking }) => marking && isNotReleasable(marking.value));
    if (!paragraph?.marking) return [];
    const name = paragraph.number === null ? 'A paragraph' : `Paragraph ${paragraph.number}`;
    const message = `${name} is not releasable to foreign nationals, but there is no NOFORN caption.`;
    const [caption] = captions;
    return [finding(paragraph.marking, message, seeAlso(caption ?? classLine, 'The captions are here.'))];
  },
};
