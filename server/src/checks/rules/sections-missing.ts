import { type Check, finding } from '../check';

export const check: Check = {
  code: 'sections-missing',
  severity: 'information',
  summary: 'The text does not begin with the first section.',
  run({ classLine }) {
    const section = classLine?.section;
    if (!section || section.n <= 1) return [];
    return [finding(section, `Text begins with section ${section.n} of ${section.of}.`)];
  },
};
