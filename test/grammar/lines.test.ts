import assert from 'node:assert/strict';
import type { IGrammar } from 'vscode-textmate';
import { loadGrammar, tokenise } from './tokenise';

/** Lines, and for a stretch of them the scopes it must have. */
type Case = readonly [lines: string, expected: Readonly<Record<string, string>>];

const paragraph = 'markup.bold keyword.control.paragraph';
const artefact = 'comment.line.artefact';
const heading = 'markup.heading entity.name.section';
const reference = 'entity.name.function.reference';
const secret = 'markup.bold string.regexp.classification.secret';
const confidential = 'markup.bold markup.changed.classification.confidential';
const unclassified = 'markup.bold markup.inserted.classification.unclassified';
const confidentialPortion = 'markup.bold markup.changed.portion.confidential';
const secretPortion = 'markup.bold string.regexp.portion.secret';
const ri = 'entity.name.type.routing-indicator';
const plad = 'variable.other.address';
const precedence = 'constant.language.precedence';
const caption = 'storage.modifier.caption';
const signature = 'entity.name.type.signature';

const cases: Readonly<Record<string, readonly Case[]>> = {
  'the transmission header': [
    ['VZCZCXYZ0001', { VZCZC: 'keyword.control.transmission', XYZ: 'entity.name.type.channel' }],
    ['OO RUEHWEB  ', { OO: precedence, RUEHWEB: ri }],
    ['RUEHKUK RUEHROV', { 'RUEHKUK RUEHROV': ri }],
    ['DE RUEHLV #0042/02 1230915\r', { '0042': 'constant.numeric.serial', '02': 'constant.numeric.section' }],
    ['DE RUEHLV 1230915', { RUEHLV: ri, '1230915': 'constant.numeric.time-of-file' }],
    ['ZNR UUUUU ZZH', { ZNR: 'keyword.other.signal', UUUUU: unclassified, ZZH: 'keyword.other.signal' }],
    ['ZNY CCCC ZZH', { CCCC: confidential }],
    ['ZNY SSSSS ZZH ZDK', { SSSSS: secret, 'ZZH ZDK': 'keyword.other.signal' }],
    ['O P 020915Z MAY 08 ZFF4', { 'O P': precedence, '020915Z MAY 08': 'constant.numeric.date-time-group' }],
    ['p 020915z May 08', { p: precedence, '020915z May 08': 'constant.numeric.date-time-group' }],
    ['R 020915Z Aug 79', { R: precedence, '020915Z Aug 79': 'constant.numeric.date-time-group' }],
    ['FM USMISSION GENEVA', { FM: 'keyword.control.from', 'USMISSION GENEVA': plad }],
    [
      'TO RUEHC/SECSTATE WASHDC NIACT IMMEDIATE 2276-2279',
      {
        'SECSTATE WASHDC': plad,
        'NIACT IMMEDIATE': precedence,
        '2276-2279': 'constant.numeric.message-count',
      },
    ],
    ['TO SECSTATE WASHDC 9461', { TO: 'keyword.control.address', 'SECSTATE WASHDC': plad }],
    ['INFO NORDIC BALTIC COLLECTIVE', { 'NORDIC BALTIC COLLECTIVE': plad }],
    ['AMEMBASSY RIGA PRIORITY', { 'AMEMBASSY RIGA': plad, PRIORITY: precedence }],
    ['XMT AMCONSUL MARSEILLE', { XMT: 'keyword.control.address', 'AMCONSUL MARSEILLE': plad }],
    ['RHMFISS/425ABS IZMIR TU//CC//', { RHMFISS: ri, '425ABS IZMIR TU//CC//': plad }],
  ],
  'the classification line': [
    ['S E C R E T RIGA 000012', { 'S E C R E T': secret, RIGA: 'entity.name.function.identity.post' }],
    ['SS E C R E T RIGA 000012', { 'SS E C R E T': secret }],
    ['E C R E T RIGA 000012', { 'E C R E T': secret }],
    ['T O P S E C R E T RIGA 000012', { 'T O P S E C R E T': secret.replace('secret', 'top-secret') }],
    [
      'CC O N F I D E N T I A L SECTION 01 OF 02 TEL AVIV 000012',
      { 'CC O N F I D E N T I A L': confidential, 'TEL AVIV': 'entity.name.function.identity.post' },
    ],
    [
      'CONFIDENTIALSECTION 01 OF 04 USUN NEW YORK 001817',
      { CONFIDENTIAL: confidential, SECTION: 'keyword.other.section' },
    ],
    ['UUNCLAS EFTO RIGA 000012', { UUNCLAS: unclassified, EFTO: caption }],
    [
      'UNCLASSIFIED TEHRAN 5055',
      { UNCLASSIFIED: unclassified, '5055': 'entity.name.function.identity.serial' },
    ],
    ['S e c r e t state 068250', { 'S e c r e t': secret, state: 'entity.name.function.identity.post' }],
    ['SECRET//NOFORN', { SECRET: secret, '//NOFORN': caption }],
    ['Secret police numbers 12000 men in the capital', {}],
    ['Secretary Smith arrived on May 12', {}],
    ['SECRETARY SMITH', {}],
    ['confidential channels were open until 1975', {}],
  ],
  'captions, passing lines and the order': [
    ['NOFORN SIPDIS  ', { 'NOFORN SIPDIS': caption }],
    ['Sipdis', { Sipdis: caption }],
    ['C O R R E C T E D  COPY (CAPTION)', { 'C O R R E C T E D  COPY (CAPTION)': caption }],
    ['STATE PASS TO USAID FOR ASIA/SCAA', { 'PASS TO': 'keyword.other.passing' }],
    ['NSC FOR JONES', { FOR: 'keyword.other.passing' }],
    ['The State Department passes it FOR information', {}],
    [
      'E.O. 12958: DECL: 05/02/2018',
      { '12958': 'constant.numeric.order', '05/02/2018': 'constant.numeric.date' },
    ],
    [
      'EO 12958 DECL: 2019/05/02',
      { EO: 'keyword.control.executive-order', '2019/05/02': 'constant.numeric.date' },
    ],
    ['E.o. 12958: decl: 05/02/2018', { decl: 'keyword.other.declassification' }],
    ['E.O. 12958: N/A', { 'N/A': 'keyword.other.declassification' }],
    ['E.0.12356: DECL: OADR', { OADR: 'constant.numeric.date' }],
    ['DEPT FOR EUR/NB E.O. 12958: DECL: 05/02/2018', { '12958': 'constant.numeric.order' }],
    ['designated under E.O. 13224 and its annex', {}],
  ],
  TAGS: [
    ['TAGS: PREL, EAID; IZ', { PREL: 'entity.name.type.tag', IZ: 'variable.other.constant.tag.country' }],
    ['TAGS PREL LG', { TAGS: 'keyword.control.tags', LG: 'variable.other.constant.tag.country' }],
    ['TAGS: [PREL](#) [LG](http://x.y/z)', { '](#)': artefact, '](http://x.y/z)': artefact }],
    ['TAGS: OVIP (SMITH, JANE B.), LG', { '(SMITH, JANE B.)': 'string.unquoted.person' }],
    [
      'TAGS: PREL, EAID,\nKDEM LG',
      { KDEM: 'entity.name.type.tag', LG: 'variable.other.constant.tag.country' },
    ],
    [
      'TAGS: PREL\nA line of prose is no tag',
      { PREL: 'entity.name.type.tag', 'A line of prose is no tag': '' },
    ],
    [
      'TAGS: PREL LG SUBJECT: A VISIT',
      { SUBJECT: 'keyword.control.subject', 'A VISIT': 'markup.heading.subject' },
    ],
    ['Tags of that kind are rare', {}],
  ],
  SUBJECT: [
    [
      'SUBJECT: A VISIT TO\nTHE PORT',
      { 'A VISIT TO': 'markup.heading.subject', 'THE PORT': 'markup.heading.subject' },
    ],
    ['SUBJ: (C) A VISIT', { '(C)': confidentialPortion, 'A VISIT': 'markup.heading.subject' }],
    ['SUBJECT: A VISIT\nREF: RIGA 12', { REF: 'keyword.control.references', 'RIGA 12': reference }],
    ['SUBJECT: A VISIT\nREFORMS AFTER IT', { 'REFORMS AFTER IT': 'markup.heading.subject' }],
    ['SUBJECT: A VISIT\n1. (C) He came.', { '1': paragraph, ' He came.': '' }],
    ['SUBJECT: A VISIT\n\nHe came on Monday, and left.', { 'He came on Monday, and left.': '' }],
  ],
  REF: [
    ['REF: A. 06 RIGA 12 B. 2007 TEL AVIV 345', { '06 RIGA 12': reference, '2007 TEL AVIV 345': reference }],
    [
      'REF: A) RIGA 12 AND PREVIOUS B) OSLO 3',
      { 'AND PREVIOUS': 'storage.modifier.reference', 'OSLO 3': reference },
    ],
    [
      'REF: (A) RIGA 12\n     (B) OSLO 13 (NOTAL)',
      { 'OSLO 13': reference, NOTAL: 'storage.modifier.reference' },
    ],
    ['REF: RIGA 12 (07)', { 'RIGA 12 (07)': reference }],
    ['REF: 07 STATE 152317 AND 159388', { '07 STATE 152317 AND 159388': reference }],
    ['REF: A. SMITH EMAIL 06 MARCH 06', { 'A.': 'variable.other.label', ' SMITH EMAIL 06 MARCH 06': '' }],
    ['REF: IIR 6 902 9642 06', { 'IIR 6 902 9642 06': 'string.unquoted.document' }],
    ['[1](#)B. RIGA 00073', { '[1](#)': artefact, B: 'variable.other.label', 'RIGA 00073': reference }],
    ['¶C. 06 RIGA 1735', { '¶': artefact, '06 RIGA 1735': reference }],
    ['1B. RIGA 73', { '1': artefact, B: 'variable.other.label', 'RIGA 73': reference }],
    ['REF: RIGA 12¶B. OSLO 4', { 'RIGA 12': reference, '¶': artefact, 'OSLO 4': reference }],
    ['REF: RIGA 12\nClassified By: The DCM, 1.4 (b)', { 'Classified By': 'keyword.control.authority' }],
    ['REF A nonpaper was passed to her in July', { 'REF A': reference }],
    ['Reference was made to RIGA and 12 others', {}],
    ['A. In 2006 the port was closed.', {}],
  ],
  'Classified By': [
    [
      'Classified By: DCM Jo A. Doe for reasons 1.4 (b,\nd)',
      { '1.4': 'constant.numeric.reason', d: 'constant.numeric.reason' },
    ],
    [
      'CLASSIFIED BY DCM JO DOE. REASONS: 1.5 (B)(D)',
      { '1.5': 'constant.numeric.reason', B: 'constant.numeric.reason' },
    ],
    ['Classified documents were found', {}],
  ],
  'headings and rules': [
    ['\nA WAY OUT OF THE CRISIS\n', { 'A WAY OUT OF THE CRISIS': heading }],
    ['\nThe Way Out: No Alternative to Talks\n', { 'The Way Out: No Alternative to Talks': heading }],
    ['\nComment\n', { Comment: heading }],
    ['\nPostscript\n', { Postscript: heading }],
    ['\nCounter-Proliferation\n', { 'Counter-Proliferation': heading }],
    ['\nAFGHANISTAN/PAKISTAN\n', { 'AFGHANISTAN/PAKISTAN': heading }],
    ['\nThailand\n', { Thailand: heading }],
    ['\nFMCT\n', { FMCT: heading }],
    ['\nParticipants:\n', { 'Participants:': heading }],
    ['\nJORDAN\n', { JORDAN: signature }],
    ['\nCLEMENT\n', { CLEMENT: signature }],
    ['\nGARRITY\n', { GARRITY: signature }],
    ['\nLYNCH\n', { LYNCH: signature }],
    [
      '#### A title of any shape, even this',
      { '####': artefact, 'A title of any shape, even this': heading },
    ],
    ['-----\nPORTS\n-----\n', { PORTS: heading, '-----': 'comment.line.rule' }],
    [
      '- - - - -\n(C) Ports and Roads\n- - - - -\n',
      { '(C)': `${heading} ${confidentialPortion}`, ' Ports and Roads': heading },
    ],
    [
      '-----\nPORTS AND ROADS\n\nRIGA 00000012 002 OF 004\n\n-----\n1. (C) He came.',
      { 'RIGA 00000012 002 OF 004': 'comment.line.page', '1': paragraph },
    ],
    ['-----\nThe port was closed, he said', { 'The port was closed, he said': '' }],
    ['\nThe Port of the City and its\n', { 'The Port of the City and its': '' }],
    ['\nMinister Doe said the port was open.\n', { 'Minister Doe said the port was open.': '' }],
    ['Ports and Roads', {}],
    ['\nParticipants and Guests\nJane Doe, Senior Advisor\n', { 'Jane Doe, Senior Advisor': '' }],
    ['\nDOE\n', { DOE: signature }],
    ['\nvan Doe\n', { 'van Doe': '' }],
  ],
  'paragraph numbers in every copied form': [
    ['3. (C) He came.', { '3': paragraph, '(C)': confidentialPortion, ' He came.': '' }],
    ['¶3. (C) He came.', { '¶': artefact, '3': paragraph }],
    ['13. (C) He came.', { '13': paragraph }],
    ['¶13. (C) He came.', { '¶': artefact, '13': paragraph }],
    ['116. (C) He came.', { '1': artefact, '16': paragraph }],
    ['[1](#)3. (C) He came.', { '[1](#)': artefact, '3': paragraph }],
    ['**1**3. (C) He came.', { '**1**': artefact, '3': paragraph }],
    ['- 13. (C) He came.', { '- 1': artefact, '3': paragraph }],
    ['- (C) He came.', { '- ': artefact, '(C)': confidentialPortion }],
    ['3.(SBU) He came.', { '3': paragraph, '(SBU)': 'markup.bold support.type.portion.restricted' }],
    ['¶3 (U) He came.', { '3': paragraph, '(U)': 'markup.bold markup.inserted.portion.unclassified' }],
    [
      '4. (S//FGI//NF) Summary: He came.',
      { '(S//FGI//NF)': secretPortion, 'Summary:': 'keyword.control.passage' },
    ],
    ['4. (TS) He came.', { '(TS)': 'markup.bold string.regexp.portion.top-secret' }],
    ['4. (U.S.) forces left.', { '4': paragraph, ' (U.S.) forces left.': '' }],
    ['¶2006. The year was good.', { '¶': artefact, '2006. The year was good.': '' }],
    ['2006. The year was good.', {}],
    ['200. The hall was full.', {}],
    ['12.5 percent of them left.', {}],
    ['- a bullet is a bullet', {}],
  ],
  'the running text': [
    ['He came (ref A), and refs B and C say so.', { 'ref A': reference, 'refs B and C': reference }],
    [
      'He came (refs A-C; reftel B; septel).',
      { 'refs A-C': reference, 'reftel B': reference, septel: reference },
    ],
    [
      'As 08 RIGA 174 and 07RIGA73 say, and 1975TELAVIV14984.',
      { '08 RIGA 174': reference, '07RIGA73': reference, '1975TELAVIV14984': reference },
    ],
    ['As 2007 TEL AVIV 345 says.', { '2007 TEL AVIV 345': reference }],
    ['The message 241550Z JAN 07 was late.', { '241550Z JAN 07': 'constant.numeric.date-time-group' }],
    ['On 15 JAN 07 he bought 20 MIG 29 and an F 16.', {}],
    ['In 2006 NATO sent 300 men; 10 SECTION 2 men stayed.', {}],
    ['They paid $12 MILLION 400 times, a referee said; the reference a man gives.', {}],
    ['He left. End Summary.', { 'End Summary.': 'keyword.control.passage' }],
    [
      '(Comment: He came. End comment.)',
      { 'Comment:': 'keyword.control.passage', 'End comment.': 'keyword.control.passage' },
    ],
    ['In a summary of the comment he said no.', {}],
    [
      'He met XXXXXXXXXXXX and [NAME REMOVED].',
      { XXXXXXXXXXXX: 'comment.line.redaction', '[NAME REMOVED]': 'comment.line.redaction' },
    ],
    ['They left. (C) They came back.', { '(C)': confidentialPortion }],
    ['Options are (A) to go, (B) to stay and (C) to wait.', {}],
    ['The end of a copied line\\', { '\\': artefact }],
    [
      'the talks. RIGA 00000012 003.2 OF 004 They went on',
      { 'RIGA 00000012 003.2 OF 004': 'comment.line.page' },
    ],
    ['To fill the gap, from Riga, info was sent: re the DE facto line', {}],
    ['TO FILL THE GOVERNMENT VACUUM IF THE NEXT EFFORT FAILS', {}],
  ],
  'other dialects': [
    ['Riga 00000012  002 of 004', { 'Riga 00000012  002 of 004': 'comment.line.page' }],
    ['RIGA 00000012  002OF 004', { 'RIGA 00000012  002OF 004': 'comment.line.page' }],
    ['002 OF 004', { '002 OF 004': 'comment.line.page' }],
    ['Page 02 Riga 00412  131005z', { 'Page 02 Riga 00412  131005z': 'comment.line.page' }],
    ['Page 12 of the report says so', {}],
    ['PAGE 01        MOSCOW 14984  191007Z', { 'PAGE 01        MOSCOW 14984  191007Z': 'comment.line.page' }],
    ['ACTION EUR-12', { ACTION: 'keyword.control.distribution', 'EUR-12': 'comment.line.distribution' }],
    ['MRN: 23 RIGA 2544', { MRN: 'keyword.control.field', '23 RIGA 2544': 'entity.name.function.identity' }],
    ['Date/DTG: Sep 16, 2023 / 160150Z SEP 23', { '160150Z SEP 23': 'constant.numeric.date-time-group' }],
    ['Action: WASHDC, SECSTATE Routine', { Action: 'keyword.control.field', Routine: precedence }],
    ['Signature: Doe', { Doe: signature }],
    ['RELEASED IN PART B1, 1.4(D)', { 'RELEASED IN PART B1, 1.4(D)': 'comment.block.stamp' }],
    ['From: the first day on he said so', {}],
  ],
};

describe('the grammar line by line', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  for (const [title, table] of Object.entries(cases)) {
    describe(title, () => {
      for (const [lines, expected] of table) {
        const plain = Object.keys(expected).length === 0;
        it(`${JSON.stringify(lines)}${plain ? ' stays plain' : ''}`, () => check(lines, expected));
      }
    });
  }

  /** Without expectations, all of it must be plain; with some, each stretch must lie within one token of that scope. */
  function check(lines: string, expected: Readonly<Record<string, string>>): void {
    const tokens = tokenise(grammar, lines.split('\n')).flat();
    const scoped = tokens.filter(token => token.scopes && token.text.trim());
    if (Object.keys(expected).length === 0) assert.deepEqual(scoped, []);
    for (const [text, scopes] of Object.entries(expected)) {
      const found = tokens.some(token => token.scopes === scopes && token.text.trim() === text.trim());
      assert.ok(
        found,
        `${JSON.stringify(text)} is not ${scopes || 'plain'} in\n${JSON.stringify(tokens, null, 1)}`,
      );
    }
  }
});
