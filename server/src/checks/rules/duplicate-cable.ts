import { type Check, finding } from '../check';
import { placeOfId } from './header';

/** A retransmission, a corrected copy, a partial extract, or the same text from two publishers (cable-format 10.5). */
export const check: Check = {
  code: 'duplicate-cable',
  severity: 'information',
  summary: 'Another file holds the same telegram.',
  run(cable, { copiesOf }) {
    const { mrn } = cable;
    const copies = mrn === null ? [] : copiesOf(mrn);
    const [first] = copies;
    if (!first) return [];
    const others = copies.length === 1 ? '' : ` and ${copies.length - 1} more`;
    return [
      finding(placeOfId(cable), `${mrn} is also in ${first.name}${others}.`, {
        elsewhere: copies
          .slice(0, SHOWN)
          .map(({ uri, range, name }) => ({ uri, range, message: `${mrn} in ${name}.` })),
      }),
    ];
  },
};

/** How many of the other files are named. */
const SHOWN = 10;
