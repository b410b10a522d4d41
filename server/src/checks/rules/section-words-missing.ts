import { type Check, finding, seeAlso } from '../check';

/** Normal for copies of channel XYZ (cable-format 3.1). */
export const check: Check = {
  code: 'section-words-missing',
  severity: 'hint',
  offByDefault: true,
  summary: 'The DE line names a section, but the classification line has no SECTION.',
  run({ transmission: { de }, classLine }) {
    if (!de?.section || !classLine || classLine.section) return [];
    const message = `DE line is section ${de.section.value}; the classification line has no SECTION.`;
    return [finding(de.section, message, seeAlso(classLine, 'The classification line is here.'))];
  },
};
