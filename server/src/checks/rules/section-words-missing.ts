import * as l10n from '@vscode/l10n';
import { type Check, finding, seeAlso } from '../check';

/** Normal for copies of channel XYZ (cable-format 3.1). */
export const check: Check = {
  code: 'section-words-missing',
  severity: 'hint',
  offByDefault: true,
  summary: 'The DE line names a section, but the classification line has no SECTION.',
  run({ transmission: { de }, classLine }) {
    if (!de?.section || !classLine || classLine.section) return [];
    const message = l10n.t(
      'DE line is section {0}; the classification line has no SECTION.',
      de.section.value,
    );
    return [finding(de.section, message, seeAlso(classLine, l10n.t('The classification line is here.')))];
  },
};
