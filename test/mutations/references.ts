import { splitMrn } from '../../server/src/cable/identity';
import type { Cable, Reference } from '../../server/src/cable/model';
import { postKey } from '../../server/src/reference/posts';
import { isKnownPost } from '../../server/src/reference/stations';
import { type Mutation, misspelt, put, withoutLines } from './mutation';

/** The items of a list whose letters run A, B, C…, each with its own; none for another list. */
function lettered({
  references,
}: Cable): readonly (Reference & { label: NonNullable<Reference['label']> })[] {
  const items = (references?.items ?? []).flatMap(item =>
    item.label ? [{ ...item, label: item.label }] : [],
  );
  const inOrder = items.every(({ label, glued }, i) => label.value === String.fromCharCode(65 + i) && !glued);
  return inOrder && items.length === references?.items.length ? items : [];
}

const letterBehind = (letter: string, steps: number) => String.fromCharCode(letter.charCodeAt(0) + steps);

/** The post of an item that no item before it gives. */
const withPost = ({ references }: Cable) =>
  (references?.items ?? []).flatMap(item =>
    item.post && item.mrn ? [{ ...item, post: item.post, mrn: item.mrn }] : [],
  );

export const references: readonly Mutation[] = [
  {
    code: 'reference-letter-order',
    name: 'a letter left out',
    apply: (text, cable, random) => {
      const last = lettered(cable).at(-1);
      if (!last || last.label.value === 'A' || last.label.value > 'T') return null;
      return put(text, last.label, letterBehind(last.label.value, random.int(1, 3)));
    },
  },
  {
    code: 'reference-undefined',
    name: 'a letter cited that is not listed',
    apply: (text, cable, random) => {
      const items = lettered(cable);
      const last = items.at(-1)?.label.value ?? 'Z';
      const mention = random.pick(
        cable.mentions.filter(
          ({ form, label, value }) => form === 'letter' && /^refs? [A-Z]$/i.test(value) && label,
        ),
      );
      if (items.length < 2 || last > 'V' || !mention || (cable.classLine?.section?.n ?? 1) > 1) return null;
      const step = last === 'H' ? 2 : 1;
      return put(text, { start: mention.end - 1, end: mention.end }, letterBehind(last, step));
    },
  },
  {
    code: 'reference-uncited',
    name: 'one more letter in the list',
    apply: (text, cable) => {
      const last = lettered(cable).at(-1);
      if (!last || last.label.value > 'T') return null;
      const letter = letterBehind(last.label.value, 1);
      const sign = text[last.label.end] === ')' ? ')' : '.';
      return put(text, { start: last.end, end: last.end }, `\n     ${letter}${sign} 05 LISBON 977`);
    },
  },
  {
    code: 'reftel-ambiguous',
    name: 'reftel where several are listed',
    apply: (text, cable, random) => {
      if ((cable.references?.items.filter(({ mrn }) => mrn !== null).length ?? 0) < 2) return null;
      const mention = random.pick(cable.mentions.filter(({ value }) => /^ref [A-Z]$/i.test(value)));
      return mention ? put(text, mention, 'reftel') : null;
    },
  },
  {
    code: 'reference-glued',
    name: 'two references on one line, with a mark between',
    apply: (text, cable, random) => {
      if (cable.dialect !== 'cablegate') return null;
      const items = lettered(cable);
      const at = random.int(1, items.length - 1);
      const item = items[at];
      const before = items[at - 1];
      if (!item || !before || before.end > item.label.start) return null;
      const between = text.slice(before.end, item.label.start);
      if (!/^[ \t]*\r?\n\s*$/.test(between)) return null;
      const mark = random.pick([' **1**', ' [1](#)', ' ¶']) ?? '';
      return put(text, { start: before.end, end: item.label.start }, mark);
    },
  },
  {
    code: 'reference-station-unknown',
    name: 'a letter of a station changed',
    apply: (text, cable, random) => {
      // Short names are one letter away from several, and a short number behind a strange word is no cable's.
      const item = random.pick(
        withPost(cable).filter(
          ({ post, value }) =>
            /^[A-Z]{7,}$/.test(post.value) && isKnownPost(post.value) && /\d{2}$/.test(value),
        ),
      );
      const wrong = item && misspelt(item.post.value, random, 1);
      return wrong && !isKnownPost(postKey(wrong)) ? put(text, item.post, wrong) : null;
    },
  },
  {
    code: 'reference-self',
    name: 'its own number in the list',
    apply: (text, cable, random) => {
      const own = cable.mrn === null || cable.yearGuess ? null : splitMrn(cable.mrn);
      const item = random.pick(withPost(cable));
      if (!own || !item || !cable.classLine?.post) return null;
      const printed = `${String(own.year).slice(2)} ${cable.classLine.post.value} ${own.serial}`;
      return put(text, item, printed);
    },
  },
  {
    code: 'reference-year-inferred',
    name: 'a reference without its year',
    apply: (text, cable, random) => {
      const item = random.pick(withPost(cable).filter(({ value }) => /^\d\d [A-Z]+ \d+$/.test(value)));
      return item ? put(text, { start: item.start, end: item.start + 3 }, '') : null;
    },
  },
  {
    code: 'reference-unresolved',
    name: 'no other cable here',
    apply: (text, cable) => (withPost(cable).length > 0 ? text : null),
    around: () => ({ isHere: () => false }),
  },
  {
    code: 'reference-line-missing',
    name: 'the REF field gone',
    apply: (text, cable) => {
      const { references, mentions, partial, classLine } = cable;
      if (!references || partial || !classLine || (classLine.section?.n ?? 1) > 1) return null;
      const { lines } = cable;
      const [first, last] = [lines.lineAt(references.start), lines.lineAt(references.end - 1)];
      const startsLine = text.slice(lines.start(first), references.start).trim() === '';
      const endsLine = text.slice(references.end, lines.end(last)).trim() === '';
      return startsLine &&
        endsLine &&
        mentions.some(
          ({ form, value }) => form === 'letter' && /^refs? [A-Z]$/i.test(value) && /[A-Z]$/.test(value),
        )
        ? withoutLines(text, cable, references)
        : null;
    },
  },
];
