import * as l10n from '@vscode/l10n';
import type { PageLine } from '../../cable/model';
import type { Field } from '../../text/span';
import { type Check, type Finding, finding } from '../check';

/** Page lines open the sections from the second to the last; more than a quarter of the copies that have some lack others. */
export const check: Check = {
  code: 'page-line-gap',
  severity: 'hint',
  offByDefault: true,
  summary: 'The page lines of a telegram are not complete.',
  run({ pageLines, classLine }) {
    const pages = pageLines.flatMap(line => numberOf(line) ?? []);
    const of = pageLines.find(line => numberOf(line))?.of?.value ?? 0;
    const last = pages.at(-1);
    if (!last) return [];
    const found: Finding[] = [];
    let before = classLine?.section?.n ?? 1;
    for (const page of pages) {
      if (page.value > before + 1) found.push(gap(page, before + 1, page.value - 1, of));
      before = Math.max(before, page.value);
    }
    if (before < of) found.push(gap(last, before + 1, of, of));
    return found;
  },
};

function numberOf({ form, page, of }: PageLine): Field<number> | null {
  return form === 'page-line' && of ? page : null;
}

function gap(at: Field<number>, first: number, last: number, of: number): Finding {
  const message =
    first === last
      ? l10n.t('Page line {0} of {1} is missing.', first, of)
      : l10n.t('Page lines {0} to {1} of {2} are missing.', first, last, of);
  return finding(at, message);
}
