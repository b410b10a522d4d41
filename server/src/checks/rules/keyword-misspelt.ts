import * as l10n from '@vscode/l10n';
import type { Cable } from '../../cable/model';
import { nearKeyword } from '../../cable/unusualKeyword';
import type { Span } from '../../text/span';
import { type Check, finding, findingsIn, replace } from '../check';

/** The field is read all the same; a scanner's errors are repaired and are no slips. */
export const check: Check = {
  code: 'keyword-misspelt',
  severity: 'information',
  silentIn: ['smart', 'foia'],
  summary: 'The keyword of a field has a slip in it.',
  run(cable) {
    return findingsIn(keywords(cable), ([keyword, span]) => {
      const mark = MARK.exec(cable.text.slice(span.start, span.end))?.[0].length ?? 0;
      const printed = cable.text.slice(span.start + mark, span.end);
      const length = /^[\s\S]*[A-Z0-9]\.?/i.exec(printed)?.[0].length ?? 0;
      const word = { start: span.start + mark, end: span.start + mark + length };
      const meant = nearKeyword(printed.slice(0, length), keyword);
      if (meant === null) return null;
      const message = l10n.t('"{0}" is probably {1}.', printed.slice(0, length), meant);
      return finding(word, message, { fix: replace(word, meant, true) });
    });
  },
};

/** A portion mark before CLASSIFIED BY. */
const MARK = /^\([A-Z/]{1,8}\)\s{0,4}/i;

/** The fields of a cable with where each one's keyword stands. */
function keywords(cable: Cable): readonly (readonly [Parameters<typeof nearKeyword>[1], Span])[] {
  const { text, transmission, executiveOrder: order, tags, subject, references, authority } = cable;
  const info = transmission.order.find(({ part }) => part === 'INFO');
  const words = info && /^\w+/.exec(text.slice(info.start, info.start + 10))?.[0];
  return [
    ...(info && words ? [['info', { start: info.start, end: info.start + words.length }] as const] : []),
    ...(order?.number ? [['executive-order', { start: order.start, end: order.number.start }] as const] : []),
    ...(tags ? [['tags', tags.keyword] as const] : []),
    ...(subject ? [['subject', subject.keyword] as const] : []),
    ...(references ? [['references', references.keyword] as const] : []),
    ...(authority ? [['authority', authority.keyword] as const] : []),
  ];
}
