import { splitMrn } from '../../cable/identity';
import type { Cable, PageLine } from '../../cable/model';
import { otherName, postKey } from '../../reference/posts';
import type { Field } from '../../text/span';
import { isMixedRecord, lastFour, misspeltPost, originatingPost } from './statedIdentity';

/** The first of a page line's parts that contradicts the classification line (X13), or null. */
export function contradiction(
  page: PageLine,
  cable: Cable,
  postLength: number,
): Field<string | number> | null {
  const line = cable.classLine;
  if (!line?.post || !line.serial) return null;
  const post = misspeltPost(cable)?.post ?? printedPost(cable);
  if (!mayBePost(page.post.value, post, postLength)) return page.post;
  if (Number(page.serial.value) !== Number(line.serial.value)) return page.serial;
  return page.of && line.section && page.of.value !== line.section.of ? page.of : null;
}

/** The station as the class line names it; where a publisher has blacked it out, as the id has it. */
function printedPost({ classLine, mrn }: Cable): string {
  const printed = classLine?.post?.value ?? '';
  return /^X{3,}$/i.test(printed) ? (splitMrn(mrn ?? '')?.post ?? printed) : printed;
}

/** Whether the part of a page line that contradicts the classification line is what the header says. */
export function sidesWithHeader(
  page: PageLine,
  wrong: Field<string | number>,
  cable: Cable,
  postLength: number,
): boolean {
  const { de, from } = cable.transmission;
  if (wrong === page.post) {
    const post = originatingPost(cable);
    return (
      from !== null && post !== null && isMixedRecord(cable) && mayBePost(page.post.value, post, postLength)
    );
  }
  const ssn = de?.ssn?.value;
  const text = cable.classLine?.serial?.value ?? '';
  return wrong === page.serial && ssn === lastFour(page.serial.value) && ssn !== lastFour(text);
}

/**
 * Whether a text is joined from two telegrams: header and classification line name two stations, or page lines another
 * telegram than the classification line. `header-text-mismatch` and `page-line-mismatch` say so; what follows from it needs no
 * finding of its own.
 */
export function isJoinedFromTwo(cable: Cable): boolean {
  return (
    isMixedRecord(cable) ||
    cable.pageLines.some(page => page.form === 'page-line' && contradiction(page, cable, 10) !== null)
  );
}

/** Whether a page's post may be the telegram's, which page lines cut to ten characters and page heads to six. */
function mayBePost(cut: string, post: string, length: number): boolean {
  if (post.slice(0, length) === cut) return true;
  const letters = (name: string) => name.toUpperCase().replace(/[^A-Z]+/g, '');
  const page = letters(cut);
  const names = [post, postKey(post), otherName(postKey(post)) ?? post];
  if (names.some(name => letters(name.slice(0, length)) === page)) return true;
  // RPO DUBAI writes only DUBAI.
  return names.some(name => letters(name).startsWith(page) || letters(name).endsWith(page));
}
