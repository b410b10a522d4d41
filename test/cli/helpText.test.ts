import { deepEqual } from 'node:assert/strict';
import { helpParts } from '../../server/src/cli/helpText';

describe('the help of a command', () => {
  it('gives its options with their values and what they are for', () => {
    const { usage, options, paragraphs } = helpParts({
      help: `usage: reftel sort [PATH…] [--by date|size]
                   [--limit N] [--reverse]

Sorts.

  --by date    by date,
               the newest first (default)
  --by size    by size
  --limit N    no more than N
  --reverse    the other way

Exit code: 0.
`,
    });
    deepEqual(usage, 'reftel sort [PATH…] [--by date|size] [--limit N] [--reverse]');
    deepEqual(paragraphs, ['Sorts.', 'Exit code: 0.']);
    deepEqual(options, [
      {
        name: '--by',
        value: 'BY',
        choices: ['date', 'size'],
        summary: 'date: by date, the newest first (default); size: by size',
      },
      { name: '--limit', value: 'N', choices: [], summary: 'no more than N' },
      { name: '--reverse', value: null, choices: [], summary: 'the other way' },
    ]);
  });
});
