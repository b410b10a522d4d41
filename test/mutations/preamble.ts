import type { Cable, ExecutiveOrder } from '../../server/src/cable/model';
import { nearKeyword } from '../../server/src/cable/unusualKeyword';
import { GRACE, instantOfDay } from '../../server/src/checks/rules/instants';
import { executiveOrders } from '../../server/src/reference/executiveOrders';
import { classificationRank } from '../../server/src/reference/markings';
import { tags as allTags, tagOf } from '../../server/src/reference/tags';
import { type Mutation, misspelt, otherDigit, put, withoutLines } from './mutation';

const orders = new Set(executiveOrders.map(({ number }) => number));

/** The date of the E.O. line with another year, in the form in which it is printed. */
function withYear(text: string, { date }: ExecutiveOrder, year: number): string | null {
  if (!date) return null;
  const printed = text.slice(date.start, date.end);
  const parts = printed.split(/[/-]/);
  const yearFirst = parts[0]?.length === 4;
  const digits = yearFirst ? parts[0] : parts[2];
  if (digits?.length !== 4) return null;
  const changed = yearFirst ? year + printed.slice(4) : printed.slice(0, -4) + year;
  // A leap day has no anniversary.
  return parts.includes('29') ? null : put(text, date, changed);
}

function rankOf(cable: Cable): number | null {
  return classificationRank(cable.classLine?.classification?.value ?? '');
}

/** A field's keyword in capitals before what shows that it is one. */
const KEYWORD = /^(?:TAGS|SUBJECT|SUBJ)(?=:)|^CLASSIFIED(?= BY:)|^INFO(?= R[A-Z]{3,6}\/)/;

export const keywords: readonly Mutation[] = [
  {
    code: 'keyword-misspelt',
    name: 'a letter of a keyword wrong',
    apply: (text, { tags, subject, authority, transmission }, random) => {
      const isOfCodes = tags?.tags.every(
        ({ kind, linked, value }) => kind === 'code' && !linked && tagOf(value),
      );
      const info = transmission.order.find(({ part }) => part === 'INFO');
      const field = random.pick([
        ...(tags && isOfCodes && tags.tags.some(({ value }) => value.length === 4)
          ? [{ keyword: 'tags', at: tags.keyword.start } as const]
          : []),
        ...(subject ? [{ keyword: 'subject', at: subject.keyword.start } as const] : []),
        ...(authority ? [{ keyword: 'authority', at: authority.keyword.start } as const] : []),
        ...(info && transmission.order[transmission.order.indexOf(info) - 1]?.part === 'TO'
          ? [{ keyword: 'info', at: info.start } as const]
          : []),
      ]);
      const word = field && KEYWORD.exec(text.slice(field.at, field.at + 40))?.[0];
      if (!field || !word) return null;
      const wrong = misspelt(word, random);
      const whole = field.keyword === 'authority' ? `${wrong} BY` : wrong;
      return wrong === word || nearKeyword(whole, field.keyword) === null
        ? null
        : put(text, { start: field.at, end: field.at + word.length }, wrong);
    },
  },
];

export const executiveOrder: readonly Mutation[] = [
  {
    code: 'eo-number-unknown',
    name: 'two digits have changed places, or one is wrong',
    apply: (text, { executiveOrder: line }, random) => {
      const number = line?.number?.value;
      if (!line?.number || !number) return null;
      const at = random.int(0, number.length - 2);
      const swapped = number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2);
      const wrong = random.pick([swapped, otherDigit(number, random)]) ?? '';
      return orders.has(wrong) ? null : put(text, line.number, wrong);
    },
  },
  {
    code: 'eo-out-of-period',
    name: 'an order of another time',
    apply: (text, { executiveOrder: line, transmission: { dtg } }, random) => {
      const instant = dtg?.instant ?? null;
      if (!line?.number || instant === null || /declassified/i.test(line.value?.value ?? '')) return null;
      const others = executiveOrders.filter(
        ({ from, until }) =>
          instant < instantOfDay(from) - 2 * GRACE ||
          (until !== null && instant > instantOfDay(until) + 2 * GRACE),
      );
      const other = random.pick(others);
      return other ? put(text, line.number, other.number) : null;
    },
  },
  {
    code: 'eo-class-conflict',
    name: 'N/A on a classified telegram, a date on an unclassified one',
    apply: (text, cable) => {
      const {
        executiveOrder: line,
        transmission: { dtg },
      } = cable;
      const rank = rankOf(cable);
      if (!line?.value || rank === null || rank === 1) return null;
      if (rank > 1) return line.kind === 'none' ? null : put(text, line.value, 'N/A');
      return line.kind === 'none' && dtg?.year ? put(text, line.value, `DECL: 01/31/${dtg.year + 10}`) : null;
    },
  },
  {
    code: 'declassification-date-invalid',
    name: 'no such month or day',
    apply: (text, { executiveOrder: line }, random) => {
      if (!line?.date || !line.declassifyOn) return null;
      const [year = '', month = '', day = ''] = line.declassifyOn.split('-');
      const wrong = random.pick([
        `${random.int(13, 99)}/${day}/${year}`,
        `${month}/${random.int(32, 99)}/${year}`,
        `02/30/${year}`,
        `${year}/${random.int(13, 99)}/${day}`,
        `${month}/00/${year}`,
      ]);
      return put(text, line.date, wrong ?? '');
    },
  },
  {
    code: 'declassification-before-date',
    name: 'a year before the telegram',
    apply: (text, { executiveOrder: line, transmission: { dtg } }, random) =>
      line?.declassifyOn && dtg?.year && dtg.instant !== null
        ? withYear(text, line, dtg.year - random.int(1, 20))
        : null,
  },
  {
    code: 'declassification-too-late',
    name: 'more than 26 years after the telegram',
    apply: (text, { executiveOrder: line, transmission: { dtg } }, random) =>
      line?.declassifyOn && dtg?.year && dtg.instant !== null
        ? withYear(text, line, dtg.year + random.int(27, 60))
        : null,
  },
  {
    code: 'authority-missing',
    name: '"Classified By" gone',
    apply: (text, cable) => {
      const { authority, classLine, executiveOrder: line, partial } = cable;
      if (!authority || !line?.number || partial || (classLine?.section?.n ?? 1) > 1) return null;
      if ((rankOf(cable) ?? 0) < 2 || !['12958', '13292', '13526'].includes(line.number.value)) return null;
      return withoutLines(text, cable, authority);
    },
  },
  {
    code: 'reason-section',
    name: 'the reasons of before 2003',
    apply: (text, { authority, transmission: { dtg } }) => {
      const section = authority?.reasonSection;
      if (section?.value !== '1.4' || (dtg?.year ?? 0) < 2005) return null;
      return put(text, section, '1.5');
    },
  },
];

const nonstandard = allTags.filter(({ use, kind }) => use !== '' && kind === 'geo');
const known = new Set(allTags.map(({ code }) => code));

export const tagsAndSubject: readonly Mutation[] = [
  {
    code: 'tags-missing',
    name: 'the TAGS line gone',
    apply: (text, cable) => {
      const { tags, partial, classLine } = cable;
      if (!tags || partial || !classLine || (classLine.section?.n ?? 1) > 1) return null;
      return withoutLines(text, cable, tags);
    },
  },
  {
    code: 'tag-run-together',
    name: 'the blank between two codes gone',
    apply: (text, { tags }, random) => {
      const codes = tags?.tags ?? [];
      const pairs = codes.flatMap((tag, i) => {
        const next = codes[i + 1];
        if (!next || tag.linked || next.linked || tag.kind !== 'code' || next.kind !== 'code') return [];
        const areKnown = known.has(tag.value) && known.has(next.value);
        const isSubject = tag.value.length === 4 || next.value.length === 4;
        return areKnown && isSubject && !text.slice(tag.end, next.start).includes('\n')
          ? [[tag, next] as const]
          : [];
      });
      const [first, second] = random.pick(pairs) ?? [];
      return first && second ? put(text, { start: first.end, end: second.start }, '') : null;
    },
  },
  {
    code: 'tag-nonstandard',
    name: 'the code of another list of countries',
    apply: (text, { tags }, random) => {
      const tag = random.pick(
        (tags?.tags ?? []).filter(({ value, kind }) => kind === 'code' && value.length === 2),
      );
      const other = random.pick(nonstandard);
      return tag && other ? put(text, tag, other.code) : null;
    },
  },
  {
    code: 'tag-duplicate',
    name: 'a code twice',
    apply: (text, { tags }, random) => {
      const codes = (tags?.tags ?? []).filter(({ kind, linked }) => kind === 'code' && !linked);
      const tag = random.pick(codes);
      return tag ? put(text, { start: tag.end, end: tag.end }, ` ${tag.value}`) : null;
    },
  },
  {
    code: 'tag-unknown',
    name: 'a code that is in no table',
    apply: (text, { tags }, random) => {
      const tag = random.pick((tags?.tags ?? []).filter(({ kind, linked }) => kind === 'code' && !linked));
      return tag ? put(text, tag, 'QQZX') : null;
    },
  },
  {
    code: 'subject-missing',
    name: 'the subject gone',
    apply: (text, cable) => {
      const { subject, partial, classLine } = cable;
      if (!subject || partial || !classLine || (classLine.section?.n ?? 1) > 1) return null;
      return withoutLines(text, cable, { start: subject.keyword.start, end: subject.end });
    },
  },
  {
    code: 'subject-repeated',
    name: 'the subject twice in a row',
    apply: (text, { subject, lines }) => {
      if (subject?.lines.length !== 1) return null;
      const line = lines.span(lines.lineAt(subject.keyword.start));
      if (!/^SUBJ(?:ECT)?:/.test(text.slice(line.start, line.end).trim())) return null;
      const at = { start: line.end, end: line.end };
      return put(text, at, `${lines.breakAt(0)}${text.slice(line.start, line.end)}`);
    },
  },
];
