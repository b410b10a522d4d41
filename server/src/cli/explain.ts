import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from '../checks';
import { suggestionFor } from '../text/suggestion';
import { only, readArguments } from './arguments';
import type { Command } from './command';

/** Where the pages lie, from the folder of the bundles on. */
const PAGES = '../docs/diagnostics';

export const explain: Command = {
  name: 'explain',
  summary: 'what a diagnostic means and what to do about it',
  help: `usage: reftel explain CODE

Prints the page of a diagnostic: what it means, an example, what to do. CODE is what check prints after the severity.

Exit code: 0; 1 if there is no such diagnostic.
`,
  async run(args, output) {
    const code = only(readArguments(args, []).rest, 'CODE');
    const codes = checks.map(check => check.code);
    if (codes.includes(code)) {
      await output.write(readFileSync(join(__dirname, PAGES, `${code}.md`), 'utf8'));
      return 0;
    }
    const meant = suggestionFor(code, codes);
    output.say(`reftel: there is no diagnostic ${code}${meant === null ? '' : `; did you mean ${meant}?`}`);
    return 1;
  },
};
