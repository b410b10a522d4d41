import * as l10n from '@vscode/l10n';
import { type Check, finding, replace, seeAlso } from '../check';

/** X4: held in 721 of 721. Copies without SECTION are normal, and silent. */
export const check: Check = {
  code: 'section-mismatch',
  severity: 'warning',
  summary: 'DE line and classification line name different sections.',
  run({ text: printed, transmission: { de }, classLine }) {
    const header = de?.section;
    const text = classLine?.section;
    if (!header || !text || header.value === text.n) return [];
    const message = l10n.t(
      'DE line is section {0}; classification line says section {1}.',
      header.value,
      text.n,
    );
    const at = text.start + printed.slice(text.start, text.end).search(/\d/);
    const two = (n: number) => String(n).padStart(2, '0');
    return [
      finding(header, message, {
        ...seeAlso(text, l10n.t('Section {0} of {1}.', text.n, text.of)),
        fix: replace(header, two(text.n)),
        // There are no more sections than the classification line says.
        ...(header.value <= text.of
          ? { otherFix: replace({ start: at, end: at + 2 }, two(header.value)) }
          : {}),
      }),
    ];
  },
};
