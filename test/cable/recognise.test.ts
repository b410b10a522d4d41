import { deepEqual, equal } from 'node:assert/strict';
import { containerOf } from '../../server/src/cable/container';
import { looksLikeCable, RECOGNITION_LENGTH, recognitionLength } from '../../server/src/cable/recognise';
import { cableWith } from '../checks/check';

const text = (...lines: string[]) => lines.join('\n');
const HEAD = [
  'R 181400Z FEB 07',
  'FM AMEMBASSY VALLETTA',
  'TO RUEHC/SECSTATE WASHDC 7816',
  'UNCLAS VALLETTA 000098',
  'E.O. 12958: N/A',
  'TAGS: PREL',
  'SUBJECT: LIFEBOATS',
];
const PARAGRAPHS = ['1. The first lifeboat is here.', '2. The second one is late.', 'BORG'];
const TELEGRAM = [...HEAD, ...PARAGRAPHS];
const indented = (lines: readonly string[]) => lines.map(line => `    ${line}`);

describe('what is a cable', () => {
  const cables: Readonly<Record<string, string>> = {
    'a telegram': text(...TELEGRAM),
    'a telegram in lower case': text(...TELEGRAM).toLowerCase(),
    'a telegram that has lost its precedence': text('181400Z FEB 07', ...TELEGRAM.slice(1)),
    'a header alone': text(...HEAD.slice(0, 3)),
    'an extract without a header': text(...TELEGRAM.slice(3)),
    'a telegram that quotes a military message': cableWith({
      body: '1. (C) We have this:\nUNCLAS //N01020//\nMSGID/GENADMIN/CNO//\nRMKS/WEAR GLOVES.//',
    }),
    'a telegram that writes of casualties': text(
      ...HEAD.slice(0, 6),
      'SUBJECT: CASUALTY REPORT',
      ...PARAGRAPHS,
    ),
    'a telegram with a military addressee': text(
      ...HEAD.slice(0, 3),
      'INFO SECDEF WASHDC//USDP/ISA//',
      ...TELEGRAM.slice(3),
    ),
    'a telegram that quotes an e-mail': text(
      ...HEAD,
      '1. He wrote:',
      'From: A',
      'Sent: Monday',
      'To: B',
      'Subject: C',
    ),
    'an extract below two lines of an e-mail, one of them twice': text(
      'From: A',
      'From: B',
      'Sent: Monday',
      ...HEAD.slice(3, 5),
    ),
    'a telegram that an e-mail forwards whole': text(
      'From: A',
      'Sent: Monday',
      'To: B',
      'Subject: C',
      '',
      ...TELEGRAM,
    ),
    'a telegram below the words of a site': text(
      'Every cable message consists of three parts: the top box shows its number.',
      '',
      'Viewing cable 07VALLETTA98, LIFEBOATS',
      ...TELEGRAM,
    ),
    'a telegram below a word that announces it': text('Cable text:', '', ...TELEGRAM),
    'a telegram that is a block of code under its title': text(
      '# 07VALLETTA98',
      '',
      '```',
      ...TELEGRAM,
      '```',
    ),
    'an indented telegram': text('The text of the cable:', '', ...indented(TELEGRAM)),
    'a telegram behind a key': text(
      'Key fingerprint 0000',
      '-----BEGIN PGP PUBLIC KEY BLOCK-----',
      ...Array.from({ length: 250 }, () => 'eUK98iEG8IR3YvDzy012TccHIFEVmgJ8sbayuNEuzESRf1vhNa18Wz0HasDo9T'),
      '-----END PGP PUBLIC KEY BLOCK-----',
      ...TELEGRAM,
    ),
  };
  for (const [name, cable] of Object.entries(cables)) it(name, () => equal(looksLikeCable(cable), true));
});

describe('what is no cable', () => {
  const military = (...lines: string[]) =>
    text('R 131446Z JAN 99', 'FM CNO WASHINGTON DC//N09B//', 'TO NAVADMIN', 'BT', ...lines);
  const others: Readonly<Record<string, string>> = {
    'a general message': military('UNCLAS //N01020//', 'MSGID/GENADMIN/N09BU//', 'SUBJ/WINTER GLOVES//'),
    'a general message with plain fields': military(
      'UNCLASSIFIED//',
      'SUBJECT: ALARACT 050/2007',
      '1. GLOVES.',
    ),
    'a message in message text format': text(
      'OO RUEHPAA',
      'DE RUHPABC #0412 0731522',
      'ZNR UUUUU',
      'O 141522Z MAR 03',
      'FM USS EXAMPLE',
      'TO COMTHIRDFLT//N3//',
      'INFO AMEMBASSY MANAMA',
      'UNCLAS',
      'MSGID/OPREP-3NB/USS EXAMPLE/001//',
    ),
    'a casualty message': text(
      'P 120315Z MAR 68',
      'FM CG FIRST MARDIV',
      'TO CMC WASHINGTON DC',
      'INFO AMEMBASSY SAIGON',
      'UNCLAS E F T O',
      'PERSONNEL CASUALTY REPORT',
      'A. PFC DOE',
    ),
    'a military message without a mark of its own': text(
      'P 120315Z MAR 68',
      'FM COMUSMACV',
      'TO CINCPAC',
      'SECRET',
      'SUBJ: CONVOYS',
      '1. NONE.',
    ),
    'a military message with a class line': text(
      'P 171530Z NOV 65',
      'FM CG USARV',
      'TO RUEPDA/DA WASHDC',
      'UNCLAS AVHAG 12345',
      'SUBJ: CONVOYS',
    ),
    'two class lines': text('UNCLAS VALLETTA 000098', 'UNCLAS VALLETTA 000099'),
    'a memorandum that names the executive order': text(
      'MEMORANDUM FOR THE RECORD',
      'SUBJECT: Lifeboats',
      'E.O. 12958: DECL: 01/01/2015',
    ),
    'code with a telegram in it': text('SAMPLE = """', ...TELEGRAM, '"""', 'def test_id():'),
    'an e-mail that quotes a few lines': text(
      'From: Quill, John',
      'Sent: Tuesday, March 9, 2010 7:14 AM',
      'To: Harrow, Ann',
      'Subject: FW: lifeboats',
      '',
      'C O N F I D E N T I A L VALLETTA 000098',
      'SUBJECT: LIFEBOATS',
      'REF: 10 VALLETTA 112',
      '',
      '3. (C) The second one is late.',
    ),
    'a released memorandum': text(
      'UNCLASSIFIED U.S. Department of State Case No. F-2014-00000 Doc No. C00000000 Date: 01/01/2015',
      'RELEASED IN FULL',
      'MEMORANDUM FOR THE SECRETARY',
      'SUBJECT: Lifeboats',
    ),
    'an article with an indented example': text(
      'A cable begins with lines such as these, which say who writes to whom:',
      ...indented(TELEGRAM.slice(0, 8)),
      'and then come the numbered paragraphs.',
    ),
    'an article with an example between its paragraphs': text(
      'The first lines of a cable look like this:',
      '',
      ...HEAD,
      '',
      'The first line gives precedence and time, and the second one names who wrote the cable.',
    ),
    'a readme with a block of code': text(
      '# Parser',
      'Example:',
      '```',
      ...TELEGRAM,
      '```',
      'gives one record.',
    ),
    'rows of cells': text(
      '"1","2/18/2007 14:00","07VALLETTA98","Embassy Valletta","R 181400Z FEB 07',
      ...HEAD.slice(1),
    ),
    'a web page': text('<!DOCTYPE html>', '<html><body><pre>', ...TELEGRAM, '</pre></body></html>'),
    'an e-mail whose names are written in any way, and of which one comes twice': text(
      'FROM:Quill',
      'sent:Tuesday',
      'To:Harrow',
      'from: Quill',
      'C O N F I D E N T I A L VALLETTA 000098',
      'SUBJECT: LIFEBOATS',
    ),
    'a letter that is confidential': text('Confidential', '12 March 2009', 'Subject: Lifeboats'),
    nothing: '',
  };
  for (const [name, other] of Object.entries(others)) it(name, () => equal(looksLikeCable(other), false));
});

describe('how much is looked at', () => {
  it('is the beginning, and more of a saved page', () => {
    equal(recognitionLength('x'.repeat(20_000)), RECOGNITION_LENGTH);
    equal(recognitionLength('Key\n-----BEGIN PGP PUBLIC KEY BLOCK-----\n') > 4 * RECOGNITION_LENGTH, true);
    equal(looksLikeCable(text('x'.repeat(RECOGNITION_LENGTH), ...TELEGRAM)), false);
  });
});

describe('what holds cables', () => {
  it('is told by its beginning', () => {
    const beginnings = [
      '%PDF-1.4\n',
      '\uFEFF  <!doctype html><title>x',
      '<!-- saved from url=(0014)about:internet -->\n<html>',
      '<?xml version="1.0"?><TEI>',
      'INSERT INTO cables VALUES (1,',
      '-- a dump\n-- of cables\nINSERT INTO cables VALUES (1,',
      '1,12/22/1966 11:10,66LISBON2418,Embassy Lisbon,UNCLASSIFIED',
      '{"id": "07VALLETTA98", "text": "',
      '"1","2/18/2007 14:00","07VALLETTA98","Embassy Valletta',
      '1,"2/18/2007 14:00","07VALLETTA98","Embassy Valletta',
      'DOC_NBR,MSGFROM,MSGTO,SUBJECT,MSGTEXT\n',
      'id\tdate\torigin\ttext\n',
    ];
    deepEqual(beginnings.map(containerOf), [
      'pdf',
      'html',
      'html',
      'xml',
      'sql',
      'sql',
      'table',
      'json',
      'table',
      'table',
      'table',
      'table',
    ]);
  });

  it('is a table whose columns are named alone on a line, whatever ends it', () => {
    const names = ['id,date,origin', 'ID;DATE;ORIGIN', '"id"|"date"|"origin"', 'id\tdate\torigin'];
    for (const name of names)
      for (const end of ['', '\n', '\r', '\r\n', ' \n', '\t\r\n', '\u00a0\n', '  ', '\n1', '\r1'])
        equal(containerOf(name + end), 'table', JSON.stringify(name + end));
    for (const name of names)
      for (const end of [' text', '\u00a0a\n', '.', ' (C)']) equal(containerOf(name + end), null, name + end);
  });

  it('is a table of numbered rows, in quotes or not', () => {
    for (const row of [
      '"1","2/18/2007",x',
      '1;2007-02-18 14:00;x',
      '9\t2/18/2007\tx',
      '"a","b","c",',
      '12,"b\nB","c""C",',
    ])
      equal(containerOf(row), 'table', row);
    for (const row of ['1, 2 and 3', '"a","b" and "c"', '1. He came on 2/18/2007.', 'a,"b","c",'])
      equal(containerOf(row), null, row);
  });

  it('is no telegram, no letter and no text with tags in it', () => {
    const others = [
      text(...TELEGRAM),
      '"Good morning", he said.',
      'CONFIDENTIAL<br>\nPAGE 01<br>',
      'Dear Sir,',
    ];
    deepEqual(others.map(containerOf), [null, null, null, null]);
  });
});
