import { textOf } from '../../text/span';
import { type Check, finding, replace, seeAlso } from '../check';

/** X15: held in 1,120 of 1,120. */
export const check: Check = {
  code: 'precedence-mismatch',
  severity: 'warning',
  summary: 'The digraph of the routing line is not the first prosign of the date-time group, doubled.',
  run({ text, transmission: { routing, dtg } }) {
    const first = dtg?.precedences[0];
    if (!routing || !first) return [];
    const { digraph } = routing;
    const prosign = textOf(text, first).toUpperCase();
    if (digraph.value[0] === prosign) return [];
    const message = `Routing precedence ${digraph.value} does not fit ${prosign} in the date-time group.`;
    return [
      finding(digraph, message, {
        ...seeAlso(first, `The date-time group has ${prosign}.`),
        fix: replace(digraph, prosign + prosign),
      }),
    ];
  },
};
