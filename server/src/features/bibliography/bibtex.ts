import { keyOf, PUBLISHER, remarksOn } from './csl';
import type { Title } from './headline';
import { withCountry } from './notes';
import type { CitedSource } from './source';
import type { CalendarDate, CitedTelegram } from './telegram';

type Field = readonly [name: string, value: string | null | undefined];

/** `telegram` as an entry for BibTeX, which knows no repository: that goes into the note. */
export function bibtexEntry(telegram: CitedTelegram, key = keyOf(telegram)): string {
  const { mrn, date, source } = telegram;
  const remarks = [recipient(telegram), ...remarksOn(telegram), place(source)].filter(remark => remark);
  return entry('techreport', key, [
    ['author', author(telegram)],
    ['title', telegram.title && titleInTex(telegram.title)],
    ['type', braced('Telegram')],
    ['number', mrn && braced(mrn)],
    ['institution', braced(PUBLISHER)],
    ['year', date && braced(String(date.year))],
    // A macro of every style, and so without braces.
    ['month', date?.month ? MONTHS[date.month - 1] : null],
    ['day', date?.day ? braced(String(date.day)) : null],
    ['note', remarks.length > 0 ? inTex(remarks.join(' ')) : null],
    ['url', source?.url && braced(source.url)],
  ]);
}

/** `telegram` as an entry for biblatex, which prints an `addendum` behind everything else. */
export function biblatexEntry(telegram: CitedTelegram): string {
  const { mrn, date, source } = telegram;
  const remarks = [recipient(telegram), ...remarksOn(telegram)].filter(remark => remark);
  return entry('report', keyOf(telegram), [
    ['author', author(telegram)],
    ['title', telegram.title && titleInTex(telegram.title)],
    ['type', braced('Telegram')],
    ['number', mrn && braced(mrn)],
    ['institution', braced(PUBLISHER)],
    ['date', date && braced(isoDate(date))],
    ['note', remarks.length > 0 ? inTex(remarks.join(' ')) : null],
    ['addendum', place(source) && inTex(place(source) ?? '')],
    ['library', source?.repository && inTex(source.repository)],
    ['url', source?.url && braced(source.url)],
    ['langid', braced('american')],
  ]);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function entry(type: string, key: string, fields: readonly Field[]): string {
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value},`] : []));
  return [`@${type}{${key},`, ...lines, '}\n'].join('\n');
}

/** An office is one name: without inner braces it would be taken apart into first and last names. */
function author({ from }: CitedTelegram): string | null {
  return from && `{${inTex(withCountry(from))}}`;
}

function recipient({ to }: CitedTelegram): string | null {
  return to && `To ${withCountry(to)}.`;
}

function place(source: CitedSource | null): string | null {
  const parts = [source?.release, source?.collection, source?.repository].filter(Boolean);
  return parts.length === 0 ? null : `${parts.join(', ')}.`;
}

/** `2007-01-24`; the year alone where no more is known. */
function isoDate({ year, month, day }: CalendarDate): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return [String(year), ...(month === null ? [] : [two(month)]), ...(day === null ? [] : [two(day)])].join(
    '-',
  );
}

/** A title with braces around the words whose capitals no style may change. */
function titleInTex({ text, fixed }: Title): string {
  let made = '';
  let at = 0;
  for (const { start, end } of fixed) {
    made += `${escaped(text.slice(at, start))}{${escaped(text.slice(start, end))}}`;
    at = end;
  }
  return braced(texQuotes(made + escaped(text.slice(at))));
}

function inTex(text: string): string {
  return braced(texQuotes(escaped(text)));
}

function braced(text: string): string {
  return `{${text}}`;
}

/** What TeX takes for a command. BibTeX counts braces even behind a backslash, so those are named. */
const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
};

function escaped(text: string): string {
  return text.replace(/[\\{}~^&%$#_]/g, sign => COMMANDS[sign] ?? `\\${sign}`);
}

/** Straight quotation marks as TeX has them, the first of each two opening. */
function texQuotes(text: string): string {
  let open = false;
  return text.replace(/["“”]/g, sign => {
    open = sign === '“' || (sign === '"' && !open);
    return open ? '``' : "''";
  });
}
