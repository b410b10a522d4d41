import * as l10n from '@vscode/l10n';
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
  return septel
    ? meaning(septel, septel.value, l10n.t('a separate telegram, deliberately not listed'))
    : null;
}

function pageMeaning(line: PageLine): Meaning {
  const { form, post, serial, page, of } = line;
  const cable = `${post.value} ${serial.value.replace(/^0+(?=\d)/, '')}`;
  // The numbers of a page line count sections, those of a page heading pages.
  return form === 'page-line'
    ? meaning(
        line,
        l10n.t('Page line'),
        sectionOf(cable, page?.value, of?.value),
        l10n.t('A page begins here; the text goes on below.'),
      )
    : meaning(line, l10n.t('Page heading'), pageOf(cable, page?.value, of?.value));
}

function sectionOf(cable: string, section?: number, of?: number): string {
  if (section === undefined) return cable;
  return of === undefined
    ? l10n.t('{0}, section {1}', cable, section)
    : l10n.t('{0}, section {1} of {2}', cable, section, of);
}

function pageOf(cable: string, page?: number, of?: number): string {
  if (page === undefined) return cable;
  return of === undefined
    ? l10n.t('{0}, page {1}', cable, page)
    : l10n.t('{0}, page {1} of {2}', cable, page, of);
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
      ? l10n.t('the number was lost; it follows from the paragraphs around it')
      : l10n.t('printed here as {0}', printed.value.trim());
  return meaning(printed, `¶${number}`, reading);
}
