import * as l10n from '@vscode/l10n';
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
    const isHeader = meant.witness.kind === 'DE line';
    const message = isHeader
      ? l10n.t('Classification line says {0}; FM line and DE line say {1}.', post.value, name)
      : l10n.t('Classification line says {0}; FM line and page line say {1}.', post.value, name);
    const witness = isHeader
      ? l10n.t('The DE line names {0}.', name)
      : l10n.t('The page line names {0}.', name);
    return [
      finding(post, message, {
        related: [
          ...seeAlso(from, l10n.t('The telegram is from {0}.', from.value)).related,
          ...seeAlso(meant.witness, witness).related,
        ],
        fix: replace(post, name, true),
      }),
    ];
  },
};
