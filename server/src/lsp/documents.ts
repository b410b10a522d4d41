import type { TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Cable } from '../cable/model';
import { parseCable } from '../cable/parse';
import { LANGUAGE_ID } from './messages';

/** A document that the editor has open, at one version; parsed when its cable is first needed. */
export class OpenDocument {
  readonly #document: TextDocument;
  #cable: Cable | null = null;

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

  get cable(): Cable {
    this.#cable ??= parseCable(this.#document.getText(), this.#document.uri);
    return this.#cable;
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
