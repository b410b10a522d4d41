import type { TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseDocument } from '../cable/document';
import type { Cable } from '../cable/model';
import { type NoteCitation, noteCitations } from '../cable/noteCitations';
import { looksLikeCable } from '../cable/recognise';
import { LineTable } from '../text/lineTable';
import { LANGUAGE_ID, NOTE_LANGUAGES } from './messages';

/** A document that the editor has open, at one version; parsed when somebody first asks for the telegrams of that version. */
export class OpenDocument {
  readonly #document: TextDocument;
  readonly #isCable: boolean;
  readonly #recognise: () => boolean;
  #cables: readonly Cable[] | null = null;
  #lines: LineTable | null = null;
  #citations: readonly NoteCitation[] | null = null;

  /**
   * `recognise` says whether plain text may be a cable by its content, `wasCable` that the version before was one: a text does not stop being
   * one while somebody writes it.
   */
  constructor(document: TextDocument, recognise: () => boolean, wasCable = false) {
    this.#document = document;
    this.#recognise = recognise;
    this.#isCable = wasCable || isCable(document, recognise());
  }

  get uri(): string {
    return this.#document.uri;
  }

  get version(): number {
    return this.#document.version;
  }

  /** Whether it is read as a cable: by its language, or by its content where the editor calls it plain text. */
  get isCable(): boolean {
    return this.#isCable;
  }

  /** Its telegrams, at least one. */
  get cables(): readonly Cable[] {
    this.#cables ??= parseDocument(this.#document.getText(), this.#document.uri);
    return this.#cables;
  }

  /** Whether it is a note: Markdown, or plain text that is no cable. */
  get isNote(): boolean {
    return !this.#isCable && NOTES.has(this.#document.languageId);
  }

  get text(): string {
    return this.#document.getText();
  }

  /** Its lines. */
  get lines(): LineTable {
    this.#lines ??= new LineTable(this.text);
    return this.#lines;
  }

  /** What it names as a note; looked for when somebody first asks. */
  get citations(): readonly NoteCitation[] {
    this.#citations ??= noteCitations(this.text);
    return this.#citations;
  }

  /** This document after `changes`, as a new one. The old one must not be used any more. */
  update(changes: TextDocumentContentChangeEvent[], version: number): OpenDocument {
    return new OpenDocument(
      TextDocument.update(this.#document, changes, version),
      this.#recognise,
      this.#isCable,
    );
  }
}

/** What editors without a language for cables call plain text. */
const PLAIN_TEXT = new Set(['', 'text', 'plaintext', 'plain', 'txt']);

/** The languages of notes. */
const NOTES: ReadonlySet<string> = new Set([...NOTE_LANGUAGES, ...PLAIN_TEXT]);

function isCable(document: TextDocument, recognise: boolean): boolean {
  const { languageId } = document;
  if (languageId === LANGUAGE_ID) return true;
  return recognise && PLAIN_TEXT.has(languageId) && looksLikeCable(document.getText());
}

/**
 * How the protocol's document manager makes and changes our documents. `recognise` says whether cables are recognised in plain text; some
 * editors do so themselves.
 */
export function documentsConfiguration(recognise: () => boolean): TextDocumentsConfiguration<OpenDocument> {
  return {
    create: (uri, languageId, version, content) =>
      new OpenDocument(TextDocument.create(uri, languageId, version, content), recognise),
    update: (document, changes, version) => document.update(changes, version),
  };
}
