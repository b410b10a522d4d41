import type { Condition, LinkCondition, LinkedIds, TextField, WordCondition } from '../../query/query';
import type { Base, Run } from '../format/base';
import { NO_ID, postOfKey } from '../format/cableKey';
import { classificationOfCode } from '../format/codes';
import { NO_TIME, NONE } from '../format/columns';
import type { StringTable } from '../format/strings';
import type { RowTokens } from './rowTokens';

const MINUTE = 60_000;

/**
 * Finds the rows of a base for which conditions hold, from its columns: each different value is tested once, and each row costs a few
 * nanoseconds for each condition.
 */
export class RowFilter {
  readonly #base: Base;
  readonly #tokens: RowTokens;

  constructor(base: Base, tokens: RowTokens) {
    this.#base = base;
    this.#tokens = tokens;
  }

  /** For each row 1 if all conditions hold, else 0. */
  fitting(conditions: readonly Condition[], linked: (condition: LinkCondition) => LinkedIds): Uint8Array {
    const marks = new Uint8Array(this.#base.rowCount).fill(1);
    for (const condition of conditions) {
      const found = this.#marksOf(condition, linked);
      const wanted = condition.excluded ? 0 : 1;
      for (let row = 0; row < marks.length; row++) if (found[row] !== wanted) marks[row] = 0;
    }
    return marks;
  }

  /** For each row with a mark 1 where words stand in its subject, or name it by its id. */
  named({ finder, phrases, ids }: WordCondition, marks: Uint8Array): Uint8Array {
    const found = this.#subjects(
      phrases.map(({ words }) => words),
      text => finder.isIn(text),
      marks,
    );
    for (const mrn of ids) this.#markId(mrn, found);
    return found;
  }

  #marksOf(condition: Condition, linked: (condition: LinkCondition) => LinkedIds): Uint8Array {
    switch (condition.on) {
      case 'post':
        return this.#posts(condition.fits, condition.orNone);
      case 'year':
        return this.#years(condition.fits);
      case 'class': {
        const fits = Array.from({ length: 256 }, (_, code) => condition.fits(classificationOfCode(code)));
        return this.#each(this.#base.columns.rowClassification, code => fits[code] === true);
      }
      case 'time':
        return this.#each(
          this.#base.columns.rowTime,
          time => time !== NO_TIME && condition.fits(time * MINUTE),
        );
      case 'caption':
        return this.#lists(this.#base.captions, this.#base.columns.rowCaptions, condition);
      case 'to':
        return this.#lists(this.#base.addressees, this.#base.columns.rowAddressees, condition);
      case 'from': {
        const fits = this.#base.senders.all().map(condition.fits);
        return this.#each(this.#base.columns.rowSender, sender =>
          sender === NONE ? condition.orNone : fits[sender] === true,
        );
      }
      case 'tag':
        return this.#tags(condition.fits, condition.orNone);
      case 'subject':
        return this.#subjects(
          condition.phrases.map(({ words }) => words),
          text => condition.finder.isIn(text),
        );
      case 'id': {
        const found = new Uint8Array(this.#base.rowCount);
        for (const mrn of condition.ids) this.#markId(mrn, found);
        return found;
      }
      case 'cites':
      case 'citedby':
        return this.#links(linked(condition));
    }
  }

  #each(column: ArrayLike<number>, fits: (value: number) => boolean): Uint8Array {
    const found = new Uint8Array(column.length);
    for (let row = 0; row < found.length; row++) if (fits(column[row] as number)) found[row] = 1;
    return found;
  }

  #posts(fits: (post: string) => boolean, orNone: boolean): Uint8Array {
    const { rowKey } = this.#base.columns;
    const wanted = this.#base.posts.all().map(fits);
    return this.#each(rowKey, key => (key === NO_ID ? orNone : wanted[postOfKey(key)] === true));
  }

  #years(fits: (year: number | null) => boolean): Uint8Array {
    const { rowKey, rowTime } = this.#base.columns;
    const found = new Uint8Array(rowKey.length);
    const mark = ({ start, end }: Run) => found.fill(1, start, end);
    let end = 0;
    for (const group of this.#base.stationYears()) {
      if (fits(group.year)) mark(group);
      end = group.end;
    }
    for (let row = end; row < rowKey.length; row++) {
      const time = rowTime[row] ?? NO_TIME;
      if (fits(time === NO_TIME ? null : new Date(time * MINUTE).getUTCFullYear())) found[row] = 1;
    }
    return found;
  }

  /** Columns of lists that are one string each. */
  #lists(
    table: StringTable,
    column: Uint32Array,
    { fits, orNone }: Condition & { readonly on: TextField },
  ): Uint8Array {
    const wanted = table.all().map(joined => (joined === '' ? orNone : joined.split('\n').some(fits)));
    return this.#each(column, list => wanted[list] === true);
  }

  #tags(fits: (tag: string) => boolean, orNone: boolean): Uint8Array {
    const { texts, rowCount } = this.#base;
    const wanted = Uint8Array.from(texts.tokens.all(), tag => (fits(tag) ? 1 : 0));
    const found = new Uint8Array(rowCount);
    for (let row = 0; row < rowCount; row++) {
      let left = texts.startTags(row);
      if (left === 0 && orNone) found[row] = 1;
      for (; left > 0; left--) if (wanted[texts.reader.next()] === 1) found[row] = 1;
    }
    return found;
  }

  /** The rows whose subject passes a test, which it does only with all words of one of `phrases`. Looks at rows with a mark alone. */
  #subjects(
    phrases: readonly (readonly string[])[],
    test: (subject: string) => boolean,
    marks?: Uint8Array,
  ): Uint8Array {
    const found = this.#tokens.withWords(phrases);
    for (let row = 0; row < found.length; row++) {
      if (found[row] === 0) continue;
      const subject = marks && marks[row] === 0 ? null : this.#base.texts.read(row).subject;
      if (subject === null || !test(subject)) found[row] = 0;
    }
    return found;
  }

  #links({ cited, own }: LinkedIds): Uint8Array {
    const found = new Uint8Array(this.#base.rowCount);
    for (const mrn of cited) {
      const key = this.#base.keyOf(mrn);
      const target = key === null ? -1 : this.#base.targetOf(key);
      if (target >= 0)
        for (const citation of this.#base.citing(target)) found[this.#base.rowOfCitation(citation)] = 1;
    }
    for (const mrn of own) this.#markId(mrn, found);
    return found;
  }

  #markId(mrn: string, found: Uint8Array): void {
    const key = this.#base.keyOf(mrn);
    if (key === null) return;
    const { start, end } = this.#base.rowsOf(key);
    found.fill(1, start, end);
  }
}
