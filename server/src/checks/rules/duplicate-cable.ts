import * as l10n from '@vscode/l10n';
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
    const message =
      otherFiles.length === 1
        ? l10n.t('{0} is also in {1}.', mrn, first.name)
        : l10n.t('{0} is also in {1} and {2} more.', mrn, first.name, otherFiles.length - 1);
    return [
      finding(placeOfId(cable), message, {
        relatedLocations: otherFiles
          .slice(0, SHOWN)
          .map(({ uri, range, name }) => ({ uri, range, message: l10n.t('{0} in {1}.', mrn, name) })),
      }),
    ];
  },
};

/** How many of the other files are named. */
const SHOWN = 10;
