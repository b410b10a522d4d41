import type { Cable } from '../../cable/model';
import { captionPhrases, captionReading } from '../../reference/captions';
import { tags } from '../../reference/tags';
import { touches } from '../../text/span';
import type { Reading } from '../reading';
import { type CaretLine, replacedBy, typed } from './caretLine';
import type { Completion } from './completion';

const WORD = /[A-Za-z]*$/;
const TAGS_LINE = /^\s*TAGS?\s?:/i;

/**
 * TAGS codes whose meaning is known, by code or by words of the meaning, those that the archive uses most first; those on the
 * line are left out. Counting them takes time by the number of codes, not of cables.
 */
export function tagCompletions({ cable, snapshot }: Reading, line: CaretLine): readonly Completion[] | null {
  const field = cable.tags;
  const isBehindKeyword = field !== null && touches(field, line.offset) && line.offset >= field.keyword.end;
  if (!TAGS_LINE.test(line.before) && !isBehindKeyword) return null;
  const word = typed(line, WORD);
  const replaces = replacedBy(line, word);
  const used = new Set(field?.tags.filter(tag => !touches(tag, line.offset)).map(tag => tag.value));
  const wanted = word.toUpperCase();
  const uses = new Map(snapshot.groups('tag').map(({ key, count }) => [key, count]));
  const usesOf = (code: string) => uses.get(code) ?? 0;
  return tags
    .filter(({ meaning, status, use }) => meaning !== '' && status !== 'unverified' && use === '')
    .filter(({ code, meaning }) => !used.has(code) && fits(wanted, code, meaning))
    .sort((a, b) => usesOf(b.code) - usesOf(a.code) || (a.code < b.code ? -1 : 1))
    .map(({ code, meaning }) => ({
      kind: 'tag',
      text: code,
      detail: meaning,
      filter: `${code} ${meaning}`,
      replaces,
    }));
}

/** Captions, on a line of capitals between the class line and the fields of the preamble; those there are left out. */
export function captionCompletions(cable: Cable, line: CaretLine): readonly Completion[] | null {
  const { classLine, executiveOrder, tags: field, subject, captions } = cable;
  const ends = [executiveOrder, field, subject].flatMap(one => one?.start ?? []);
  if (
    !classLine ||
    line.offset <= classLine.end ||
    line.offset > Math.min(...ends, cable.body.start || Infinity)
  )
    return null;
  if (!/^[A-Z ]*$/.test(line.before)) return null;
  const word = typed(line, WORD);
  const replaces = replacedBy(line, word);
  const used = new Set(captions.filter(one => !touches(one, line.offset)).map(caption => caption.value));
  return captionPhrases
    .filter(({ phrase }) => !used.has(phrase) && phrase.startsWith(word.toUpperCase()))
    .map(({ phrase }) => ({ kind: 'caption', text: phrase, detail: captionReading(phrase) ?? '', replaces }));
}

/** Whether a code begins with what is typed, or a word of its meaning does. */
function fits(wanted: string, code: string, meaning: string): boolean {
  return code.startsWith(wanted) || ` ${meaning.toUpperCase()}`.includes(` ${wanted}`);
}
