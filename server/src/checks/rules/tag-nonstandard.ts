import * as l10n from '@vscode/l10n';
import { tagOf } from '../../reference/tags';
import { type Check, finding, findingsIn, replace } from '../check';

/** TAGS name countries by FIPS 10-4 codes, not by those of ISO 3166. */
export const check: Check = {
  code: 'tag-nonstandard',
  severity: 'hint',
  silentIn: ['sas', 'foia'],
  summary: 'A TAGS code for a country is not the standard one.',
  run({ tags }) {
    return findingsIn(tags?.tags ?? [], tag => {
      const row = tag.kind === 'code' ? tagOf(tag.value) : null;
      if (!row?.use) return null;
      const message = l10n.t('{0}: the code for {1} is {2}.', tag.value, row.meaning, row.use);
      return finding(tag, message, { fix: replace(tag, row.use) });
    });
  },
};
