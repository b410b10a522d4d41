import * as l10n from '@vscode/l10n';
import type { Tag } from '../../cable/model';
import { divideTags } from '../../reference/tags';
import type { Span } from '../../text/span';
import { type Check, finding } from '../check';

export const check: Check = {
  code: 'tag-run-together',
  severity: 'information',
  silentIn: ['sas', 'foia'],
  summary: 'An unknown TAGS code consists of known ones.',
  run({ tags }) {
    return runsOf(tags?.tags ?? []).map(({ span, codes }) => {
      const [first, last] = [codes.slice(0, -1).join(', '), codes.at(-1) ?? ''];
      let at = span.start;
      const edits = codes.slice(0, -1).map(code => {
        at += code.length;
        return { span: { start: at, end: at }, newText: ' ' };
      });
      return finding(span, l10n.t('{0} looks like {1} and {2}.', codes.join(''), first, last), {
        fix: () => ({ title: l10n.t('Separate {0} and {1}', first, last), edits, certain: false }),
      });
    });
  },
};

/** Codes with nothing between them: those that the reader has taken apart already, and those that it keeps as printed. */
function runsOf(tags: readonly Tag[]): { readonly span: Span; readonly codes: readonly string[] }[] {
  const runs: { span: Span; codes: string[] }[] = [];
  for (const tag of tags) {
    if (tag.kind !== 'code') continue;
    const codes = divideTags(tag.value) ?? [tag.value];
    const last = runs.at(-1);
    if (last?.span.end === tag.start) {
      last.codes.push(...codes);
      last.span = { start: last.span.start, end: tag.end };
    } else runs.push({ span: { start: tag.start, end: tag.end }, codes: [...codes] });
  }
  return runs.filter(({ codes }) => codes.length > 1);
}
