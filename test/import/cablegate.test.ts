import { checkImport, type ImportCase } from './importing';
import { cellsOf, madeRow, madeTelegram } from './made';

const rows = [73, 154, 1065].map((serial, i) => madeRow(madeTelegram(serial), i + 1));
const [first = '', second = '', third = ''] = rows;
const whole = rows.join('');

/** The row with doubled quotes, as a spreadsheet saves it. */
function doubled(serial: number, row: number): string {
  const cells = cellsOf(madeTelegram(serial, ['A path: C:\\CABLES\\']), row);
  return `"${cells.map(cell => cell.replaceAll('"', '""')).join('","')}"\n`;
}

function mysqlTuple(serial: number, row: number): string {
  const cells = cellsOf(madeTelegram(serial, ["The master's word. "]), row).slice(1);
  const strings = cells.map(
    cell => `'${cell.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`,
  );
  return `(${row},${strings.join(',')})`;
}

function ansiTuple(serial: number, row: number): string {
  const cells = cellsOf(madeTelegram(serial, ["The master's word. "]), row).slice(1);
  return `(${row}, ${cells.map(cell => `'${cell.replaceAll("'", "''")}'`).join(', ')})`;
}

const latin1 = (text: string) => Buffer.from(text.replaceAll('¶', '\xb6'), 'latin1');

const cases: Readonly<Record<string, ImportCase>> = {
  'three rows': { sources: { 'cables.csv': whole } },
  'escaped quotes, backslashes and apostrophes': {
    sources: {
      'cables.csv': madeRow(madeTelegram(73, ['He said "no\\maybe" \\', 'and ended with \\']), 1).replace(
        'nearly',
        "nearly\\'s",
      ),
    },
  },
  'doubled quotes': { sources: { 'cables.csv': doubled(73, 1) + doubled(154, 2) } },
  'byte order mark and CRLF': {
    sources: { 'cables.csv': `\ufeff${whole.replaceAll('\n', '\r\n')}` },
  },
  'Windows-1252': { sources: { 'cables.csv': latin1(whole) } },
  'one line in Windows-1252': {
    sources: { 'cables.csv': Buffer.concat([Buffer.from(first), latin1(second), Buffer.from(third)]) },
  },
  'cut in the middle of the last row': { sources: { 'cables.csv': whole.slice(0, -120) } },
  'cut in the middle of the first row': { sources: { 'cables.csv': whole.slice(200) } },
  'a quote that is not escaped': {
    sources: { 'cables.csv': first + second.replace('\\"nearly', '"nearly') + third },
  },
  'a closing quote that is missing': {
    sources: { 'cables.csv': first + second.replace(/"\n$/, '\n') + third },
  },
  'a row without its last cells': {
    sources: { 'cables.csv': `${first}"2","1/24/2007 15:50","07MUSCAT154","Embassy Muscat"\n${third}` },
  },
  'empty rows and rows of empty cells': {
    sources: { 'cables.csv': `${first}\n\n"","","","","","","",""\n${second},,,,,,,\n\n${third}\n\n` },
  },
  'a row of names in front': {
    sources: { 'cables.csv': `id,date,refid,origin,classification,references,header,text\n${whole}` },
  },
  'a row without text': {
    sources: { 'cables.csv': first + madeRow({ ...madeTelegram(154), text: '' }, 2) + third },
  },
  'numbers and dates without quotes': {
    sources: { 'cables.csv': whole.replace(/^"(\d+)","([^"]+)",/gm, '$1,$2,') },
  },
  'an id twice, with equal text and with another': {
    sources: {
      'cables.csv':
        first + madeRow(madeTelegram(73), 2) + madeRow(madeTelegram(73, ['Corrected copy. ']), 3) + third,
    },
  },
  'an id that is garbled': {
    sources: { 'cables.csv': madeRow({ ...madeTelegram(73), id: '07MUSCAAT73' }, 1) },
  },
  'no id at all': {
    sources: {
      'cables.csv': madeRow({ id: '', header: '', text: 'This record is withheld. ' }, 7).replace(
        '""',
        '"00X"',
      ),
    },
    from: 'cablegate-csv',
  },
  'a row that the text quotes': {
    sources: {
      'cables.csv': madeRow(madeTelegram(73, ['"2","1/24/2007 15:50","07MUSCAT154","x" ']), 1) + third,
    },
  },
  'a line of a text that looks like a row, quotes doubled': {
    sources: {
      'cables.csv':
        doubled(73, 1).replace('A path', '1,1/24/2007 15:50,07MUSCAT154,A path') + doubled(154, 2),
    },
  },
  'INSERTs of MySQL, several rows in one': {
    sources: {
      'dump.sql': `-- a dump\nCREATE TABLE cable (id int);\nINSERT INTO \`cable\` VALUES ${mysqlTuple(73, 1)},${mysqlTuple(154, 2)};\nINSERT INTO \`cable\` VALUES ${mysqlTuple(1065, 3)};\n`,
    },
  },
  'INSERTs of PostgreSQL, a row each': {
    sources: {
      'dump.sql': `-- PostgreSQL database dump\n${[73, 154].map((serial, i) => `INSERT INTO cable (id, date, refid, origin, classification, refs, header, content) VALUES ${ansiTuple(serial, i + 1)};\n`).join('')}`,
    },
  },
  'INSERTs with wrong quotes and a cut end': {
    sources: {
      'dump.sql': `INSERT INTO cable VALUES\n${ansiTuple(73, 1)},\n${ansiTuple(154, 2).replace("master''s", "master's")},\n${ansiTuple(1065, 3)},\n${ansiTuple(919, 4).slice(0, -60)}`,
    },
  },
};

describe('import of the Cablegate table', () => {
  for (const [name, one] of Object.entries(cases)) {
    it(name, () => checkImport(`cablegate-csv/${name.replace(/[^\w]+/g, '-')}`, one));
  }
});
