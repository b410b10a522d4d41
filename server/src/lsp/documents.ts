import type { TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseDocument } from '../cable/document';
import type { Cable } from '../cable/model';
import { LANGUAGE_ID } from './messages';

/** A document that the editor has open, at one version; parsed when somebody first asks for the telegrams of that version. */
export class OpenDocument {
  readonly #document: TextDocument;
  #cables: readonly Cable[] | null = null;

  constructor(document: TextDocument) {
    this.#document = document;
  }

  get uri(): string {
    return this.#document.uri;
  }

  get version(): number {
    return this.#document.version;
  }

  /** Whether its language is set to cable, by the user or the editor; the content does not matter. */
  get isCable(): boolean {
    return this.#document.languageId === LANGUAGE_ID;
  }

  /** Its telegrams, at least one. */
  get cables(): readonly Cable[] {
    this.#cables ??= parseDocument(this.#document.getText(), this.#document.uri);
    return this.#cables;
  }

  /** This document after `changes`, as a new one. The old one must not be used any more. */
  update(changes: TextDocumentContentChangeEvent[], version: number): OpenDocument {
    return new OpenDocument(TextDocument.update(this.#document, changes, version));
  }
}

/** How the protocol's document manager makes and changes our documents. */
export const documentsConfiguration: TextDocumentsConfiguration<OpenDocument> = {
  create: (uri, languageId, version, content) =>
    new OpenDocument(TextDocument.create(uri, languageId, version, content)),
  update: (document, changes, version) => document.update(changes, version),
};
