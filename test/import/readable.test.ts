import { equal } from 'node:assert/strict';
import { textOfHtml } from '../../server/src/import/pageText';
import { makeReadable } from '../../server/src/import/readable';
import { madeTelegram, wholeText } from './made';

const whole = wholeText(madeTelegram(73));

const cases: readonly (readonly [name: string, from: string, to: string])[] = [
  ['a telegram as it is', whole, whole],
  ['links that only set words', whole.replace('PREL', '<a href="/tag/PREL">PREL</a>'), whole],
  ['entities', whole.replaceAll('"', '&quot;').replace('¶', '&#182;'), whole],
  ['entities that were escaped twice', whole.replaceAll('"', '&amp;quot;'), whole],
  [
    'entities that were escaped many times',
    `A &${'amp;'.repeat(50)}lt;br&gt;B &#38;#x26;#38;#38;#38;quot;C`,
    'A\nB "C',
  ],
  [
    'line breaks and blocks',
    `<div>FM AMEMBASSY MUSCAT<br>TO SECSTATE</div><p>UNCLAS MUSCAT 000073</p><p>TAGS: <a>PREL</a></p>`,
    'FM AMEMBASSY MUSCAT\nTO SECSTATE\n\nUNCLAS MUSCAT 000073\n\nTAGS: PREL',
  ],
  ['a preformatted block', `<html><body><pre>\n${whole}</pre></body></html>`, whole],
  [
    'angle brackets that are no tags',
    'SEND TO <MASTER@PORT.GOV>.\n<< END OF DOCUMENT >>\nIF 3 < 5 AND 7 > 2',
    'SEND TO <MASTER@PORT.GOV>.\n<< END OF DOCUMENT >>\nIF 3 < 5 AND 7 > 2',
  ],
  [
    'angle brackets beside tags',
    'SEND TO <MASTER@PORT.GOV>,<br>IF 3 < 5 <b>NOW</b>',
    'SEND TO <MASTER@PORT.GOV>,\nIF 3 < 5 NOW',
  ],
  [
    'a telegram on one line',
    'R 241550Z JAN 07 FM AMEMBASSY MUSCAT TO RUEHC/SECSTATE WASHDC 7816 INFO RUEHAM/AMEMBASSY AMMAN 0012 C O N F I D E N T I A L MUSCAT 000073 SIPDIS E.O. 12958: DECL: 01/24/2017 TAGS: PREL, MU SUBJECT: HARBOUR WORKS REF: MUSCAT 12 Classified By: Ambassador Gary A. Grappo for reasons 1.4 (b, d) 1. (C) The master calls the works done. ¶2. (C) They are not. In 1999. (Nobody knew.) GRAPPO',
    'R 241550Z JAN 07\nFM AMEMBASSY MUSCAT\nTO RUEHC/SECSTATE WASHDC 7816\nINFO RUEHAM/AMEMBASSY AMMAN 0012\nC O N F I D E N T I A L MUSCAT 000073\nSIPDIS\nE.O. 12958: DECL: 01/24/2017\nTAGS: PREL, MU\nSUBJECT: HARBOUR WORKS\nREF: MUSCAT 12\nClassified By: Ambassador Gary A. Grappo for reasons 1.4 (b, d)\n\n1. (C) The master calls the works done.\n\n¶2. (C) They are not. In 1999. (Nobody knew.) GRAPPO',
  ],
  [
    'a telegram of the seventies on one line, with paragraphs without marks',
    'R 101530Z JUL 75 FM AMEMBASSY LISBON TO SECSTATE WASHDC 3456 INFO EC BRUSSELS USMISSION NATO C O N F I D E N T I A L LISBON 4321 E.O. 11652: GDS TAGS: PINT, PO SUBJ: CABINET CRISIS REF: LISBON 4111 1. SUMMARY: THE CABINET HAS FALLEN. END SUMMARY. 2. THE 3. REGIMENT STAYED IN BARRACKS. 3. THE PRIME MINISTER SAID SO ON TELEVISION. 4. COMMENT: WE SHALL SEE. CARLUCCI',
    'R 101530Z JUL 75\nFM AMEMBASSY LISBON\nTO SECSTATE WASHDC 3456\nINFO EC BRUSSELS\nUSMISSION NATO\nC O N F I D E N T I A L LISBON 4321\nE.O. 11652: GDS\nTAGS: PINT, PO\nSUBJ: CABINET CRISIS\nREF: LISBON 4111\n\n1. SUMMARY: THE CABINET HAS FALLEN. END SUMMARY.\n\n2. THE 3. REGIMENT STAYED IN BARRACKS.\n\n3. THE PRIME MINISTER SAID SO ON TELEVISION.\n\n4. COMMENT: WE SHALL SEE. CARLUCCI',
  ],
  ['a telegram with lines of its own between tags', whole.replaceAll('\n\n', '\n<p>\n'), whole],
  [
    'a telegram with lines of its own and one tag',
    whole.replace('works "nearly', 'works<br/>"nearly'),
    whole.replace('works "nearly', 'works\n"nearly'),
  ],
  [
    'a telegram whose paragraphs alone are tagged',
    whole.replace('¶1.', '<p>¶1.').replace('done". ', 'done". </p>'),
    whole,
  ],
  [
    'paragraphs on one line, and what only looks like one',
    `1. (C) The master said so${' and said so again'.repeat(20)}. 2. (C) Then 3. came, see 1. (C) above. 3. (S/NF) The end.`,
    `1. (C) The master said so${' and said so again'.repeat(20)}.\n\n2. (C) Then 3. came, see 1. (C) above.\n\n3. (S/NF) The end.`,
  ],
  [
    'a list in a long paragraph',
    `1. They agreed: 1. Water. 2. Roads. 3. Ports${' and said so again'.repeat(20)}.`,
    `1. They agreed: 1. Water. 2. Roads. 3. Ports${' and said so again'.repeat(20)}.`,
  ],
  [
    'line ends of the other kind',
    '<b>FM</b> AMEMBASSY MUSCAT\r\nTO SECSTATE',
    'FM AMEMBASSY MUSCAT\r\nTO SECSTATE',
  ],
  [
    'one long line that is no telegram',
    'A subject: a long story. '.repeat(40),
    'A subject: a long story. '.repeat(40),
  ],
];

describe('making readable', () => {
  for (const [name, from, to] of cases) {
    it(name, () => {
      equal(makeReadable(from), to);
      equal(makeReadable(to), to, 'done twice, it changes nothing more');
    });
  }

  it('takes a telegram out of the source of a page as an import does', () => {
    const page = `<html><head><title>x</title></head><body><table class="cable"><tr><td><a>07MUSCAT73</a></td></tr></table><code><pre>${madeTelegram(73).header}</pre></code><code><pre>${madeTelegram(73).text}</pre></code></body></html>`;
    equal(makeReadable(page), whole);
    equal(makeReadable(whole), whole);
  });

  it('reads a page of megabytes in linear time', () => {
    const page = '<p>A < B <x@y.z> &amp; '.repeat(200_000);
    const before = process.cpuUsage();
    makeReadable(page);
    // What a busy machine does meanwhile does not count.
    equal(process.cpuUsage(before).user < 20_000_000, true);
  });
});

describe('a page with elements in elements without end', () => {
  it('keeps its lines where only words are set', () => {
    const lines = Array.from({ length: 5000 }, (_, i) => `LINE  ${i}`);
    equal(
      textOfHtml(`<div><pre>${lines.map(line => `<font size="2">${line}`).join('\n')}</pre><p>A   B</div>C`),
      `${lines.join('\n')}\n\nA B\n\nC`,
    );
  });
});
