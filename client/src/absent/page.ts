import { l10n } from 'vscode';
import type { AbsentCable, Location, NoteItem } from '../../../server/src/lsp/messages';
import { dayOf, inShort, numberOf } from '../views/words';

/** The text of the page of a cable that is not here, and where its lines lead. */
export interface AbsentPage {
  readonly text: string;
  /** By 0-based line: the place that the line tells of. */
  readonly places: ReadonlyMap<number, Location>;
}

/** What the archive knows of a cable that it does not hold, and the notes that name it, as a page to read. */
export function absentPage(
  { mrn, when, dates, count, citing, request }: AbsentCable,
  noted: readonly NoteItem[],
): AbsentPage {
  const lines: string[] = [];
  const places = new Map<number, Location>();
  const tell = (line: string, place?: Location) => {
    if (place) places.set(lines.length, place);
    lines.push(line);
  };
  tell(l10n.t('{0} is not here.', mrn));
  tell('');
  tell(l10n.t('Probably sent {0}.', when));
  for (const [beside, entry] of [
    [(cable: string) => l10n.t('Before it: {0}', cable), dates.before],
    [(cable: string) => l10n.t('After it: {0}', cable), dates.after],
  ] as const)
    if (entry)
      tell(`  ${beside(`${entry.mrn ?? ''} · ${dayOf(entry.instant)}`)}`, {
        uri: entry.uri,
        range: entry.anchor,
      });
  tell('');
  tell(l10n.t('To ask for it:'));
  tell(`  ${request}`);
  tell('');
  tell(
    count === 0
      ? l10n.t('No cable here cites it.')
      : count === 1
        ? l10n.t('Cited by 1 cable here:')
        : l10n.t('Cited by {0} cables here:', numberOf(count)),
  );
  let source: string | null = null;
  for (const { mrn: citingId, entry, place, sentence } of citing.items) {
    const name = citingId ?? place.uri;
    if (name !== source) {
      tell('');
      tell(`${name}${entry ? ` · ${inShort(entry)}` : ''}`, place);
    }
    source = name;
    for (const line of wrapped(sentence)) tell(`  ${line}`, place);
  }
  if (citing.truncated) {
    tell('');
    tell(l10n.t('Only the first {0} places are told.', numberOf(citing.items.length)));
  }
  if (noted.length > 0) {
    tell('');
    tell(l10n.t('Noted in:'));
    let note: string | null = null;
    for (const { name, line, place } of noted) {
      if (name !== note) {
        tell('');
        tell(name, place);
      }
      note = name;
      for (const part of wrapped(line)) tell(`  ${part}`, place);
    }
  }
  return { text: `${lines.join('\n')}\n`, places };
}

/** A sentence in lines of a page's width. */
function wrapped(sentence: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of sentence.split(' ')) {
    if (line !== '' && line.length + word.length > 90) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
