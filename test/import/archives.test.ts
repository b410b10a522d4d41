import { checkImport, type ImportCase } from './importing';

/** A telegram of 1975 as the archives have it. */
function madeText(serial: number, lines: readonly string[] = []): string {
  return [
    'CONFIDENTIAL',
    '',
    `PAGE 01        LISBON 0${serial}  121345Z`,
    '',
    'ACTION EUR-12',
    'R 121302Z JUL 75',
    'FM AMEMBASSY LISBON',
    'TO SECSTATE WASHDC 1234',
    `C O N F I D E N T I A L LISBON ${serial}`,
    'E.O. 11652: GDS',
    'TAGS: PFOR, PO',
    'SUBJECT: "TALKS" ON FISHING RIGHTS',
    '1. MINISTER SAID THAT HE WOULD STUDY THE PROPOSAL.',
    ...lines,
    'CARLUCCI',
  ].join('\n');
}

const names = ['DOC_NBR', 'MSGFROM', 'MSGTO', 'SUBJECT', 'TAGS', 'FILM_NBR', 'MSGTEXT'];
type Row = readonly string[];

function row(serial: number, text = madeText(serial)): Row {
  return [`1975LISBON0${serial}`, 'LISBON', 'STATE', '"Talks", fishing', 'PFOR | PO', 'D750240-0123', text];
}

const csvRow = (cells: Row, delimiter = ',') =>
  cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(delimiter);
const csv = (rows: readonly Row[], delimiter = ',') =>
  `${[names.join(delimiter), ...rows.map(each => csvRow(each, delimiter))].join('\n')}\n`;
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const xmlRow = (cells: Row) =>
  `  <record>\n${cells.map((cell, i) => `    <${names[i]}>${escaped(cell)}</${names[i]}>`).join('\n')}\n  </record>\n`;
const xml = (rows: readonly Row[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<records>\n${rows.map(xmlRow).join('')}</records>\n`;

const two = [row(4321), row(4322)];
const withoutText = [row(4321), row(4322, ''), row(4323, '[TEXT ON MICROFILM]'), row(4324, 'n/a'), row(4325)];

const aad: Readonly<Record<string, ImportCase>> = {
  'comma-separated rows': { sources: { 'aad.csv': csv(two) } },
  'tab-separated rows without quotes, lines as escapes': {
    sources: {
      'aad.tsv': `${[names, ...two].map(cells => cells.map(cell => cell.replaceAll('\n', '\\n')).join('\t')).join('\n')}\n`,
    },
  },
  'rows divided by semicolons, CRLF, byte order mark': {
    sources: { 'aad.csv': `\ufeff${csv(two, ';').replaceAll('\n', '\r\n')}` },
  },
  'rows without text': { sources: { 'aad.csv': csv(withoutText) } },
  'wrong quotes': {
    sources: {
      'aad.csv': csv([row(4321), row(4322), row(4323)]).replace(
        'ON FISHING RIGHTS\n1. MINISTER',
        'ON "FISHING RIGHTS\n1. MINISTER',
      ),
    },
  },
  'a closing quote that is missing': {
    sources: { 'aad.csv': csv([row(4321), row(4322)]).replace('CARLUCCI"', 'CARLUCCI') },
  },
  'cut in the last row': { sources: { 'aad.csv': csv(two).slice(0, -90) } },
  'too few cells, empty rows': {
    sources: { 'aad.csv': `${csv([row(4321)])}\n,,,,,,\n1975LISBON04322,LISBON\n${csvRow(row(4323))}\n` },
  },
  'Windows-1252': {
    sources: { 'aad.csv': Buffer.from(csv([row(4321, madeText(4321, ['CA\xc7A']))]), 'latin1') },
  },
  'a number twice, with equal text and with another': {
    sources: { 'aad.csv': csv([row(4321), row(4321), row(4321, madeText(4321, ['CORRECTED.']))]) },
  },
  'a station cut to six letters': {
    sources: { 'aad.csv': csv([['1975BUENOS04321', ...row(4321).slice(1)]]) },
  },
  'an XML document': { sources: { 'aad.xml': xml(withoutText) } },
  'an XML document with fields by name': {
    sources: {
      'aad.xml': `<export>${two.map(cells => `<row>${cells.map((cell, i) => `<field name="${names[i]}">${escaped(cell)}</field>`).join('')}</row>`).join('\n')}</export>`,
    },
  },
  'an XML document with attributes': {
    sources: {
      'aad.xml': `<export>${two.map(cells => `<row ${cells.map((cell, i) => `${names[i]}="${escaped(cell).replaceAll('\n', '&#10;')}"`).join(' ')}/>`).join('\n')}</export>`,
    },
  },
  'an XML document with control characters': {
    sources: { 'aad.xml': xml([row(4321, madeText(4321, ['\x0cPAGE TWO\x1a']))]) },
  },
  'an XML document with a bare ampersand, cut': {
    sources: {
      'aad.xml': xml([row(4321), row(4322), row(4323)])
        .replace('MINISTER SAID', 'FISH & CHIPS SAID')
        .slice(0, -140),
    },
  },
};

function frusVolume(documents: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="frus1973-76v99">
  <teiHeader><fileDesc><titleStmt><title type="complete">Foreign Relations of the United States, 1973–1976, Volume XCIX</title></titleStmt></fileDesc></teiHeader>
  <text><body><div type="compilation" xml:id="comp1"><head>Fish</head>
${documents.join('\n')}
  </div></body></text>
</TEI>
`;
}

function frusTelegram(n: number, { number = '4321. ', time = ', 1302Z', more = '' } = {}): string {
  return `    <div type="document" subtype="historical-document" n="${n}" xml:id="d${n}">
      <head>${n}. Telegram From the <gloss type="from">Embassy in Portugal</gloss> to the <gloss type="to">Department of State</gloss><note n="1" xml:id="d${n}fn1" type="source">Source: National Archives, RG 59, Central Foreign Policy File, D750240–0123. Confidential; Immediate.</note></head>
      <opener><dateline><placeName>Lisbon</placeName>, <date when="1975-07-12T13:02:00+00:00">July 12, 1975${time}</date>.</dateline></opener>
      <p>${number}Subject: Talks on <hi rend="italic">Fishing</hi> Rights. Ref: State 115778.<note n="2">Dated June 1.</note></p>
      <p>1. Minister said that he would
         study the proposal.</p>
      <p>2. Embassy will report &amp; wait.${more}</p>
      <closer><signed><persName>Carlucci</persName></signed></closer>
    </div>`;
}

const memorandum = `    <div type="document" xml:id="d8"><head>8. Memorandum of Conversation</head><p>A telegram was read.</p></div>`;

const frus: Readonly<Record<string, ImportCase>> = {
  'telegrams and other documents': {
    sources: { 'frus.xml': frusVolume([frusTelegram(1), memorandum, frusTelegram(2, { number: '4322. ' })]) },
  },
  'a telegram without its number': { sources: { 'frus.xml': frusVolume([frusTelegram(1, { number: '' })]) } },
  'a dateline in local time': {
    sources: { 'frus.xml': frusVolume([frusTelegram(1, { time: ', 6 p.m.' })]) },
  },
  'of the Department, the number in the head': {
    sources: {
      'frus.xml': frusVolume([
        frusTelegram(1, { number: '' })
          .replace('Telegram From', 'Telegram 115778 From')
          .replace('Embassy in Portugal', 'Department of State')
          .replace(
            'to the <gloss type="to">Department of State',
            'to the <gloss type="to">Embassy in Portugal',
          )
          .replace('Lisbon', 'Washington'),
      ]),
    },
  },
  'prefixed names, CRLF, byte order mark': {
    sources: {
      'frus.xml': `\ufeff${frusVolume([frusTelegram(1)])
        .replace(/<(\/?)(\w+)(?=[\s>/])/g, '<$1tei:$2')
        .replaceAll('\n', '\r\n')}`,
    },
  },
  'a tag that is not closed and an ampersand': {
    sources: {
      'frus.xml': frusVolume([
        frusTelegram(1),
        frusTelegram(2, { number: '4322. ', more: ' Fish & chips.' }),
        frusTelegram(5, { number: '4325. ', more: ' <hi>Fish.' }),
        frusTelegram(3, { number: '4323. ' }),
      ]),
    },
  },
  'Windows-1252 that says it is UTF-8': {
    sources: {
      'frus.xml': Buffer.from(
        frusVolume([frusTelegram(1, { more: ' Caf\xe9.' })]).replaceAll('–', '-'),
        'latin1',
      ),
    },
  },
  'cut in a document': {
    sources: { 'frus.xml': frusVolume([frusTelegram(1), frusTelegram(2)]).slice(0, -400) },
  },
  'a document without text': {
    sources: {
      'frus.xml': frusVolume([
        frusTelegram(1),
        `<div type="document"><head>Telegram From the <gloss type="from">Embassy in Portugal</gloss></head></div>`,
      ]),
    },
  },
  'two documents of one number, equal and not': {
    sources: {
      'frus.xml': frusVolume([frusTelegram(1), frusTelegram(1), frusTelegram(1, { more: ' Corrected.' })]),
    },
  },
};

describe('import of archives', () => {
  for (const [name, one] of Object.entries(aad))
    it(`AAD: ${name}`, () => checkImport(`aad/${name.replace(/[^\w]+/g, '-')}`, one));
  for (const [name, one] of Object.entries(frus))
    it(`FRUS: ${name}`, () => checkImport(`frus/${name.replace(/[^\w]+/g, '-')}`, one));
});
