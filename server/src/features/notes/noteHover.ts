import * as l10n from '@vscode/l10n';
import { noteCitationAt } from '../../cable/noteCitations';
import { describeCable, type Hover } from '../hover';
import { escapeMarkdown } from '../markdown';
import { paragraphNumbered, paragraphTexts } from '../paragraphText';
import { cutWords } from '../words';
import type { Note } from './note';

/** The longest text of a paragraph in a hover, in UTF-16 code units. */
const PARAGRAPH_LENGTH = 1500;

/** What an id in a note names, as in a cable: subject, date, sender, first words; or the text of the paragraph it names. */
export function noteHoverAt(note: Note, offset: number): Hover | null {
  const citation = noteCitationAt(note.text, offset);
  if (!citation) return null;
  const { start, end, mrn, paragraph } = citation;
  const markdown = describeCable({ ...note, uri: null }, mrn, [], cable => {
    if (paragraph === null) return null;
    const meant = paragraphNumbered(cable, paragraph);
    if (!meant) return escapeMarkdown(l10n.t('¶{0} · this copy has no paragraph of that number', paragraph));
    const text = cutWords(paragraphTexts(cable)(meant).join('\n\n'), PARAGRAPH_LENGTH);
    const mark = meant.marking === null ? '' : ` (${escapeMarkdown(meant.marking.value)})`;
    return `**¶${paragraph}**${mark} ${escapeMarkdown(text)}`;
  });
  return { start, end, markdown };
}
