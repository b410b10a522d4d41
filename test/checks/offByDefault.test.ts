import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parseCable } from '../../server/src/cable/parse';
import { checks, runChecks } from '../../server/src/checks';
import { cableWith, checkDiagnostics, checkFix, checkRelated, checkSilent } from './check';

describe('checks that are off by default', () => {
  const quiet = checks.filter(({ offByDefault }) => offByDefault).map(({ code }) => code);

  it('are silent until a level switches them on', () => {
    const text = cableWith({ signature: null });
    assert.deepEqual(runChecks(parseCable(text)), []);
    const found = runChecks(parseCable(text), { 'signature-missing': 'warning' });
    assert.deepEqual(
      found.map(({ code, severity }) => `${severity} ${code}`),
      ['warning signature-missing'],
    );
  });

  it('say about the sample cables what the readers of these know', () => {
    const told = readdirSync('seeds')
      .sort()
      .flatMap((name, i) => {
        const cable = parseCable(readFileSync(`seeds/${name}`, 'utf8'));
        const levels = Object.fromEntries(
          ['reference-uncited', 'reftel-ambiguous', 'signature-missing'].map(code => [code, 'hint' as const]),
        );
        return runChecks(cable, levels)
          .filter(({ code }) => quiet.includes(code))
          .map(({ code, start }) => `s${i} ${cable.lines.lineAt(start) + 1} ${code}`);
      });
    assert.deepEqual(told, [
      's0 35 reference-uncited',
      's1 30 reference-uncited',
      's3 26 reference-uncited',
      's3 27 reference-uncited',
      's3 37 reftel-ambiguous',
      's3 67 signature-missing',
    ]);
  });

  it('reference-year-inferred: by the number, or by the telegram’s own year', () => {
    checkDiagnostics(
      'reference-year-inferred',
      cableWith({ references: 'REF: A. ⟦SANAA 7⟧\n     B. ⟦MUSCAT 1512⟧\n     C. 06 MUSCAT 3' }),
      'Read as 07SANAA7: the year is inferred (the year of this telegram).',
      "Read as 06MUSCAT1512: the year is inferred (serial above this telegram's own).",
    );
  });

  it('reference-uncited: a letter that the text does not cite, nor its telegram', () => {
    const body = (cites: string) =>
      `1. (C) The minister opened the new harbor ${cites}.\n\n2. (C) It is new.`;
    checkDiagnostics(
      'reference-uncited',
      cableWith({ references: 'REF: ⟦A⟧. SANAA 7\n     B. 06 MUSCAT 1512', body: body('(ref B)') }),
      'Reference A is listed but not cited.',
    );
    checkSilent('reference-uncited', cableWith({ body: body('(refs A and B)') }));
    checkSilent(
      'reference-uncited',
      cableWith({ references: 'REF: A. SANAA 70\n     B. SANAA 71', body: body('(07 SANAA 70, ref B)') }),
    );
    checkSilent('reference-uncited', cableWith({ references: 'REF: SANAA 7', body: body('last week') }));
  });

  it('reftel-ambiguous: one reftel, several references', () => {
    const body = '1. (C) Post delivered ⟦reftel⟧ demarche, and those in reftels A and B.';
    checkDiagnostics('reftel-ambiguous', cableWith({ body }), '"reftel" may be any of 2 references.');
    checkSilent(
      'reftel-ambiguous',
      cableWith({ references: 'REF: SANAA 7', body: '1. (C) Post delivered reftel demarche.' }),
    );
  });

  it('tag-unknown: a code that is in no table', () => {
    checkDiagnostics(
      'tag-unknown',
      cableWith({ tags: 'TAGS: PREL ⟦QQZX⟧ MU (DOE, JANE)' }),
      'QQZX is not a known TAGS code.',
    );
    checkSilent('tag-unknown', cableWith());
  });

  it('signature-missing: at the last word', () => {
    checkDiagnostics(
      'signature-missing',
      cableWith({ signature: null, body: '1. (C) The minister opened the new ⟦harbor.⟧' }),
      'The text ends without a signature.',
    );
    checkSilent('signature-missing', cableWith());
    checkSilent(
      'signature-missing',
      `This record is a partial extract of the original cable.\n${cableWith({ signature: null })}`,
    );
  });

  it('summary-unclosed: opening words without closing ones', () => {
    checkDiagnostics(
      'summary-unclosed',
      cableWith({ body: '1. (C) ⟦Summary⟧: The harbor is new.\n\n2. (C) He said so.' }),
      '"Summary" without "End Summary".',
    );
    checkSilent(
      'summary-unclosed',
      cableWith({ body: '1. (C) Summary: The harbor is new. End Summary.\n\n2. (C) He said so.' }),
    );
  });

  it('all-portions-below-class: the highest mark is lower', () => {
    const text = cableWith({ classLine: 'S E C R E T MUSCAT 000412', security: 'ZNY SSSSS ZZH' });
    checkDiagnostics(
      'all-portions-below-class',
      text.replace('S E C R E T', '⟦S E C R E T⟧'),
      'No paragraph is SECRET; the highest mark is C.',
    );
    checkRelated('all-portions-below-class', text, '(C)');
    checkSilent('all-portions-below-class', cableWith());
    checkSilent('all-portions-below-class', text.replace('2. (C)', '2.'));
  });

  it('page-line-gap: between two lines, and at the end', () => {
    const sections = {
      de: 'DE RUEHMS #0412/01 0671200',
      classLine: 'C O N F I D E N T I A L SECTION 01 OF 05 MUSCAT 000412',
    };
    const body = (...pages: readonly string[]) =>
      pages.map((page, i) => `${i + 1}. (C) Text.\n\nMUSCAT 00000412  ${page} OF 005\n`).join('\n');
    checkDiagnostics(
      'page-line-gap',
      cableWith({ ...sections, body: body('⟦004⟧', '005') }),
      'Page lines 2 to 3 of 5 are missing.',
    );
    checkDiagnostics(
      'page-line-gap',
      cableWith({ ...sections, body: body('002', '003.2', '⟦004⟧') }),
      'Page line 5 of 5 is missing.',
    );
    checkSilent('page-line-gap', cableWith({ ...sections, body: body('002', '002', '003', '004', '005') }));
    checkSilent('page-line-gap', cableWith(sections));
  });

  it('caption-duplicate: the second one', () => {
    const twice = cableWith({ captions: 'SIPDIS\n\nSIPDIS' });
    checkDiagnostics(
      'caption-duplicate',
      cableWith({ captions: 'SIPDIS\n\n⟦SIPDIS⟧' }),
      'SIPDIS appears twice.',
    );
    checkFix('caption-duplicate', twice, 'Delete the repeated SIPDIS', cableWith({ captions: 'SIPDIS\n' }));
    checkSilent('caption-duplicate', cableWith({ captions: 'NOFORN\nSIPDIS' }));
  });

  it('routing-not-addressed: an indicator before no addressee', () => {
    checkDiagnostics(
      'routing-not-addressed',
      cableWith({ routing: 'RR RUEHC ⟦RUEHDIR⟧ RUEHYN' }),
      'RUEHDIR is on the routing line and has no addressee.',
    );
  });

  it('section-words-missing: a section in the DE line alone', () => {
    const text = cableWith({ de: 'DE RUEHMS #0412/⟦01⟧ 0671200' });
    checkDiagnostics(
      'section-words-missing',
      text,
      'DE line is section 1; the classification line has no SECTION.',
    );
    checkSilent('section-words-missing', cableWith());
  });
});
