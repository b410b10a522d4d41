import { splitTag } from '../../reference/tags';
import { type Check, finding } from '../check';

export const check: Check = {
  code: 'tag-run-together',
  severity: 'information',
  silentIn: ['sas', 'foia'],
  summary: 'An unknown TAGS code consists of two known ones.',
  run({ tags }) {
    return (tags?.tags ?? []).flatMap(tag => {
      const halves = tag.kind === 'code' ? splitTag(tag.value) : null;
      if (!halves) return [];
      const [first, second] = halves;
      const between = { start: tag.start + first.length, end: tag.start + first.length };
      return [
        finding(tag, `${tag.value} looks like ${first} and ${second}.`, {
          fix: {
            title: `Separate ${first} and ${second}`,
            edits: [{ span: between, newText: ' ' }],
            certain: false,
          },
        }),
      ];
    });
  },
};
