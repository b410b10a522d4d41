import { MONTHS } from '../../server/src/cable/dateTimeGroup';
import type { Cable } from '../../server/src/cable/model';
import { NO_CONTEXT } from '../../server/src/checks/context';
import { DAY } from '../../server/src/checks/rules/instants';
import { type Mutation, otherDigit, put } from './mutation';

const isWebCopy = ({ dialect }: Cable) => dialect === 'cablegate';

const START = { line: 0, character: 0 };

export const artefacts: readonly Mutation[] = [
  {
    code: 'transcription-artefacts',
    name: 'marks before the paragraph numbers',
    apply: (text, cable, random) => {
      const { paragraphs } = cable;
      const numbered =
        paragraphs.length > 1 &&
        paragraphs.every(({ number, trust }, i) => number === i + 1 && trust === 'printed');
      if (!isWebCopy(cable) || !numbered) return null;
      const mark = random.pick(['1', '[1](#)', '**1**', '- ']) ?? '';
      return paragraphs.reduceRight((rest, { number, printed }) => {
        const at = printed.start + printed.value.indexOf(String(number));
        return put(rest, { start: printed.start, end: at }, mark);
      }, text);
    },
  },
  {
    code: 'transcription-artefacts',
    name: 'codes as links',
    apply: (text, cable) => {
      const codes = (cable.tags?.tags ?? []).filter(({ kind, linked }) => kind === 'code' && !linked);
      if (!isWebCopy(cable) || codes.length === 0) return null;
      return codes.reduceRight((rest, tag) => put(rest, tag, `[${tag.value}](#)`), text);
    },
  },
  {
    code: 'transcription-artefacts',
    name: 'heading marks',
    apply: (text, cable) => {
      const [heading] = cable.headings.filter(({ title }) => title.end > title.start);
      if (!isWebCopy(cable) || !heading) return null;
      return put(text, { start: heading.title.start, end: heading.title.start }, '#### ');
    },
  },
  {
    code: 'transcription-artefacts',
    name: 'marks before reference letters',
    apply: (text, cable, random) => {
      const items = cable.references?.items ?? [];
      // Several cables under one letter share it.
      const labels = [...new Set(items.flatMap(({ label, glued }) => (label && !glued ? [label] : [])))];
      const later = labels
        .slice(1)
        .filter(({ start }) => /^\s*$/.test(text.slice(cable.lines.start(cable.lines.lineAt(start)), start)));
      if (!isWebCopy(cable) || later.length === 0) return null;
      const mark = random.pick(['[1](#)', '**1**', '1']) ?? '';
      return later.reduceRight((rest, { start }) => put(rest, { start, end: start }, mark), text);
    },
  },
  {
    code: 'transcription-artefacts',
    name: 'line break marks',
    apply: (text, cable, random) => {
      const paragraph = random.pick(cable.paragraphs);
      const end = paragraph && cable.lines.end(cable.lines.lineAt(paragraph.start));
      return isWebCopy(cable) && end ? put(text, { start: end, end }, '\\') : null;
    },
  },
  {
    code: 'quote-damage',
    name: 'quotation marks as & and 8',
    apply: (text, cable, random) => {
      const { start, end } = cable.body;
      const phrases = [...text.slice(start, end).matchAll(/(?<=\s)"[A-Za-z][^"&;\n]{2,50}[a-z.,!?]"(?=\s)/g)];
      const phrase = random.pick(phrases);
      if (!isWebCopy(cable) || !phrase) return null;
      const at = start + phrase.index;
      return put(text, { start: at, end: at + phrase[0].length }, `&${phrase[0].slice(1, -1)}8`);
    },
  },
  {
    code: 'ocr-suspect',
    name: 'Z read as 2',
    apply: (text, { dialect, transmission: { dtg } }) => {
      const z = dtg?.time?.value.indexOf('Z') ?? -1;
      if (dialect !== 'foia' || !dtg?.time || z < 0) return null;
      return put(text, { start: dtg.time.start + z, end: dtg.time.start + z + 1 }, '2');
    },
  },
  {
    code: 'ocr-suspect',
    name: 'O read as 0 in E.O.',
    apply: (text, { dialect, executiveOrder }) => {
      if (dialect !== 'foia' || !executiveOrder?.number) return null;
      const at = text.indexOf('E.O.', executiveOrder.start);
      return at === executiveOrder.start ? put(text, { start: at + 2, end: at + 3 }, '0') : null;
    },
  },
];

/** `Mar 09, 2021` for an instant. */
function dateOf(instant: number): string {
  const iso = new Date(instant).toISOString();
  const month = MONTHS[Number(iso.slice(5, 7)) - 1] ?? '';
  return `${month.charAt(0)}${month.slice(1).toLowerCase()} ${iso.slice(8, 10)}, ${iso.slice(0, 4)}`;
}

export const smart: readonly Mutation[] = [
  {
    code: 'smart-date-mismatch',
    name: 'another day',
    apply: (text, { dialect, transmission: { dtg } }, random) => {
      if (dialect !== 'smart' || !dtg?.time || dtg.instant === null) return null;
      const printed = dateOf(dtg.instant);
      const at = text.lastIndexOf(printed, dtg.start);
      const other = dateOf(dtg.instant + (random.pick([-1, 1]) ?? 1) * random.int(1, 400) * DAY);
      return at < 0 ? null : put(text, { start: at, end: at + printed.length }, other);
    },
  },
  {
    code: 'smart-date-mismatch',
    name: 'another year in the number',
    apply: (text, { dialect, classLine, transmission: { dtg } }, random) => {
      const post = classLine?.post;
      if (dialect !== 'smart' || !post || !dtg?.time || dtg.year === null) return null;
      const year = String(dtg.year).slice(2);
      const at = text.lastIndexOf(year, post.start);
      const other = String((dtg.year + random.int(1, 20)) % 100).padStart(2, '0');
      return at < 0 || at < post.start - 4 ? null : put(text, { start: at, end: at + 2 }, other);
    },
  },
];

export const files: readonly Mutation[] = [
  {
    code: 'duplicate-cable',
    name: 'another file with its id',
    apply: (text, { mrn }) => (mrn === null ? null : text),
    around: () => ({
      otherFilesOf: () => [
        { uri: 'file:///other.txt', name: 'other.txt', range: { start: START, end: START } },
      ],
    }),
  },
  {
    code: 'file-name-mismatch',
    name: 'a file named after another telegram',
    apply: (text, { mrn }) => (mrn === null ? null : text),
    around: ({ mrn }) => {
      const serial = /\d+$/.exec(mrn ?? '')?.[0] ?? '1';
      const other = `1${serial.slice(0, 4)}`;
      return {
        ...NO_CONTEXT,
        fileName: `${mrn?.slice(0, -serial.length)}${other === serial ? '77' : other}.txt`,
      };
    },
  },
  {
    code: 'several-telegrams',
    name: 'the first of two in its file',
    apply: (text, { classLine, dialect, transmission }, random) => {
      const serial = classLine?.serial;
      if (dialect !== 'cablegate' || !serial || !transmission.dtg || !transmission.from) return null;
      return `${text}\n\n${put(text, serial, otherDigit(serial.value, random, serial.value.length - 1))}`;
    },
  },
  {
    code: 'attributes-mismatch',
    name: 'the number, the station or the year of the description changed',
    apply: (text, { attributes, mrn, classLine }, random) => {
      const number = attributes.find(({ name }) => /^document number$/i.test(name));
      if (!number || !mrn || !classLine?.serial || !/^\d{4}[A-Z]+\d{4,6}$/.test(number.value.value))
        return null;
      const { value } = number.value;
      return put(text, number.value, value.slice(0, -1) + otherDigit(value.slice(-1), random));
    },
  },
];
