import type { Cable, Paragraph } from '../../server/src/cable/model';
import { classificationRank, isNotReleasable, portionRank } from '../../server/src/reference/markings';
import { postKey } from '../../server/src/reference/posts';
import { postOfAddress, stationsAt } from '../../server/src/reference/routing';
import { knownPosts } from '../../server/src/reference/stations';
import { type Mutation, misspelt, otherDigit, put, withoutLines } from './mutation';
import type { Random } from './random';

const two = (n: number) => String(n).padStart(2, '0');

/** The text with its DE line on the section `n`, where it names one. */
function withSection(text: string, { transmission: { de } }: Cable, n: number): string {
  return de?.section ? put(text, de.section, two(n)) : text;
}

/** Another post than the cable's, cut to `length` letters. */
function otherPost({ classLine }: Cable, length: number, random: Random): string {
  const own = (classLine?.post?.value ?? '').replace(/[^A-Z]/g, '');
  const others = [...knownPosts()].filter(
    key => key.length > 3 && !key.includes(own.slice(0, 4)) && !own.includes(key.slice(0, 4)),
  );
  return (random.pick(others) ?? '').slice(0, length);
}

function isRepeatable(caption: string): boolean {
  return caption === 'SIPDIS' || caption === 'NOFORN';
}

/** Paragraphs with a plain mark, that are below no other caption. */
function marked({
  paragraphs,
}: Cable): readonly (Paragraph & { marking: NonNullable<Paragraph['marking']> })[] {
  return paragraphs.flatMap(paragraph =>
    paragraph.marking ? [{ ...paragraph, marking: paragraph.marking }] : [],
  );
}

export const classLineAndCaptions: readonly Mutation[] = [
  {
    code: 'class-line-post-misspelt',
    name: 'a letter of the post changed, lost, twice or swapped',
    apply: (text, cable, random) => {
      const { classLine, dialect, transmission } = cable;
      const post = classLine?.post;
      const ri = transmission.de?.ri;
      if (!post || !ri || !transmission.from || dialect === 'smart' || !/^[A-Z]{5,}$/.test(post.value))
        return null;
      const key = postKey(post.value);
      const isTold =
        postOfAddress(transmission.from.value) === key && stationsAt(ri.value).some(row => row.post === key);
      const wrong = misspelt(post.value, random, 1);
      // A shorter name that ends alike is the same post elsewhere: `BERN` and `BERNE`.
      return isTold && wrong !== post.value && !key.startsWith(wrong) ? put(text, post, wrong) : null;
    },
  },
  {
    code: 'class-line-missing',
    name: 'the classification line gone',
    apply: (text, cable) => {
      const { classLine, transmission } = cable;
      if (!classLine || !(transmission.dtg || transmission.from)) return null;
      return withoutLines(text, cable, classLine);
    },
  },
  {
    code: 'class-line-damaged',
    name: 'the first letter twice, or gone',
    apply: (text, { classLine, dialect }, random) => {
      const classification = classLine?.classification;
      // A damaged word is believed to be a designation only before a number of five digits or more.
      if (!classification || classLine.state !== 'sound' || (classLine.serial?.value.length ?? 0) < 5)
        return null;
      if (dialect === 'smart') return null;
      const { start } = classification;
      return random.int(0, 1) === 0
        ? put(text, { start, end: start }, text[start] ?? '')
        : put(text, { start, end: start + 1 }, '').replace(/^ /gm, (blank, at) =>
            at === start ? '' : blank,
          );
    },
  },
  {
    code: 'class-line-damaged',
    name: 'a letter in the middle gone, twice, or one too many',
    apply: (text, { classLine, dialect }, random) => {
      const classification = classLine?.classification;
      if (!classification || classLine.state !== 'sound' || dialect === 'smart') return null;
      if ((classLine.serial?.value.length ?? 0) < 5) return null;
      const printed = text.slice(classification.start, classification.end);
      const letters = [...printed.matchAll(/[A-Z]/g)].slice(1, -1);
      const letter = random.pick(letters);
      if (!letter || classification.value === 'UNCLASSIFIED') return null;
      const wrong = random.pick(['', letter[0] + letter[0], `${letter[0]} X`]) ?? '';
      const at = classification.start + letter.index;
      return put(text, { start: at, end: at + 1 }, wrong);
    },
  },
  {
    code: 'class-line-damaged',
    name: 'no blank before SECTION',
    apply: (text, { classLine }) => {
      const { classification, section } = classLine ?? {};
      return classification && section
        ? put(text, { start: classification.end, end: section.start }, '')
        : null;
    },
  },
  {
    code: 'caption-in-text',
    name: 'a caption between two lines of a paragraph',
    apply: (text, { captions, paragraphs, lines }, random) => {
      const caption = captions.find(({ value }) => isRepeatable(value));
      const long = paragraphs.filter(
        ({ segments: [first] }) => first && lines.lineAt(first.start) < lines.lineAt(first.end),
      );
      const [segment] = random.pick(long)?.segments ?? [];
      if (!caption || !segment) return null;
      const at = lines.start(lines.lineAt(segment.start) + 1);
      return put(
        text,
        { start: at, end: at },
        random.pick([`\n${caption.value}\n`, `${caption.value}\n`]) ?? '',
      );
    },
  },
  {
    code: 'caption-in-text',
    name: 'a caption between two paragraphs',
    apply: (text, { captions, paragraphs }, random) => {
      const caption = captions.find(({ value }) => isRepeatable(value));
      const paragraph = random.pick(paragraphs.slice(0, -1));
      if (!caption || !paragraph) return null;
      return put(text, { start: paragraph.end, end: paragraph.end }, `\n\n${caption.value}`);
    },
  },
  {
    code: 'caption-duplicate',
    name: 'a caption twice',
    apply: (text, { captions, lines }) => {
      const caption = captions.find(({ place, value }) => place === 'caption' && isRepeatable(value));
      if (!caption || lines.lineAt(caption.start) === 0) return null;
      return put(text, { start: caption.end, end: caption.end }, `\n\n${caption.value}`);
    },
  },
  {
    code: 'noforn-caption-missing',
    name: 'a mark not releasable without the caption',
    apply: (text, cable, random) => {
      if (cable.captions.some(({ value }) => value === 'NOFORN')) return null;
      const paragraph = random.pick(
        marked(cable).filter(({ marking }) => marking.value === 'C' || marking.value === 'S'),
      );
      if (!paragraph || !cable.classLine) return null;
      return put(text, paragraph.marking, `(${paragraph.marking.value}/NF)`);
    },
  },
  {
    code: 'noforn-caption-missing',
    name: 'the caption gone',
    apply: (text, cable) => {
      const captions = cable.captions.filter(({ value }) => value === 'NOFORN');
      const [caption] = captions;
      if (!caption || captions.length > 1) return null;
      if (!marked(cable).some(({ marking }) => isNotReleasable(marking.value))) return null;
      return put(text, caption, '');
    },
  },
  {
    code: 'sections-missing',
    name: 'a later section on the classification line',
    apply: (text, cable, random) => {
      const section = cable.classLine?.section;
      if (!section || section.of < 2) return null;
      const n = random.int(2, section.of);
      const printed = text.slice(section.start, section.end);
      return withSection(put(text, section, printed.replace(/\d+/, two(n))), cable, n);
    },
  },
  {
    code: 'portion-above-class',
    name: 'a mark above the classification',
    apply: (text, cable, random) => {
      const overall = classificationRank(cable.classLine?.classification?.value ?? '');
      const paragraph = random.pick(marked(cable));
      const above = ['C', 'S', 'TS'].filter(mark => (portionRank(mark) ?? 0) > Math.max(1, overall ?? 4));
      const mark = random.pick(above);
      return paragraph && mark ? put(text, paragraph.marking, `(${mark})`) : null;
    },
  },
  {
    code: 'all-portions-below-class',
    name: 'SECRET above marks of CONFIDENTIAL',
    apply: (text, { classLine, transmission: { security }, paragraphs }) => {
      const classification = classLine?.classification;
      const isMarked = paragraphs.length > 0 && paragraphs.every(({ marking }) => marking);
      if (classification?.value !== 'CONFIDENTIAL' || !isMarked) return null;
      const changed = put(text, classification, 'S E C R E T');
      return security ? put(changed, security.group, 'SSSSS') : changed;
    },
  },
];

export const pages: readonly Mutation[] = [
  {
    code: 'page-line-mismatch',
    name: 'another serial',
    apply: (text, cable, random) => {
      const page = random.pick(cable.pageLines.filter(({ form }) => form === 'page-line'));
      return page && cable.classLine?.serial
        ? put(text, page.serial, otherDigit(page.serial.value, random))
        : null;
    },
  },
  {
    code: 'page-line-mismatch',
    name: 'another post',
    apply: (text, cable, random) => {
      const page = random.pick(cable.pageLines.filter(({ form }) => form === 'page-line'));
      return page && cable.classLine?.serial ? put(text, page.post, otherPost(cable, 10, random)) : null;
    },
  },
  {
    code: 'page-line-mismatch',
    name: 'another number of sections',
    apply: (text, cable, random) => {
      const page = random.pick(cable.pageLines.filter(({ form }) => form === 'page-line'));
      if (!page?.of || !cable.mrn || !cable.classLine?.section) return null;
      return put(text, page.of, String(page.of.value + random.int(1, 20)).padStart(3, '0'));
    },
  },
  {
    code: 'page-head-mismatch',
    name: 'another serial',
    apply: (text, cable, random) => {
      const page = random.pick(cable.pageLines.filter(({ form }) => form === 'page-head').slice(1));
      return page && cable.classLine?.serial && /^\d+$/.test(page.serial.value)
        ? put(text, page.serial, otherDigit(page.serial.value, random))
        : null;
    },
  },
  {
    code: 'page-head-mismatch',
    name: 'another post',
    apply: (text, cable, random) => {
      const page = random.pick(cable.pageLines.filter(({ form }) => form === 'page-head').slice(1));
      if (!page || !cable.classLine?.serial || !/^\d+$/.test(page.serial.value)) return null;
      return put(text, page.post, otherPost(cable, 6, random).padEnd(6));
    },
  },
  {
    code: 'page-line-gap',
    name: 'a page line gone',
    apply: (text, cable, random) => {
      const all = cable.pageLines.filter(({ form, page, of }) => form === 'page-line' && page && of);
      const numbers = new Set(all.map(({ page }) => page?.value));
      // The first section needs no page line.
      const page = random.pick(
        all.filter(line => (line.page?.value ?? 0) > (cable.classLine?.section?.n ?? 1)),
      );
      if (!page || all.length < 2 || numbers.size < all.length) return null;
      return withoutLines(text, cable, page);
    },
  },
];
