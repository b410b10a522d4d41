import { equal } from 'node:assert/strict';
import { cableWith } from './made';

const TEXT = '1. (C) The talks went on.\n\n2. (C) They ended.';
const signatureOf = (body: string) => cableWith({ body }).signature?.value ?? null;

describe('the signature', () => {
  for (const [what, below, expected] of [
    ['on a line of its own', '\n\nSAMPLE', 'SAMPLE'],
    ['directly below the text', '\nSAMPLE', 'SAMPLE'],
    ['with a first name', '\n\nJane Q. Sample', 'Jane Q. Sample'],
    ['with a full stop', '\n\nSAMPLE.', 'SAMPLE'],
    ['of two parts', '\n\nVAN SAMPLE', 'VAN SAMPLE'],
    ['of two letters', '\n\nBo', 'Bo'],
    ['in lower case', '\n\nsample', 'sample'],
    ['above the end of the message', '\n\nSAMPLE\n\n\nBT\n#0250\nNNNN', 'SAMPLE'],
    [
      'above many closing lines',
      '\nSAMPLE\n\nCONFIDENTIAL\n-----\nMUSCAT 00000250  003 OF 003\n\nBT\n#0250\n\nNNNN\n> \n=======CABLE ENDS============',
      'SAMPLE',
    ],
    ['glued to the last sentence', ' SAMPLE', 'SAMPLE'],
    ['glued without a blank', 'SAMPLE', 'SAMPLE'],
    ['behind an abbreviated country', ' He left the U.S. SAMPLE', 'SAMPLE'],
    ['behind stars', ' End ***  SAMPLE', 'SAMPLE'],
    ['behind the end of a comment', ' END COMMENT SAMPLE', 'SAMPLE'],
    ['behind a sentence that no other line has begun', '\n\nTHEY TOOK A LINE. SAMPLE', 'SAMPLE'],
    ['of two words behind the last sentence', ' VANDEN SAMPLE', 'VANDEN SAMPLE'],
    ['above the end of a quotation', '\n\nSAMPLE\nUNQUOTE', 'SAMPLE'],
    ['above an order of declassification', '\n\nSAMPLE\nCONFIDENTIAL\nDECL: OADR', 'SAMPLE'],
    ['above a title', '\n\nJANE Q. SAMPLE\nAMBASSADOR', 'JANE Q. SAMPLE'],
    ['before the end of the message on its line', '\n\nSAMPLE BT', 'SAMPLE'],
    ['of letters that look like specks', '\n\nMOSS', 'MOSS'],
    [
      'before as many specks as count',
      `\n\nSAMPLE-SAMPLE-SAMPLE-SAMPLE-SAMPLE${' ........'.repeat(8)}`,
      'SAMPLE-SAMPLE-SAMPLE-SAMPLE-SAMPLE',
    ],
    ['behind the words of a copyist', ' Drafted cfm SAMPLE', 'SAMPLE'],
  ] as const)
    it(`is read ${what}`, () => equal(signatureOf(TEXT + below), expected));

  for (const [what, below] of [
    ['a closing word', '\n\nEND SUMMARY'],
    ['a banner', '\n\nCONFIDENTIAL'],
    ['a word that begins a sentence', ' However'],
    ['a name behind its title', ' So said Mr. Sample'],
    ['a name far behind its title', ` So said Prof.${' '.repeat(8)}Sample`],
    ['a name behind initials', ' So said J. Sample'],
    ['a sentence', '\n\nThe envoy will go home on Monday.'],
    ['the end of a quotation', '\n\nUNQUOTE'],
    ['an order of declassification', '\n\nDECL: OADR'],
    ['a day', ' He comes on\nMONDAY'],
    ['a place with which a sentence goes on', ' He comes from\nMUSCAT'],
    ['a greeting', '\n\nREGARDS'],
    ['all that a paragraph says', '\n\n3. (U) SAMPLE'],
    ['a redaction', '\n\nXXXXXXXX'],
  ] as const)
    it(`is not ${what}`, () => equal(signatureOf(TEXT + below), null));

  it('is not looked for above other text', () =>
    equal(signatureOf(`${TEXT}\n\nSAMPLE\n\n3. (C) They went home.`), null));
});
