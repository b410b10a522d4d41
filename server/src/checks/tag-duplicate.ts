import type { Tag } from '../cable/model';
import { type Check, finding, seeAlso } from './check';

export const check: Check = {
  code: 'tag-duplicate',
  severity: 'hint',
  summary: 'A TAGS code appears twice.',
  run({ tags }) {
    const first = new Map<string, Tag>();
    return (tags?.tags ?? []).flatMap(tag => {
      const earlier = first.get(tag.value);
      if (!earlier) {
        first.set(tag.value, tag);
        return [];
      }
      return [finding(tag, `${tag.value} appears twice.`, seeAlso(earlier, `${tag.value} is here already.`))];
    });
  },
};
