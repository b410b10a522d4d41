import { postName } from '../../reference/stations';
import { type Check, finding, replace, seeAlso } from '../check';
import { misspeltPost } from './statedIdentity';

/** Three places say the post. Where the other two agree and the classification line is a letter off, it is the slip. */
export const check: Check = {
  code: 'class-line-post-misspelt',
  severity: 'warning',
  silentIn: ['smart', 'foia'],
  summary: 'The classification line misspells the post that the FM line and another line name.',
  run(cable) {
    const post = cable.classLine?.post;
    const from = cable.transmission.from;
    const meant = misspeltPost(cable);
    if (!post || !from || !meant) return [];
    const name = postName(meant.post);
    const message = `Classification line says ${post.value}; FM line and ${meant.witness.name} say ${name}.`;
    return [
      finding(post, message, {
        related: [
          ...seeAlso(from, `The telegram is from ${from.value}.`).related,
          ...seeAlso(meant.witness, `The ${meant.witness.name} names ${name}.`).related,
        ],
        fix: replace(post, name, true),
      }),
    ];
  },
};
