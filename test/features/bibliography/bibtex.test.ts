import { equal, match } from 'node:assert/strict';
import { biblatexEntry, bibtexEntry } from '../../../server/src/features/bibliography/bibtex';
import { telegramOf, WHOLE } from './made';

const source = { repository: 'An Archive', collection: 'Files & Papers', url: 'https://example.org/a_b%20c' };

describe('BibTeX and biblatex', () => {
  it('have a macro for the month, an office as one name, and braces around what keeps its capitals', () => {
    equal(
      bibtexEntry(telegramOf(WHOLE, 2, { source })),
      `@techreport{07TELAVIV73,
  author = {{U.S. Embassy Tel Aviv}},
  title = {A \`\`Quiet'' Talk with the {GCC}},
  type = {Telegram},
  number = {07TELAVIV73},
  institution = {U.S. Department of State},
  year = {2007},
  month = feb,
  day = {24},
  note = {To Department of State. Marked Secret. Paragraph 2. Files \\& Papers, An Archive.},
  url = {https://example.org/a_b%20c},
}
`,
    );
    equal(
      biblatexEntry(telegramOf(WHOLE, null, { source })),
      `@report{07TELAVIV73,
  author = {{U.S. Embassy Tel Aviv}},
  title = {A \`\`Quiet'' Talk with the {GCC}},
  type = {Telegram},
  number = {07TELAVIV73},
  institution = {U.S. Department of State},
  date = {2007-02-24},
  note = {To Department of State. Marked Secret.},
  addendum = {Files \\& Papers, An Archive.},
  library = {An Archive},
  url = {https://example.org/a_b%20c},
  langid = {american},
}
`,
    );
  });

  it('keep a title in capitals as it is', () => {
    match(
      bibtexEntry(telegramOf(WHOLE, null, { headlineCase: false })),
      /title = \{\{A ``QUIET'' TALK WITH THE GCC\}\},/,
    );
  });

  it('have nothing that TeX would take as a command, and braces in pairs', () => {
    const text = WHOLE.replace('A "QUIET" TALK WITH THE GCC', 'OIL & GAS: 5% OF #1 {A_B} \\X ~ ^ $9');
    const entry = bibtexEntry(telegramOf(text));
    match(entry, /\\& .*5\\% .*\\#1 \{\\textbraceleft\}.*\\_.*\{\\textbraceright\} \{\\textbackslash\}/);
    match(entry, /\{\\textasciitilde\} \{\\textasciicircum\} \\\$9/);
    equal(entry.split('{').length, entry.split('}').length);
  });

  it('leave out what the copy does not tell', () => {
    equal(
      bibtexEntry(telegramOf('')),
      '@techreport{telegram,\n  type = {Telegram},\n  institution = {U.S. Department of State},\n}\n',
    );
  });
});
