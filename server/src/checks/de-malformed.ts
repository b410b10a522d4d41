import { type Check, finding } from './check';

/** FL3 (5 FAH-2 H-321): `DE RI #nnnn[/ss] dddhhmm`. */
export const check: Check = {
  code: 'de-malformed',
  severity: 'error',
  summary: 'A line begins like a DE line and cannot be read as one.',
  run({ transmission: { de } }) {
    if (!de || de.ri) return [];
    return [finding(de, 'DE line not readable: expected "DE RI #nnnn[/ss] dddhhmm".')];
  },
};
