import { type Memento, type TextDocument, workspace } from 'vscode';

/** What VS Code takes a text for that says nothing of itself; a `.log` file is a log whatever it holds. */
export const UNDECIDED_LANGUAGES: readonly string[] = ['plaintext', 'log'];

const KEY = 'reftel.keptPlain';
/** How many documents are remembered; the oldest are forgotten first. */
const LIMIT = 1000;

/**
 * The user's decisions about the language of documents. A document that goes back to plain text from any other language
 * was set by the user and stays plain text, across restarts, until the user makes it a cable again.
 */
export class LanguageChoices {
  /** Documents that were open in a language other than those; VS Code keeps the object when the language changes. */
  readonly #otherLanguage = new WeakSet<TextDocument>();

  constructor(private readonly memory: Memento) {}

  /** Call with each document that is opened; a change of language closes and opens it. */
  async learn(document: TextDocument): Promise<void> {
    if (UNDECIDED_LANGUAGES.includes(document.languageId)) {
      if (this.#otherLanguage.has(document)) await this.keepPlain(document);
    } else {
      this.#otherLanguage.add(document);
      await this.#forget(document);
    }
  }

  /** Whether a document was in a language other than those, as far as `learn` has been told. */
  hadOtherLanguage(document: TextDocument): boolean {
    return this.#otherLanguage.has(document);
  }

  keepsPlain(document: TextDocument): boolean {
    return this.#kept().includes(document.uri.toString());
  }

  async keepPlain(document: TextDocument): Promise<void> {
    if (this.keepsPlain(document)) return;
    await this.memory.update(KEY, [...this.#kept(), document.uri.toString()].slice(-LIMIT));
  }

  /** The name of an untitled document that was closed is given to another text. */
  async forgetClosed(document: TextDocument): Promise<void> {
    const stillOpen = workspace.textDocuments.includes(document);
    if (document.isUntitled && !stillOpen) await this.#forget(document);
  }

  #kept(): readonly string[] {
    return this.memory.get<readonly string[]>(KEY, []);
  }

  async #forget(document: TextDocument): Promise<void> {
    const uri = document.uri.toString();
    if (this.#kept().includes(uri))
      await this.memory.update(
        KEY,
        this.#kept().filter(kept => kept !== uri),
      );
  }
}
