import * as l10n from '@vscode/l10n';
import { findAttributes } from '../cable/attributes';
import { TrimmedLines } from '../cable/trimmedLines';
import { LineTable } from '../text/lineTable';
import type { Found } from './model';
import { withoutKeys } from './pageKind';
import { idOf } from './target';
import { fromTelegram, pageNumber, withoutSite } from './telegramText';

/** What PlusD prints behind the last attribute. */
const AFTER = /^(?:-----BEGIN PGP|Copyright|©|WikiLeaks\b|Top$|e-Highlighter)/;

/**
 * The telegram on a PlusD page: from its first line to the last of its attributes. What stands above is the page's: the document number
 * there is kept only where the telegram itself does not tell its id.
 */
export function* readPlusdText(page: string): Generator<Found> {
  const source = withoutKeys(page.replaceAll('\r\n', '\n'));
  const plain = withoutSite(source);
  const number = pageNumber(plain);
  const telegram = withAttributesAbove(source, fromTelegram(source));
  const begun = telegram === null ? null : withoutSite(telegram);
  if (begun === null) {
    yield { kind: 'damage', row: 1, reason: l10n.t('the page has no text of a telegram') };
    return;
  }
  const text = withoutTail(begun);
  const hasId = number === null || idOf(text, null) !== null;
  yield { kind: 'telegram', text: hasId ? text : `${documentLine(plain)}\n${text}`, id: number, row: 1 };
}

/** The line of a page with the document number. */
function documentLine(page: string): string {
  return (
    page
      .split('\n')
      .find(line => pageNumber(line) !== null)
      ?.trim() ?? ''
  );
}

/** The telegram with the attributes that a page has in front of it. */
function withAttributesAbove(page: string, telegram: string | null): string | null {
  if (telegram === null) return null;
  const above = page.slice(0, page.length - telegram.length);
  const attributes = findAttributes(new TrimmedLines(above, new LineTable(above)));
  return attributes ? page.slice(attributes.span.start) : telegram;
}

/**
 * The text up to the end of its attributes; a value may go on over lines that name none. Nothing is cut where they say neither what they
 * are nor which document they are of: lines of the telegram may look like them.
 */
function withoutTail(text: string): string {
  const lines = new LineTable(text);
  const source = new TrimmedLines(text, lines);
  const attributes = findAttributes(source);
  if (!attributes || (attributes.mrn === null && !TITLE.test(text))) return text.trimEnd();
  const isAbove = fromTelegram(text.slice(attributes.span.end)) !== null;
  if (isAbove) return text.trimEnd();
  let last = lines.lineAt(attributes.span.end);
  while (last + 1 < lines.count && !source.isBlank(last + 1) && !AFTER.test(source.content(last + 1))) last++;
  return text.slice(0, lines.end(last)).trimEnd();
}

const TITLE = /^[ \t]{0,40}Message Attributes\b/im;
