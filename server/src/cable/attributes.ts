import { postKey } from '../reference/posts';
import { isKnownPost, knownPosts } from '../reference/stations';
import type { Span } from '../text/span';
import { formatMrn } from './identity';
import type { Attribute } from './model';
import type { TrimmedLines } from './trimmedLines';

/** Names of attributes that only the archive's records have. */
const OWN =
  /^(?:Message Attributes$|(?:Automatic Decaptioning|Capture Date|Channel Indicators|Current Classification|Control Number|Copy|Draft Date|Decaption (?:Date|Note)|Disposition (?:Action|Approved on Date|Authority|Case Number|Comment|Date|Event|History|Reason|Remarks)|Document (?:Number|Source|Unique ID|ID|Symbol)|Canonical ID|Drafter|Enclosure|Errors|Executive Order|Film Number|Format|Handling Restrictions|ISecure|Image Path|Legacy Key|Line Count|Litigation (?:Code|Codes|History)|Locator|Message ID|Office|Original (?:Classification|Handling Restrictions|Previous Classification|Previous Handling Restrictions)|Page Count|Previous (?:Channel Indicators|Classification|Handling Restrictions)|Retention|Review (?:Action|Content Flags|Authority|Comment|Date|Event|Exemptions|Media Identifier|Release Date|Release Event|Transfer Date|Withdrawn Fields|History|Markings|Referrals)|SAS ID|Secure|Status|Template|Type|Markings)\s{0,3}:)/i;
/** Attributes with names that a telegram's own fields have too. */
const SHARED = /^(?:Concepts|From|To|TAGS|Subject|Reference|Linked documents)\s{0,3}:/i;
const HEADING = /^Message Attributes\s{0,3}:?$/i;
/** What belongs to a telegram itself. */
const TELEGRAM = /^(?:PAGE\s{1,12}\d\d\b|[ZOPR](?: [ZOPR])? \d{6}Z\b|FM [A-Z])/i;
const DOCUMENT_NUMBER =
  /^(?:(?:Document Number|Canonical ID|Message ID)\s{0,3}:\s{0,8})?(\d{4})([A-Z]{3,20}?)(\d{4,6})(?:_[a-z])?(?: - [A-Z ]{6,24})?$/i;
/** Fewer attributes than this are no block. */
const LEAST = 4;
/** A block goes on over lines that name no attribute, for values may take several; here or below a telegram goes on. */
const GAP = 12;

export interface Attributes {
  readonly span: Span;
  /** The canonical id that the document number means; null where there is none. */
  readonly mrn: string | null;
  readonly list: readonly Attribute[];
}

/** How many lines above a telegram its document number may stand on, alone. */
const TITLE_REACH = 12;

/** The canonical id that a document number alone on a line above the telegram means; null where there is none. */
export function titleNumber(source: TrimmedLines): string | null {
  let line = source.nextFilled(0);
  for (let seen = 0; line < source.count && seen < TITLE_REACH; seen++) {
    const content = source.content(line);
    if (TELEGRAM.test(content)) return null;
    const mrn = documentNumber(content);
    if (mrn) return mrn;
    line = source.nextFilled(line + 1);
  }
  return null;
}

/**
 * The block of attributes that archives print below a telegram of 1973-79, or above it (cable-format 6). It describes the
 * record and is no part of the text. Null where there is none.
 */
export function findAttributes(source: TrimmedLines): Attributes | null {
  let first = -1;
  let last = -1;
  let own = 0;
  let mrn: string | null = null;
  for (let line = source.nextFilled(0); line < source.count; line = source.nextFilled(line + 1)) {
    const content = source.content(line);
    // A telegram, or a stretch without attributes, ends a block; what was too short to be one is forgotten.
    if (first >= 0 && (line - last > GAP || TELEGRAM.test(content))) {
      if (own >= LEAST) break;
      first = -1;
      own = 0;
    }
    const isOwn = OWN.test(content);
    if (!isOwn && !(first >= 0 && SHARED.test(content))) continue;
    if (first < 0) first = line;
    last = line;
    if (isOwn) own++;
    if (HEADING.test(content)) own = LEAST;
    mrn ??= documentNumber(content);
  }
  if (first < 0 || own < LEAST) return null;
  const span = { start: source.span(first).start, end: source.span(last).end };
  return { span, mrn, list: attributesIn(source, first, last) };
}

/** The attributes on the lines `first` to `last`. A value may go on over lines that name no attribute. */
function attributesIn(source: TrimmedLines, first: number, last: number): Attribute[] {
  const list: Attribute[] = [];
  for (let line = source.nextFilled(first); line <= last; line = source.nextFilled(line + 1)) {
    const content = source.content(line);
    const { start, end } = source.span(line);
    const name = (OWN.exec(content) ?? SHARED.exec(content))?.[0];
    const before = list.at(-1);
    if (name?.endsWith(':')) {
      const value = content.slice(name.length).trim();
      const from = end - value.length;
      list.push({ name: name.slice(0, -1).trim(), start, end, value: { value, start: from, end } });
    } else if (before && !HEADING.test(content)) {
      const value = before.value.value === '' ? content : `${before.value.value} ${content}`;
      const from = before.value.value === '' ? start : before.value.start;
      list[list.length - 1] = { ...before, end, value: { value, start: from, end } };
    }
  }
  return list;
}

/** The canonical id meant by `Document Number: 1973NEWDE07645` or the number alone: the year, the station cut to six letters, the serial; or null. */
export function documentNumber(line: string): string | null {
  const match = DOCUMENT_NUMBER.exec(line);
  const post = match && stationCutTo((match[2] ?? '').toUpperCase());
  return match && post ? formatMrn(match[1] ?? '', post, match[3] ?? '') : null;
}

/** The station whose key begins with the letters given, where there is one and no other. */
function stationCutTo(letters: string): string | null {
  const key = postKey(letters);
  if (isKnownPost(key)) return key;
  if (letters.length !== 6) return null;
  const found = [...knownPosts()].filter(post => post.startsWith(letters));
  return found.length === 1 ? (found[0] ?? null) : null;
}
