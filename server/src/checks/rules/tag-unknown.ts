import * as l10n from '@vscode/l10n';
import { divideTags, tagOf } from '../../reference/tags';
import { type Check, finding, findingsIn } from '../check';

/** The list of codes is open: an unknown one proves nothing. Silent where `tag-run-together` reports. */
export const check: Check = {
  code: 'tag-unknown',
  severity: 'hint',
  offByDefault: true,
  silentIn: ['sas', 'foia'],
  summary: 'A TAGS code is not in the table of codes.',
  run({ tags }) {
    return findingsIn(tags?.tags ?? [], tag =>
      tag.kind === 'code' && !tagOf(tag.value) && !divideTags(tag.value)
        ? finding(tag, l10n.t('{0} is not a known TAGS code.', tag.value))
        : null,
    );
  },
};
