import type { HeaderLine } from '../cable/model';
import { type Check, finding, seeAlso } from './check';
import { PART_NAMES, PART_ORDER } from './header';

export const check: Check = {
  code: 'header-line-order',
  severity: 'information',
  summary: 'A line of the transmission header is out of order.',
  run({ transmission: { order } }) {
    const at = order.findIndex((line, i) => i > 0 && rank(line) < rank(order[i - 1]));
    const line = order[at];
    if (!line) return [];
    // Where it belongs: behind the highest of the lines that come before it by the format.
    const before = order.filter(other => rank(other) < rank(line)).sort((a, b) => rank(b) - rank(a))[0];
    const displaced = before ?? order[at - 1];
    if (!displaced) return [];
    const name = PART_NAMES[line.part];
    const message = before
      ? `${capital(name)} out of order: expected after ${PART_NAMES[before.part]}.`
      : `${capital(name)} out of order: expected before ${PART_NAMES[displaced.part]}.`;
    return [finding(line, message, seeAlso(displaced, `The ${PART_NAMES[displaced.part]} is here.`))];
  },
};

function rank(line: HeaderLine | undefined): number {
  return line ? PART_ORDER.indexOf(line.part) : -1;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
