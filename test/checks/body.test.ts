import { cableWith, checkDiagnostics, checkFix, checkRelated, checkSilent } from './check';

describe('checks of references', () => {
  it('reference-letter-order: a letter left out', () => {
    const references = 'REF: A. SANAA 7\n     ⟦C⟧. 06 MUSCAT 1512';
    checkDiagnostics(
      'reference-letter-order',
      cableWith({ references }),
      'Reference C follows A: expected B.',
    );
    checkRelated('reference-letter-order', cableWith({ references: references.replace(/[⟦⟧]/g, '') }), 'A');
    checkSilent('reference-letter-order', cableWith());
    checkSilent(
      'reference-letter-order',
      cableWith({ references: 'REF: A. SANAA 7 B. SANAA 8 AND SANAA 11 C. SANAA 12' }),
    );
    checkSilent('reference-letter-order', cableWith({ references: 'REF: SANAA 7' }));
  });

  it('reference-undefined: a letter beyond a sound list', () => {
    const body = '1. (C) He agreed (⟦ref C⟧).\n\n2. (C) He left (ref A).';
    const plain = body.replace(/[⟦⟧]/g, '');
    checkDiagnostics('reference-undefined', cableWith({ body }), 'Reference C is cited but not listed.');
    checkSilent('reference-undefined', cableWith({ body: plain, references: 'REF: SANAA 7' }));
    checkSilent(
      'reference-undefined',
      cableWith({ body: plain, references: 'REF: A. SANAA 7\n     D. MUSCAT 5' }),
    );
    checkSilent('reference-undefined', cableWith({ body: plain, references: null }));
  });

  it('reference-glued: once for a line', () => {
    const glued = 'REF: A. SANAA 7 **1**B. 06 MUSCAT 1512';
    checkDiagnostics(
      'reference-glued',
      cableWith({ references: 'REF: A. SANAA 7 **1**⟦B⟧. 06 MUSCAT 1512' }),
      'Two references on one line.',
    );
    checkFix(
      'reference-glued',
      cableWith({ references: glued }),
      'Put each reference on a line of its own',
      cableWith({ references: 'REF: A. SANAA 7\nB. 06 MUSCAT 1512' }),
    );
    checkFix(
      'reference-glued',
      cableWith({ references: 'REF: A. SANAA 71 [1](#)B. 06 MUSCAT 1512 **1**C. MUSCAT 11' }),
      'Put each reference on a line of its own',
      cableWith({ references: 'REF: A. SANAA 71\nB. 06 MUSCAT 1512\nC. MUSCAT 11' }),
    );
    checkDiagnostics(
      'reference-glued',
      cableWith({ references: 'REF: A. SANAA 7\nB. 06 MUSCAT 1512 ⟦C⟧. MUSCAT 11' }),
      'Two references on one line.',
    );
    checkSilent('reference-glued', cableWith());
    checkSilent('reference-glued', cableWith({ references: 'REF: A. SANAA 7 B. 06 MUSCAT 1512' }));
    checkSilent(
      'reference-glued',
      cableWith({ references: 'REF: (A) SANAA 7 (B) 06 MUSCAT 1512 (C)\nMUSCAT 11' }),
    );
  });

  it('reference-station-unknown: a station one letter off', () => {
    checkDiagnostics(
      'reference-station-unknown',
      cableWith({ references: 'REF: A. ⟦KATHAMNDU⟧ 77\n     B. MUSCAT 5' }),
      '"KATHAMNDU" is probably KATHMANDU.',
    );
    // MANAGUA and MANAMA are both one letter away.
    checkSilent(
      'reference-station-unknown',
      cableWith({ references: 'REF: A. MANAUA 77\n     B. MUSCAT 5' }),
    );
    checkDiagnostics(
      'reference-station-unknown',
      cableWith({ classLine: 'C O N F I D E N T I A L MANAGUA 000412', references: 'REF: ⟦MANAUA⟧ 377' }),
      '"MANAUA" is probably MANAGUA.',
    );
    checkSilent(
      'reference-station-unknown',
      cableWith({ references: 'REF: A. SECSTATE 77\n     B. MUSCAT 5' }),
    );
    checkSilent(
      'reference-station-unknown',
      cableWith({ references: 'REF: A. ATLANTIS 77\n     B. MUSCAT 5' }),
    );
  });

  it('reference-self: its own number', () => {
    checkDiagnostics(
      'reference-self',
      cableWith({ references: 'REF: A. SANAA 7\n     B. ⟦MUSCAT 412⟧' }),
      'The telegram cites itself.',
    );
    checkRelated('reference-self', cableWith({ references: 'REF: MUSCAT 412' }), 'MUSCAT 000412');
    checkSilent('reference-self', cableWith({ references: 'REF: A. SANAA 412\n     B. 06 MUSCAT 412' }));
  });
});

describe('checks of paragraphs', () => {
  it('paragraph-number-missing: a mark without a number between two numbers', () => {
    const plain = (second: string) => `1. (C) One.\n\n${second}Two.\n\n3. (C) Three.`;
    const dashed = (second: string) => `- 11. (C) One.\n${second}Two.\n- 13. (C) Three.`;
    const message = 'Paragraph 2 has lost its number.';
    checkDiagnostics('paragraph-number-missing', cableWith({ body: plain('⟦(C)⟧ ') }), message);
    checkDiagnostics('paragraph-number-missing', cableWith({ body: dashed('⟦- (C)⟧ ') }), message);
    const fixed = (body: string) => cableWith({ body });
    const title = 'Insert the number 2';
    checkFix('paragraph-number-missing', fixed(plain('(C) ')), title, fixed(plain('2. (C) ')));
    checkFix('paragraph-number-missing', fixed(dashed('- (C) ')), title, fixed(dashed('¶2. (C) ')));
    checkSilent('paragraph-number-missing', cableWith());
    checkSilent('paragraph-number-missing', cableWith({ body: '(C) One.\n\n(C) Two.\n\n(C) Three.' }));
    checkSilent('paragraph-sequence', cableWith({ body: plain('(C) ') }));
  });

  it('paragraph-sequence: a number left out or used again', () => {
    checkDiagnostics(
      'paragraph-sequence',
      cableWith({ body: '1. (C) One.\n\n2. (C) Two.\n\n⟦4.⟧ (C) Four.\n\n5. (C) Five.' }),
      'Paragraph 4 follows 2: 3 missing.',
    );
    checkDiagnostics(
      'paragraph-sequence',
      cableWith({ body: '1. (C) One.\n\n2. (C) Two.\n\n⟦2.⟧ (C) Two again.\n\n3. (C) Three.' }),
      'Paragraph 2 follows 2: 2 repeated.',
    );
    checkSilent(
      'paragraph-sequence',
      cableWith({ body: '1. (C) One.\n\n2. (C) Two.\n\nXXXXXXXXXXXX\n\n4. (C) Four.' }),
    );
    checkDiagnostics(
      'paragraph-sequence',
      cableWith({ body: '1. (C) One.\n\n⟦4.⟧ (C) Two.\n\n3. (C) Three.\n\n4. (C) Four.' }),
      'Paragraph 4 follows 1: out of turn.',
    );
    checkSilent(
      'paragraph-sequence',
      cableWith({ body: '1. (C) One.\n\n2. (C) He said: [DETAILS REMOVED]\n\n5. (C) Five.' }),
    );
    checkSilent(
      'paragraph-sequence',
      cableWith({
        classLine: 'C O N F I D E N T I A L SECTION 01 OF 02 MUSCAT 000250',
        body: '1. (C) One.\n\n2. (C) Two.\n\nMUSCAT 00000250 003 OF 004\n\n2. (C) Joined.',
      }),
    );
    checkSilent(
      'paragraph-sequence',
      cableWith({ body: '¶11. (C) One.\n\n12. (C) Two.\n\n[1](#)3. (C) Three.' }),
    );
    checkSilent(
      'paragraph-sequence',
      cableWith({ body: '1. (C) In the year\n\n¶2006. He left.\n\n2. (C) Two.' }),
    );
  });

  it('portion-mark-missing: one bare paragraph among marked ones', () => {
    const marked = [1, 2, 3, 4, 5].map(n => `${n}. (C) Words.`).join('\n\n');
    checkDiagnostics(
      'portion-mark-missing',
      cableWith({ body: `${marked}\n\n⟦6.⟧ Bare words.` }),
      'Paragraph 6 has no classification mark; the others have.',
    );
    for (const words of ['XXXXXXXXXXXX', '[NAME REMOVED]', '(N/SF) Words.', 'Points:\n\n-- (C) One.'])
      checkSilent('portion-mark-missing', cableWith({ body: `${marked}\n\n6. ${words}` }));
    checkSilent('portion-mark-missing', cableWith({ body: '1. (C) Words.\n\n2. Bare.\n\n3. Bare.' }));
    checkSilent(
      'portion-mark-missing',
      cableWith({
        body: `${marked.replace('1. (C)', '1. (C) CONFIDENTIAL - ENTIRE TEXT.')}\n\n6. Bare words.`,
      }),
    );
  });

  it('portion-mark-unknown: a known letter and an unknown rest', () => {
    checkDiagnostics(
      'portion-mark-unknown',
      cableWith({ body: '1. ⟦(C/XQ)⟧ One.\n\n2. (C) Two.' }),
      'Mark (C/XQ) not known.',
    );
    for (const mark of ['S//NF', 'C/REL USA, GBR', 'SBU/NF', 'U//FOUO', 'C - ENTIRE TEXT'])
      checkSilent('portion-mark-unknown', cableWith({ body: `1. (${mark}) One.\n\n2. (C) Two.` }));
  });

  it('portion-above-class: a paragraph above the telegram', () => {
    checkDiagnostics(
      'portion-above-class',
      cableWith({ body: '1. (C) One.\n\n2. ⟦(S/NF)⟧ Two.' }),
      "Paragraph 2 is S/NF, above the telegram's CONFIDENTIAL.",
    );
    checkSilent('portion-above-class', cableWith({ body: '1. (U) One.\n\n2. (SBU) Two.' }));
    checkSilent(
      'portion-above-class',
      cableWith({ classLine: 'UNCLAS MUSCAT 000412', body: '1. (SBU) One.\n\n2. (U) Two.' }),
    );
  });

  it('unbalanced-quotes: counted over the whole paragraph', () => {
    const message = 'Odd number of quotation marks in paragraph 1; text may be lost.';
    checkDiagnostics(
      'unbalanced-quotes',
      cableWith({ body: '1. (C) He said "yes" and ⟦"⟧no one else did. It was "late."\n\n2. (C) He left.' }),
      message,
    );
    checkSilent(
      'unbalanced-quotes',
      cableWith({ body: '1. (C) He said "yes\n\nand no" again.\n\n2. (C) He left.' }),
    );
    checkSilent('unbalanced-quotes', cableWith({ body: '1. (C) He said "yes.\n\n2. (C) "And no."' }));
  });
});

describe('checks of what copies did', () => {
  it('transcription-artefacts: once, with the number of lines', () => {
    const body = '[1](#)1. (C) One.\n\n13. (C) Two.';
    checkDiagnostics(
      'transcription-artefacts',
      cableWith({ tags: 'TAGS: ⟦[PREL](#)⟧ [MU](#)', body: '[1](#)1. (C) One.\n\n[1](#)2. (C) Two.' }),
      '3 lines carry copy artefacts (links, paragraph marks).',
    );
    checkFix(
      'transcription-artefacts',
      cableWith({
        tags: 'TAGS: [PREL](#) [MU](#)',
        body: '- **1**1. (C) One.\n\n#### Next\n\n[1](#)2. (C) Two.',
      }),
      'Take the copy artefacts off the whole text',
      cableWith({ tags: 'TAGS: PREL MU', body: '¶1. (C) One.\n\nNext\n\n¶2. (C) Two.' }),
    );
    checkSilent(
      'transcription-artefacts',
      cableWith({ body: body.replace('[1](#)', '¶').replace('13', '¶2') }),
    );
  });

  it('quote-damage: once, at the first phrase', () => {
    const body = '1. (C) He spoke of ⟦&one good day8⟧ and &another.8\n\n2. (C) He left.';
    checkDiagnostics(
      'quote-damage',
      cableWith({ body }),
      '"&one good day8" was probably "one good day" in quotation marks.',
    );
    checkFix(
      'quote-damage',
      cableWith({ body: body.replace(/[⟦⟧]/g, '') }),
      'Restore the quotation marks in the whole text',
      cableWith({ body: '1. (C) He spoke of "one good day" and "another."\n\n2. (C) He left.' }),
    );
    for (const words of ['R&D until F8', 'a & b in G8', '&more than 8 days', 'AT&T8', '&see G8'])
      checkSilent('quote-damage', cableWith({ body: `1. (C) ${words}.\n\n2. (C) He left.` }));
  });
});
