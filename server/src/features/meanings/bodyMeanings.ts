import type { Cable, PageLine, Paragraph } from '../../cable/model';
import { markingReading } from '../../reference/markings';
import { type Span, touches } from '../../text/span';
import { type Meaning, meaning } from './meaning';

/** What the thing at `offset` means, where it stands in the text: paragraph numbers, portion marks, page lines, septels. */
export function bodyMeaning({ paragraphs, pageLines, mentions }: Cable, offset: number): Meaning | null {
  const isHere = (span: Span) => touches(span, offset);
  const page = pageLines.find(isHere);
  if (page) return pageMeaning(page);
  const paragraph = paragraphs.find(isHere);
  const told = paragraph && (markMeaning(paragraph, offset) ?? numberMeaning(paragraph, offset));
  if (told) return told;
  const septel = mentions.find(mention => mention.form === 'septel' && isHere(mention));
  return septel ? meaning(septel, septel.value, 'a separate telegram, deliberately not listed') : null;
}

function pageMeaning(line: PageLine): Meaning {
  const { form, post, serial, page, of } = line;
  // The numbers of a page line count sections, those of a page heading pages.
  const [name, unit] = form === 'page-line' ? ['Page line', 'section'] : ['Page heading', 'page'];
  const number = page ? `, ${unit} ${page.value}${of ? ` of ${of.value}` : ''}` : '';
  const cable = `${post.value} ${serial.value.replace(/^0+(?=\d)/, '')}`;
  const note = form === 'page-line' ? 'A page begins here; the text goes on below.' : '';
  return meaning(line, name, `${cable}${number}`, note);
}

function markMeaning({ marking, isMarkedForEntireText }: Paragraph, offset: number): Meaning | null {
  if (!marking || !touches(marking, offset)) return null;
  const reading = markingReading(isMarkedForEntireText ? `${marking.value} - ENTIRE TEXT` : marking.value);
  return reading === null ? null : meaning(marking, `(${marking.value})`, reading);
}

/** Says what a number means where that is not what stands there. */
function numberMeaning({ number, printed, trust }: Paragraph, offset: number): Meaning | null {
  if (number === null || trust === 'printed' || !touches(printed, offset)) return null;
  const reading =
    trust === 'guessed'
      ? 'the number was lost; it follows from the paragraphs around it'
      : `printed here as ${printed.value.trim()}`;
  return meaning(printed, `¶${number}`, reading);
}
