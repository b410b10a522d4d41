import * as l10n from '@vscode/l10n';
import { formatMrn } from '../cable/identity';
import { postKey } from '../reference/posts';
import { isKnownPost } from '../reference/stations';
import type { Chunks, Found } from './model';
import { readXml, type XmlEvent, type XmlItems } from './xmlReader';

/** The telegrams of a volume of *Foreign Relations of the United States*, which is a TEI document. `Reader` of the kind `frus`. */
export async function* readFrus(chunks: Chunks): AsyncGenerator<Found> {
  yield* readXml(chunks, new FrusDocuments());
}

/** Elements that begin and end a line of their own. */
const LINES = new Set([
  'p',
  'head',
  'dateline',
  'signed',
  'salute',
  'item',
  'label',
  'row',
  'l',
  'opener',
  'closer',
  'byline',
]);

/** A document of a volume while it is being read. */
interface OpenDocument {
  readonly line: number;
  head: string;
  from: string;
  to: string;
  dateline: string;
  /** The instant that the dateline's `<date>` gives. */
  when: string;
  source: string;
  readonly signed: string[];
  readonly paragraphs: string[];
  error: string | null;
}

type Zone = 'head' | 'dateline' | 'signed' | 'source' | 'note' | 'text';

class FrusDocuments implements XmlItems {
  #found: Found[] = [];
  #document: OpenDocument | null = null;
  /** The depth of elements, and that of the document's own. */
  #depth = 0;
  #documentDepth = 0;
  readonly #zones: { readonly zone: Zone; readonly depth: number }[] = [];
  #gloss: 'from' | 'to' | null = null;
  #line = '';
  #row = 0;

  on(event: XmlEvent, line: number): void {
    if (event.kind === 'error') {
      if (this.#document) this.#document.error ??= event.reason;
    } else if (event.kind === 'text') this.#text(event.text);
    else if (event.kind === 'open') this.#open(event.name, event.attributes, line);
    else this.#close(event.name);
  }

  take(isEnd: boolean): readonly Found[] {
    if (isEnd && this.#document && isTelegram(this.#document.head))
      this.#damage(l10n.t('the volume ends within the document'), this.#document.line);
    const found = this.#found;
    this.#found = [];
    return found;
  }

  #open(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    this.#depth++;
    if (name === 'div' && attributes.type === 'document' && !this.#document) {
      this.#document = {
        line,
        head: '',
        from: '',
        to: '',
        dateline: '',
        when: '',
        source: '',
        signed: [],
        paragraphs: [],
        error: null,
      };
      this.#documentDepth = this.#depth;
      this.#line = '';
      return;
    }
    const document = this.#document;
    if (!document) return;
    if (name === 'note') this.#enter(attributes.type === 'source' ? 'source' : 'note');
    else if (this.#isNote) return;
    else if (name === 'head' && document.head === '') this.#enter('head');
    else if (name === 'dateline') this.#enter('dateline');
    else if (name === 'signed') this.#enter('signed');
    else if (name === 'gloss') this.#gloss = glossOf(attributes.type);
    else if (name === 'date' && this.#zone === 'dateline') document.when ||= attributes.when ?? '';
    else if (name === 'lb') this.#endLine(document);
    else if (LINES.has(name)) this.#endLine(document);
  }

  #close(name: string): void {
    const document = this.#document;
    if (document) {
      if (name === 'gloss') this.#gloss = null;
      if (!this.#isNote && (LINES.has(name) || name === 'div')) this.#endLine(document);
      if (this.#zones.at(-1)?.depth === this.#depth) this.#zones.pop();
      if (this.#depth === this.#documentDepth) this.#finish(document);
    }
    this.#depth--;
  }

  get #zone(): Zone {
    return this.#zones.at(-1)?.zone ?? 'text';
  }

  get #isNote(): boolean {
    return this.#zone === 'note' || this.#zone === 'source';
  }

  #enter(zone: Zone): void {
    if (this.#document && !this.#isNote && zone !== 'note' && zone !== 'source')
      this.#endLine(this.#document);
    this.#zones.push({ zone, depth: this.#depth });
  }

  #text(text: string): void {
    const document = this.#document;
    if (!document) return;
    if (this.#zone === 'source') document.source += text;
    if (this.#isNote) return;
    this.#line += text;
    if (this.#gloss !== null) document[this.#gloss] += text;
  }

  /** Puts the line that was read where it belongs. */
  #endLine(document: OpenDocument): void {
    const line = plain(this.#line);
    this.#line = '';
    if (line === '') return;
    const zone = this.#zone;
    if (zone === 'head') document.head = plain(`${document.head} ${line}`);
    else if (zone === 'dateline') document.dateline = plain(`${document.dateline} ${line}`);
    else if (zone === 'signed') document.signed.push(line);
    else document.paragraphs.push(line);
  }

  #finish(document: OpenDocument): void {
    this.#document = null;
    this.#zones.length = 0;
    this.#gloss = null;
    if (!isTelegram(document.head)) return;
    if (document.error !== null) this.#damage(document.error, document.line);
    else if (document.paragraphs.length === 0)
      this.#damage(l10n.t('the document has no text'), document.line);
    else
      this.#found.push({ kind: 'telegram', ...telegramOf(document), row: ++this.#row, line: document.line });
  }

  #damage(reason: string, line: number): void {
    this.#found.push({ kind: 'damage', row: ++this.#row, line, reason });
  }
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function glossOf(type: string | undefined): 'from' | 'to' | null {
  return type === 'from' || type === 'to' ? type : null;
}

/** `Telegram From …`, `123. Telegram 4321 From …`, `Circular Telegram …`: no memorandum on a telegram and no airgram. */
function isTelegram(head: string): boolean {
  return /^(?:\[?\d{1,4}[a-z]?\]?\.? )?(?:Circular |Backchannel |Personal )?Telegram\b/i.test(head);
}

const CLASSES = /\b(Top Secret|Secret|Confidential|Limited Official Use|Unclassified)\b/;
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DATE =
  /\b(January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2}), (\d{4})(?:, (\d{4})Z)?/;
/** The telegram's number, in front of its first words. */
const NUMBER = /^(?:[A-Z][A-Za-z' ]{1,30} )?(\d{1,6})(?:\/\d{5,6}Z)?\. +(?=\S)/;
const HEAD_NUMBER = /\bTelegram (?:No\. ?)?(?:[A-Z]{2,6}-?)?(\d{1,6})\b/i;

/**
 * A document as a telegram: what the editors say of its origin, day and classification as a header with the words of a telegram, where
 * the document tells them for certain, and its text as printed. Notes are the editors' and are left out.
 */
function telegramOf(document: OpenDocument): { readonly text: string; readonly id: string | null } {
  const { head, dateline, source, signed, paragraphs } = document;
  const [first = '', ...others] = paragraphs;
  const inText = NUMBER.exec(first);
  const number = HEAD_NUMBER.exec(head)?.[1] ?? inText?.[1] ?? null;
  const place = plain(dateline.split(',')[0] ?? '');
  const isDepartment = /^(?:the )?Department of State$/i.test(plain(document.from));
  const post = isDepartment ? 'STATE' : isKnownPost(postKey(place)) ? place.toUpperCase() : null;
  const date = DATE.exec(dateline);
  const year = date?.[3] ?? /^\d{4}/.exec(document.when)?.[0] ?? null;
  const id = number !== null && post !== null && year !== null ? formatMrn(year, post, number) : null;
  const classification = CLASSES.exec(source)?.[1]?.toUpperCase() ?? null;
  const header = [
    dtgOf(date),
    document.from === '' ? null : `FM ${stationOf(document.from, post)}`,
    document.to === '' ? null : `TO ${stationOf(document.to, null)}`,
  ].filter(line => line !== null);
  const classLine = classification && id !== null ? `${classification} ${post} ${number}` : classification;
  const body = [
    id !== null && inText && number === inText[1] ? first.slice(inText[0].length) : first,
    ...others,
  ];
  const blocks = [
    ...(header.length > 0 ? [header.join('\n')] : []),
    ...(classLine === null ? [] : [classLine]),
    // What the header does not say is said as it is printed.
    ...(document.from !== '' && dtgOf(date) !== null ? [] : [`${head}\n${dateline}`.trim()]),
    ...body.map(withFields),
    ...signed.map(name => name.toUpperCase()),
  ];
  return { id, text: `${blocks.join('\n\n')}\n` };
}

/** `031530Z MAY 75` where the dateline gives the hour of Greenwich. */
function dtgOf(date: RegExpExecArray | null): string | null {
  const [, month = '', day = '', year = '', time] = date ?? [];
  if (time === undefined) return null;
  const name = MONTHS.find(each => month.toUpperCase().startsWith(each)) ?? '';
  return `${day.padStart(2, '0')}${time}Z ${name} ${year.slice(-2)}`;
}

/** An originator or addressee by the name that telegrams give it, where that is certain; otherwise as printed. */
function stationOf(name: string, post: string | null): string {
  const words = plain(name).replace(/^the /i, '');
  if (/^Department of State$/i.test(words)) return 'SECSTATE WASHDC';
  if (post === null) return words.toUpperCase();
  if (/^Embassy\b/i.test(words)) return `AMEMBASSY ${post}`;
  if (/^Consulate\b/i.test(words)) return `AMCONSUL ${post}`;
  return words.toUpperCase();
}

/** The fields that a paragraph runs together, on lines of their own: `Subj: …. Ref: ….` */
function withFields(paragraph: string): string {
  if (
    !/^(?:For|From|Pass|Subj|Subject|Ref|Refs|Reference|Dept|Please|Eyes Only|Exdis|Nodis|Limdis)\b/i.test(
      paragraph,
    )
  )
    return paragraph;
  return paragraph
    .replace(/(^|\. |\.)(?:Subj|Subject): /i, '$1\nSUBJECT: ')
    .replace(/(\. |\.)(Refs?|Reftels?|References?): /i, '$1\nREF: ')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .join('\n');
}
