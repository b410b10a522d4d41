import { type Check, finding, seeAlso } from '../check';

/** X4: held in 721 of 721. Copies without SECTION are normal, and silent. */
export const check: Check = {
  code: 'section-mismatch',
  severity: 'warning',
  summary: 'DE line and classification line name different sections.',
  run({ transmission: { de }, classLine }) {
    const header = de?.section;
    const text = classLine?.section;
    if (!header || !text || header.value === text.n) return [];
    const message = `DE line is section ${header.value}; classification line says section ${text.n}.`;
    return [finding(header, message, seeAlso(text, `Section ${text.n} of ${text.of}.`))];
  },
};
