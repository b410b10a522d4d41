import { SaxesParser } from 'saxes';
import type { Chunks, Found } from './model';

/** What is in an XML document, in its order. */
export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  /** What is no XML; the reading goes on behind it as well as it can. */
  | { readonly kind: 'error'; readonly reason: string };

/** Receives the events of a document and makes items of them. */
export interface XmlItems {
  on(event: XmlEvent, line: number): void;
  /** The items that are ready since the last call; with `isEnd`, what is left is cut. */
  take(isEnd: boolean, line: number): readonly Found[];
}

/** No name of a character is longer. */
const ENTITY_LENGTH = 40;
/** An ampersand that begins no name of a character can only mean itself. */
const BARE_AMPERSAND = /&(?!(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][\w.-]{0,30});)/gi;
/** Names of characters that XML does not have, and that exports use all the same. */
const ENTITIES = {
  nbsp: ' ',
  para: '¶',
  sect: '§',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

/** The items that `items` makes of an XML document; memory is bounded by what it keeps. */
export async function* readXml(chunks: Chunks, items: XmlItems): AsyncGenerator<Found> {
  const parser = parserFor((event, line) => items.on(event, line));
  let rest = '';
  for await (const chunk of chunks) {
    const text = rest + chunk;
    // An entity may be cut in two by the end of a piece.
    const cut = text.lastIndexOf('&');
    const end = cut >= 0 && text.length - cut < ENTITY_LENGTH ? cut : text.length;
    rest = text.slice(end);
    parser.write(wellFormed(text.slice(0, end)));
    yield* items.take(false, parser.line);
  }
  parser.write(wellFormed(rest));
  // Elements that are still open are no error of the parser's, but a document that was cut.
  yield* items.take(true, parser.line);
}

/** Signs that no XML document may hold, and that exports of old texts hold all the same: form feeds, the marks of tapes. */
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f]/g;
/** Characters that stand for them while the document is read. */
const CONTROL_BASE = 0xe000;
const REPLACED = /[\ue000-\ue01f]/g;

function wellFormed(text: string): string {
  return text
    .replace(BARE_AMPERSAND, '&amp;')
    .replace(CONTROL, sign => String.fromCharCode(CONTROL_BASE + sign.charCodeAt(0)));
}

function withControls(text: string): string {
  return text.replace(REPLACED, sign => String.fromCharCode(sign.charCodeAt(0) - CONTROL_BASE));
}

function parserFor(on: (event: XmlEvent, line: number) => void): SaxesParser {
  const parser = new SaxesParser({ xmlns: false });
  Object.assign(parser.ENTITIES, ENTITIES);
  parser.on('opentag', ({ name, attributes }) =>
    on({ kind: 'open', name: localName(name), attributes }, parser.line),
  );
  parser.on('closetag', ({ name }) => on({ kind: 'close', name: localName(name) }, parser.line));
  parser.on('text', text => on({ kind: 'text', text: withControls(text) }, parser.line));
  parser.on('cdata', text => on({ kind: 'text', text: withControls(text) }, parser.line));
  parser.on('error', error => on({ kind: 'error', reason: reasonOf(error.message) }, parser.line));
  return parser;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The message of the parser without the place in front of it and the full stop behind. */
function reasonOf(message: string): string {
  return message.replace(/^(?:[^:\n]{0,200}:)?\d{1,9}:\d{1,9}: /, '').replace(/\.$/, '');
}
