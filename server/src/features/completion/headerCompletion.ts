import * as l10n from '@vscode/l10n';
import type { Cable } from '../../cable/model';
import { precedences } from '../../reference/precedence';
import { stations } from '../../reference/stations';
import { type CaretLine, replacedBy, typed } from './caretLine';
import type { Completion } from './completion';

const ADDRESS_LINE = /^\s*(?:(FM|TO|INFO|XMT)\s+)?(?:(R[A-Z]{3,6})\/)?([A-Z][A-Z0-9 '.-]*)?$/;

/** The prosigns before a date-time group. */
export function prosignCompletions(_cable: Cable, line: CaretLine): readonly Completion[] | null {
  if (!/^\s*(?:[ZOPR]\s+)?[ZOPR]?$/.test(line.before) || !/^[ZOPR]?\s*\d{6}\s?Z\b/.test(line.after))
    return null;
  const replaces = replacedBy(line, typed(line, /[ZOPR]?$/));
  return precedences.map(({ prosign, word }) => ({
    kind: 'precedence',
    text: prosign,
    detail: word,
    replaces,
  }));
}

/**
 * Stations on the lines of originator and addressees, and precedence words after an addressee. A line without a keyword is
 * one only within the header.
 */
export function addressCompletions(
  { transmission, classLine }: Cable,
  line: CaretLine,
): readonly Completion[] | null {
  const match = ADDRESS_LINE.exec(line.before);
  const [, keyword, ri, name = ''] = match ?? [];
  const isInHeader = transmission.from !== null && line.offset < (classLine?.start ?? 0);
  if (!match || (keyword === undefined && !(isInHeader && ri !== undefined))) return null;
  return [...stationNames(line, keyword, ri, name), ...precedenceWords(line, keyword, name)];
}

/** Names that the table knows from more than one doubtful listing; with their indicators where none is typed. */
function stationNames(
  line: CaretLine,
  keyword: string | undefined,
  ri: string | undefined,
  name: string,
): readonly Completion[] {
  const replaces = replacedBy(line, name);
  const withIndicator = ri === undefined && (keyword === 'TO' || keyword === 'INFO');
  return stations
    .filter(({ kind, confidence }) => confidence !== 'low' && kind !== 'misspelling' && kind !== 'gateway')
    .filter(station => (ri === undefined || station.ri === ri) && fits(name, station.plad))
    .map(station => ({
      kind: 'station',
      text: withIndicator && station.ri !== '' ? `${station.ri}/${station.plad}` : station.plad,
      detail: station.ri,
      filter: `${station.plad} ${station.ri}`,
      replaces,
    }));
}

function precedenceWords(line: CaretLine, keyword: string | undefined, name: string): readonly Completion[] {
  if (keyword === 'FM' || keyword === 'XMT' || !/\S\s+\S*$/.test(name)) return [];
  const word = typed(line, /[A-Z]*$/);
  const replaces = replacedBy(line, word);
  return precedences
    .filter(precedence => precedence.word.startsWith(word))
    .map(precedence => ({
      kind: 'precedence',
      text: precedence.word,
      detail: l10n.t('precedence'),
      replaces,
    }));
}

function fits(name: string, plad: string): boolean {
  return ` ${plad}`.includes(` ${name}`);
}
