import { type Check, finding } from '../check';
import { isJoinedFromTwo } from './pageIdentity';
import { placeOfId } from './statedIdentity';

/** A retransmission, a corrected copy, a partial extract, or the same text from two publishers (cable-format 10.5). */
export const check: Check = {
  code: 'duplicate-cable',
  severity: 'information',
  summary: 'Another file holds the same telegram.',
  run(cable, { otherFilesOf }) {
    const { mrn } = cable;
    if (mrn === null) return [];
    const otherFiles = otherFilesOf(mrn);
    const [first] = otherFiles;
    // That its text is another telegram's is what the header's finding says.
    if (!first || isJoinedFromTwo(cable)) return [];
    const others = otherFiles.length === 1 ? '' : ` and ${otherFiles.length - 1} more`;
    return [
      finding(placeOfId(cable), `${mrn} is also in ${first.name}${others}.`, {
        relatedLocations: otherFiles
          .slice(0, SHOWN)
          .map(({ uri, range, name }) => ({ uri, range, message: `${mrn} in ${name}.` })),
      }),
    ];
  },
};

/** How many of the other files are named. */
const SHOWN = 10;
