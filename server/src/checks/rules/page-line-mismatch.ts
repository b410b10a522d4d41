import { type Check, finding, seeAlso } from '../check';
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
    if (!line || !serial || !cable.mrn) return [];
    const said = new Set<string>();
    return cable.pageLines.flatMap(page => {
      const wrong = page.form === 'page-line' ? contradiction(page, cable, 10) : null;
      if (!wrong || sidesWithHeader(page, wrong, cable, 10)) return [];
      const named = `${page.post.value} ${page.serial.value}${page.of ? ` of ${page.of.value}` : ''}`;
      const here = `${cable.mrn}${line.section ? ` of ${line.section.of}` : ''}`;
      const message = `Page line names ${named}; this is ${here}.`;
      if (said.has(message)) return [];
      said.add(message);
      return [finding(wrong, message, seeAlso(line, `The classification line of ${cable.mrn}.`))];
    });
  },
};
