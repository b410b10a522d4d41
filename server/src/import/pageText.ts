import { Parser } from 'htmlparser2';

/** What is not text of a page. */
const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'svg',
  'select',
  'textarea',
  'iframe',
]);

/** What a site puts around its texts, by element and by class or id. */
const AROUND = new Set(['footer', 'nav']);
const AROUND_NAME = /(?:^|[\s_-])(?:footer|sidebar|navigation|navbar|breadcrumbs?)(?:$|[\s_-])/i;

/** Elements that stand on lines of their own. */
const BLOCKS = new Set([
  ...[
    'address',
    'article',
    'aside',
    'body',
    'caption',
    'center',
    'dd',
    'details',
    'dialog',
    'div',
    'dl',
    'dt',
  ],
  ...[
    'fieldset',
    'figcaption',
    'figure',
    'footer',
    'form',
    'header',
    'hr',
    'html',
    'li',
    'main',
    'nav',
    'ol',
  ],
  ...['section', 'summary', 'table', 'tbody', 'tfoot', 'thead', 'title', 'tr', 'ul'],
]);

/** Blocks with a blank line around them. */
const PARAGRAPHS = new Set(['blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'pre']);

const INLINE = new Set([
  ...[
    'a',
    'abbr',
    'acronym',
    'b',
    'bdi',
    'bdo',
    'big',
    'br',
    'cite',
    'code',
    'data',
    'del',
    'dfn',
    'em',
    'font',
  ],
  ...['i', 'img', 'input', 'ins', 'kbd', 'label', 'link', 'mark', 'meta', 'nobr', 'q', 's', 'samp', 'small'],
  ...['span', 'strike', 'strong', 'sub', 'sup', 'td', 'th', 'time', 'tt', 'u', 'var', 'wbr', 'button', 'col'],
  ...['colgroup', 'base', 'object', 'embed', 'area', 'map', 'picture', 'source', 'option', 'optgroup'],
  ...[
    'audio',
    'video',
    'canvas',
    'track',
    'param',
    'ruby',
    'rt',
    'rp',
    'output',
    'meter',
    'progress',
    'legend',
  ],
]);

/** What looks like the beginning of a tag and is none, as in `<NAME@STATE.GOV>`; names with a colon are those of word processors. */
const NO_TAG = new RegExp(
  `<(?=/?[a-z])(?!/?(?:${[...INLINE, ...BLOCKS, ...PARAGRAPHS, ...SKIPPED].join('|')}|[a-z]{1,20}:[a-z0-9]{1,20})(?:[\\s/>]|$))`,
  'gi',
);

/** Elements behind whose beginning tags are text. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp']);

/** So many elements may stand in one another; browsers end at 512. A page that never ends what sets words has many. */
const DEEPEST = 1024;

/** So many of them are still open where the reading begins again. */
const REOPENED = 256;

/** Receives what a page says, in the order of the page. */
export interface PageListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  /** Text with lines as a browser shows them. */
  text(text: string): void;
  close(name: string): void;
}

/** Reads the source of a page, or of a part of one, as a browser shows it. Never throws. */
export function readPage(source: string, listener: PageListener): void {
  const reader = new PageReader(listener);
  reader.read(source.replace(NO_TAG, '&lt;'));
}

/**
 * Reads HTML as a browser would show it: blanks are one blank but in `<pre>`, `<br>` and blocks begin lines, entities
 * are characters, scripts and the head are nothing.
 */
class PageReader {
  readonly #listener: PageListener;
  /** The elements that are open, the outermost first. */
  readonly #elements: string[] = [];
  #skipped = 0;
  /** The element around a text that is being passed over, and how many of its name are open within. */
  #around: { readonly name: string; depth: number } | null = null;
  #pre = 0;
  /** How many line breaks stand at the end of what was given; many at the beginning. */
  #breaks = 2;
  #hasBlank = false;
  #wanted = 0;
  #isPreBegin = false;

  constructor(listener: PageListener) {
    this.#listener = listener;
  }

  read(source: string): void {
    for (let rest: string | null = source; rest !== null; ) rest = this.#readOn(rest);
  }

  /**
   * Reads on to where elements stand in elements too deeply, and gives what is left; null at the end. The library takes time in
   * proportion to the depth for each tag, so that it begins again there, inside of the elements that set lines.
   */
  #readOn(source: string): string | null {
    const around = this.#elements.filter(name => !INLINE.has(name) && !RAW.has(name)).slice(0, REOPENED);
    this.#elements.length = 0;
    const before = around.map(name => `<${name}>`).join('');
    let end: number | null = null;
    const parser = new Parser(
      {
        onopentag: (name, attributes) => {
          this.#elements.push(name);
          if (parser.endIndex < before.length) return;
          this.#open(name, attributes);
          if (this.#elements.length < DEEPEST || RAW.has(name)) return;
          end = parser.endIndex + 1 - before.length;
          parser.pause();
        },
        onclosetag: name => {
          this.#elements.pop();
          this.#close(name);
        },
        ontext: text => this.#text(text),
      },
      { decodeEntities: true, lowerCaseTags: true },
    );
    parser.write(before + source);
    if (end !== null) return source.slice(end);
    parser.end();
    return null;
  }

  #open(name: string, attributes: Record<string, string>): void {
    if (this.#around) {
      if (name === this.#around.name) this.#around.depth++;
      return;
    }
    if (SKIPPED.has(name)) this.#skipped++;
    if (this.#skipped > 0) return;
    if (isAround(name, attributes)) {
      this.#around = { name, depth: 1 };
      return;
    }
    if (PARAGRAPHS.has(name)) this.#want(2);
    else if (BLOCKS.has(name)) this.#want(1);
    else if (name === 'td' || name === 'th') this.#hasBlank = true;
    if (name === 'pre') {
      this.#pre++;
      this.#isPreBegin = true;
      // What it is apart from the text above stands in front of it: blank lines in it are its own.
      this.#giveBreaks();
    }
    this.#listener.open(name, attributes);
    if (name === 'br') this.#give('\n');
  }

  #close(name: string): void {
    if (this.#around) {
      if (name === this.#around.name && --this.#around.depth === 0) this.#around = null;
      return;
    }
    if (SKIPPED.has(name)) {
      this.#skipped = Math.max(0, this.#skipped - 1);
      return;
    }
    if (this.#skipped > 0) return;
    if (name === 'pre') this.#pre = Math.max(0, this.#pre - 1);
    this.#listener.close(name);
    if (PARAGRAPHS.has(name)) this.#want(2);
    else if (BLOCKS.has(name)) this.#want(1);
  }

  #text(text: string): void {
    if (this.#skipped > 0 || this.#around) return;
    if (this.#pre > 0) {
      const plain = text.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' ');
      const begun = this.#isPreBegin && plain.startsWith('\n') ? plain.slice(1) : plain;
      if (text !== '') this.#isPreBegin = false;
      this.#give(begun);
      return;
    }
    for (const part of text.split(/([ \t\r\n\f\u00a0]+)/)) {
      if (part === '') continue;
      if (/^[ \t\r\n\f\u00a0]/.test(part)) this.#hasBlank = true;
      else this.#give(part);
    }
  }

  #want(breaks: number): void {
    this.#wanted = Math.max(this.#wanted, breaks);
  }

  #giveBreaks(): void {
    const due = this.#wanted - this.#breaks;
    this.#wanted = 0;
    this.#hasBlank = false;
    if (due > 0) this.#give('\n'.repeat(due));
  }

  /** Gives text, and before it the line breaks or the blank that are due. */
  #give(text: string): void {
    if (text === '') return;
    const due = this.#wanted - this.#breaks;
    const space =
      due > 0 ? '\n'.repeat(due) : this.#hasBlank && this.#breaks === 0 && text !== '\n' ? ' ' : '';
    this.#wanted = 0;
    this.#hasBlank = false;
    this.#listener.text(space + text);
    const end = /\n*$/.exec(text.slice(-2))?.[0].length ?? 0;
    this.#breaks = end === text.length ? Math.min(2, this.#breaks + end) : end;
  }
}

function isAround(name: string, { class: classes = '', id = '' }: Readonly<Record<string, string>>): boolean {
  return AROUND.has(name) || ((name === 'div' || name === 'aside') && AROUND_NAME.test(`${classes} ${id}`));
}

/** The text of a page, or of a piece of HTML, with lines as a browser shows them. */
export function textOfHtml(html: string): string {
  const parts: string[] = [];
  readPage(html, { open() {}, close() {}, text: part => void parts.push(part) });
  return parts.join('');
}
