import { type Check, finding } from './check';

/** FL5 (5 FAH-2 H-321). */
export const check: Check = {
  code: 'dtg-malformed',
  severity: 'error',
  summary: 'A line at the date-time group’s place begins like one and cannot be read.',
  run({ transmission: { dtg } }) {
    if (!dtg || dtg.time) return [];
    return [finding(dtg, 'Date-time group not readable: expected "P ddhhmmZ MMM YY".')];
  },
};
