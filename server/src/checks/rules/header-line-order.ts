import * as l10n from '@vscode/l10n';
import type { HeaderLine } from '../../cable/model';
import { type Check, finding, seeAlso } from '../check';
import { firstLine, PART_ORDER, partName } from './headerLines';

export const check: Check = {
  code: 'header-line-order',
  severity: 'information',
  silentIn: ['smart', 'foia'],
  summary: 'A line of the transmission header is out of order.',
  run(cable) {
    const { order } = cable.transmission;
    const at = outOfOrder(order);
    const line = order[at];
    if (!line) return [];
    // Where it belongs: after the highest of the lines that come before it by the format.
    const before = order.filter(other => rank(other) < rank(line)).sort((a, b) => rank(b) - rank(a))[0];
    const displaced = before ?? order[at === 0 ? 1 : at - 1];
    if (!displaced) return [];
    const name = partName(line.part);
    const message = before
      ? l10n.t('{0} out of order: expected after {1}.', capital(name), partName(before.part))
      : l10n.t('{0} out of order: expected before {1}.', capital(name), partName(displaced.part));
    const related = seeAlso(
      firstLine(cable, displaced),
      l10n.t('The {0} is here.', partName(displaced.part)),
    );
    return [finding(firstLine(cable, line), message, related)];
  },
};

/** The index of the line without which the others are in order, the later one of two that are swapped; -1 where all are. */
function outOfOrder(order: readonly HeaderLine[]): number {
  const at = order.findIndex((line, i) => i > 0 && rank(line) < rank(order[i - 1]));
  if (at < 1 || isOrdered(order.toSpliced(at, 1))) return at;
  return isOrdered(order.toSpliced(at - 1, 1)) ? at - 1 : at;
}

function isOrdered(order: readonly HeaderLine[]): boolean {
  return order.every((line, i) => i === 0 || rank(line) >= rank(order[i - 1]));
}

function rank(line: HeaderLine | undefined): number {
  return line ? PART_ORDER.indexOf(line.part) : -1;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
