import * as l10n from '@vscode/l10n';
import { aadItem, columnKey, isIdColumn, isTextColumn } from './aadTable';
import type { Chunks, Found } from './model';
import { readXml, type XmlEvent, type XmlItems } from './xmlReader';

/** The rows of such a table as XML: an element per cell, or cells that are called `field`, or attributes of a row. */
export async function* readAadXml(chunks: Chunks): AsyncGenerator<Found> {
  yield* readXml(chunks, new AadRows());
}

/** The attributes that name a cell: `<field name="DOC_NBR">`. */
const CELL_NAMES = ['name', 'column', 'id', 'field'];
/** The elements that are such a cell. */
const CELLS = new Set(['FIELD', 'COLUMN', 'CELL', 'COL', 'DATA', 'VALUE']);

interface OpenElement {
  readonly line: number;
  /** The name of the cell that it is; it is one only where nothing but text is in it. */
  readonly cell: string;
  text: string;
  hasElements: boolean;
  /** The cells in it, where it is a row. */
  readonly fields: Map<string, string>;
}

class AadRows implements XmlItems {
  #open: OpenElement[] = [];
  #found: Found[] = [];
  #row = 0;
  #error: { readonly reason: string; readonly line: number } | null = null;

  on(event: XmlEvent, line: number): void {
    switch (event.kind) {
      case 'open':
        this.#begin(event.name, event.attributes, line);
        break;
      case 'text': {
        const top = this.#open.at(-1);
        if (top) top.text += event.text;
        break;
      }
      case 'close':
        this.#end();
        break;
      case 'error':
        this.#error ??= { reason: event.reason, line };
    }
  }

  take(isEnd: boolean): readonly Found[] {
    if (isEnd) {
      const cut = this.#open.find(({ fields }) => fields.size > 0);
      const open = cut ?? (this.#open.length > 2 ? this.#open.at(-1) : undefined);
      if (open) this.#damage(l10n.t('the document ends within the row'), open.line);
    }
    const found = this.#found;
    this.#found = [];
    return found;
  }

  #begin(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    const parent = this.#open.at(-1);
    if (parent) {
      parent.hasElements = true;
      parent.text = '';
    }
    const named = CELLS.has(name.toUpperCase())
      ? CELL_NAMES.map(each => attributes[each]).find(each => each !== undefined)
      : undefined;
    const entries = Object.entries(attributes);
    const isRow = entries.some(([key]) => isColumn(key));
    const fields = new Map(isRow ? entries.filter(([, value]) => value.trim() !== '') : []);
    this.#open.push({ line, cell: named ?? name, text: '', hasElements: false, fields });
  }

  #end(): void {
    const element = this.#open.pop();
    if (!element) return;
    const parent = this.#open.at(-1);
    if (!element.hasElements && element.fields.size === 0) {
      if (parent && element.text.trim() !== '') parent.fields.set(element.cell, element.text);
      return;
    }
    if (![...element.fields.keys()].some(isColumn)) return;
    if (this.#error) {
      this.#damage(this.#error.reason, this.#error.line);
      return;
    }
    this.#found.push(aadItem(element.fields, { row: ++this.#row, line: element.line }));
  }

  #damage(reason: string, line: number): void {
    this.#found.push({ kind: 'damage', row: ++this.#row, line, reason });
    this.#error = null;
  }
}

function isColumn(name: string): boolean {
  return isIdColumn(name) || isTextColumn(name) || columnKey(name) === 'MSGFROM';
}
