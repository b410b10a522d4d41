import * as l10n from '@vscode/l10n';
import { stationsAt } from '../../reference/routing';
import { type Check, finding, seeAlso } from '../check';
import { isMixedRecord, originatingPost, samePost, textPost } from './statedIdentity';

/**
 * X5: held in 1,120 of 1,120, shared routing indicators allowed. Where the FM line stands against DE line and classification
 * line, `header-text-mismatch` reports it.
 */
export const check: Check = {
  code: 'station-mismatch',
  severity: 'warning',
  summary: 'The DE line’s routing indicator belongs to another station than the FM line’s.',
  run(cable) {
    const ri = cable.transmission.de?.ri;
    const from = cable.transmission.from;
    const post = originatingPost(cable);
    const rows = ri ? stationsAt(ri.value) : [];
    const [row] = rows;
    if (!ri || !from || !post || !row) return [];
    const certain = rows.every(({ confidence, post: key }) => confidence === 'high' && key !== '');
    const fits = rows.some(
      ({ post: key, plad, also }) => samePost(key, post) || [plad, ...also].includes(from.value),
    );
    const text = textPost(cable);
    const isSaid = isMixedRecord(cable) && text !== null && rows.some(({ post: key }) => samePost(key, text));
    if (!certain || fits || isSaid) return [];
    const message = l10n.t('{0} is {1}; the telegram is from {2}.', ri.value, row.plad, from.value);
    return [finding(ri, message, seeAlso(from, l10n.t('The telegram is from {0}.', from.value)))];
  },
};
