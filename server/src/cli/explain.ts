import { checks } from '../checks';
import { suggestionFor } from '../text/suggestion';
import { only, readArguments } from './arguments';
import type { Command } from './command';
import { pageOf } from './diagnosticPages';

export const explain: Command = {
  name: 'explain',
  summary: 'what a diagnostic means, with an example',
  help: `usage: reftel explain CODE

Prints the page of a diagnostic: what it means, an example, the source of the rule. CODE is what
check prints after the severity; check --dry-run shows what its certain fixes would change.

Exit code: 0; 1 if there is no such diagnostic.
`,
  async run(args, output) {
    const code = only(readArguments(args, []).rest, 'CODE');
    const codes = checks.map(check => check.code);
    if (codes.includes(code)) {
      await output.write(pageOf(code));
      return 0;
    }
    const meant = suggestionFor(code, codes);
    output.say(`reftel: there is no diagnostic ${code}${meant === null ? '' : `; did you mean ${meant}?`}`);
    return 1;
  },
};
