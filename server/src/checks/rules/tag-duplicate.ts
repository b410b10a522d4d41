import * as l10n from '@vscode/l10n';
import type { Artefact, Cable, Tag } from '../../cable/model';
import { covers, type Span } from '../../text/span';
import { SpanIndex } from '../../text/spanIndex';
import { type Check, finding, findingsIn, seeAlso } from '../check';

export const check: Check = {
  code: 'tag-duplicate',
  severity: 'hint',
  silentIn: ['foia'],
  summary: 'A TAGS code appears twice.',
  run(cable) {
    const { tags } = cable;
    const first = new Map<string, Tag>();
    let index: SpanIndex<Artefact> | null = null;
    const marks = () => (index ??= new SpanIndex(cable.artefacts));
    return findingsIn(tags?.tags ?? [], tag => {
      const earlier = first.get(tag.value);
      if (!earlier) {
        first.set(tag.value, tag);
        return null;
      }
      return finding(tag, l10n.t('{0} appears twice.', tag.value), {
        ...seeAlso(earlier, l10n.t('{0} is here already.', tag.value)),
        fix: () => ({
          title: l10n.t('Delete the second {0}', tag.value),
          edits: [{ span: withSeparator(cable, tag, marks()), newText: '' }],
          certain: true,
        }),
      });
    });
  },
};

/** A tag with its brackets and the separator before it; with the one after it where it begins a line. */
function withSeparator({ text }: Cable, tag: Tag, marks: SpanIndex<Artefact>): Span {
  const link = marks.overlapping(tag).find(mark => covers(mark, tag));
  let { start, end } = link ?? tag;
  if (text[start - 1] === '(' && text[end] === ')') {
    start--;
    end++;
  }
  const first = start;
  while (SEPARATORS.includes(text.charAt(start - 1) || '|')) start--;
  if (start < first && text[start - 1] !== '\n' && text[start - 1] !== '\r') return { start, end };
  while (SEPARATORS.includes(text.charAt(end) || '|')) end++;
  return { start: first, end };
}

const SEPARATORS = ' \t,;';
