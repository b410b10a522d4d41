import type { TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseDocument } from '../cable/document';
import type { Cable } from '../cable/model';
import { looksLikeCable } from '../cable/recognise';
import { LANGUAGE_ID } from './messages';

/** A document that the editor has open, at one version; parsed when somebody first asks for the telegrams of that version. */
export class OpenDocument {
  readonly #document: TextDocument;
  readonly #isCable: boolean;
  #cables: readonly Cable[] | null = null;

  /** `wasCable` says that the version before was one: a text does not stop being one while somebody writes it. */
  constructor(document: TextDocument, wasCable = false) {
    this.#document = document;
    this.#isCable = wasCable || isCable(document);
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

  /** This document after `changes`, as a new one. The old one must not be used any more. */
  update(changes: TextDocumentContentChangeEvent[], version: number): OpenDocument {
    return new OpenDocument(TextDocument.update(this.#document, changes, version), this.#isCable);
  }
}

/** What editors without a language for cables call plain text. */
const PLAIN_TEXT = new Set(['', 'text', 'plaintext', 'plain', 'txt']);

function isCable(document: TextDocument): boolean {
  const { languageId } = document;
  return languageId === LANGUAGE_ID || (PLAIN_TEXT.has(languageId) && looksLikeCable(document.getText()));
}

/** How the protocol's document manager makes and changes our documents. */
export const documentsConfiguration: TextDocumentsConfiguration<OpenDocument> = {
  create: (uri, languageId, version, content) =>
    new OpenDocument(TextDocument.create(uri, languageId, version, content)),
  update: (document, changes, version) => document.update(changes, version),
};
