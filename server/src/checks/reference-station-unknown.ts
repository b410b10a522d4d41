import { isKnownPost, postKey, postName, postsLike } from '../reference/stations';
import { type Check, finding, replace } from './check';

export const check: Check = {
  code: 'reference-station-unknown',
  severity: 'hint',
  summary: 'A reference names a station that is not known, and is one letter away from one that is.',
  run({ references }) {
    return (references?.items ?? []).flatMap(({ post }) => {
      const key = post && postKey(post.value);
      if (!post || !key || isKnownPost(key)) return [];
      const [near, second] = postsLike(key);
      if (!near || second) return [];
      const name = postName(near);
      return [finding(post, `"${post.value}" is probably ${name}.`, { fix: replace(post, name) })];
    });
  },
};
