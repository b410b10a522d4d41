import * as l10n from '@vscode/l10n';
import { postKey } from '../../reference/posts';
import { isKnownPost, postName, postsLike } from '../../reference/stations';
import { type Check, finding, findingsIn, replace } from '../check';
import { textPost } from './statedIdentity';

export const check: Check = {
  code: 'reference-station-unknown',
  severity: 'hint',
  silentIn: ['sas', 'foia'],
  summary: 'A reference names a station that is not known, and is one letter away from one that is.',
  run(cable) {
    return findingsIn(cable.references?.items ?? [], ({ post }) => {
      const key = post && postKey(post.value);
      if (!post || !key || isKnownPost(key)) return null;
      const like = postsLike(key);
      // Of several, the telegram's own station is meant: posts cite themselves most.
      const near = like.length === 1 ? like[0] : like.find(candidate => candidate === textPost(cable));
      if (!near) return null;
      const name = postName(near);
      return finding(post, l10n.t('"{0}" is probably {1}.', post.value, name), { fix: replace(post, name) });
    });
  },
};
