import * as l10n from '@vscode/l10n';
import { postKey } from '../../reference/posts';
import { knownPosts } from '../../reference/stations';
import { type Check, finding, findingsIn, seeAlso } from '../check';
import { contradiction, sidesWithHeader } from './pageIdentity';

/** X13 for the page headings of 1973-79 and of released paper; characters repaired after OCR are no contradiction. */
export const check: Check = {
  code: 'page-head-mismatch',
  severity: 'warning',
  summary: 'A page heading names another telegram.',
  run(cable) {
    const { classLine: line, dialect, mrn } = cable;
    if (!line || !mrn || (dialect !== 'sas' && dialect !== 'foia')) return [];
    return findingsIn(cable.pageLines, page => {
      const readable = /^\d+$/.test(page.serial.value) && /^[A-Z .'-]+$/.test(page.post.value);
      const isPost = dialect === 'sas' || isBeginningOfPost(page.post.value);
      const wrong = page.form === 'page-head' && readable && isPost ? contradiction(page, cable, 6) : null;
      if (!wrong || wrong === page.of || sidesWithHeader(page, wrong, cable, 6)) return null;
      const message = l10n.t(
        'Page heading names {0} {1}; this is {2}.',
        page.post.value,
        page.serial.value,
        mrn,
      );
      return finding(wrong, message, seeAlso(line, l10n.t('The classification line of {0}.', mrn)));
    });
  },
};

/** Whether some station's name begins so: letters that a scanner changed make no name. */
function isBeginningOfPost(printed: string): boolean {
  const letters = postKey(printed);
  for (const post of knownPosts()) if (post.startsWith(letters)) return true;
  return false;
}
