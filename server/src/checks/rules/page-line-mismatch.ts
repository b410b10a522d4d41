import * as l10n from '@vscode/l10n';
import { type Check, finding, findingsIn, seeAlso } from '../check';
import { contradiction, sidesWithHeader } from './pageIdentity';

/**
 * X13. Once for each contradiction: all pages of a record repeat it. Where header and pages stand against the classification
 * line, `header-text-mismatch` or `serial-mismatch` reports it.
 */
export const check: Check = {
  code: 'page-line-mismatch',
  severity: 'warning',
  summary: 'A page line names another telegram, or another number of sections.',
  run(cable) {
    const line = cable.classLine;
    const serial = line?.serial;
    const { mrn } = cable;
    if (!line || !serial || !mrn) return [];
    const said = new Set<string>();
    return findingsIn(cable.pageLines, page => {
      const wrong = page.form === 'page-line' ? contradiction(page, cable, 10) : null;
      if (!wrong || sidesWithHeader(page, wrong, cable, 10)) return null;
      const named = counted(`${page.post.value} ${page.serial.value}`, page.of?.value);
      const here = counted(mrn, line.section?.of);
      const message = l10n.t('Page line names {0}; this is {1}.', named, here);
      if (said.has(message)) return null;
      said.add(message);
      return finding(wrong, message, seeAlso(line, l10n.t('The classification line of {0}.', mrn)));
    });
  },
};

/** A telegram with the number of its sections, where that is told: `MUSCAT 73 of 4`. */
function counted(name: string, of: number | undefined): string {
  return of === undefined ? name : l10n.t('{0} of {1}', name, of);
}
