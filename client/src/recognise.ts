import {
  ConfigurationTarget,
  commands,
  type ExtensionContext,
  l10n,
  languages,
  Range,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import {
  aboutCables,
  cableCount,
  containerOf,
  DUMP_CABLES,
  holderOf,
} from '../../server/src/cable/container';
import { looksLikeCable, RECOGNITION_LENGTH, recognitionLength } from '../../server/src/cable/recognise';
import { LANGUAGE_ID, MAKE_READABLE } from '../../server/src/lsp/messages';
import { associationGlob } from './associationGlob';
import { LanguageChoices, UNDECIDED_LANGUAGES } from './languageChoices';
import { mayHoldCable } from './pasted';
import { textSchemes } from './schemes';
import { numberOf } from './views/words';

const SETTING = 'recognisePlainText';

/**
 * A language that an untitled document gets so soon after it was changed, in milliseconds, is VS Code's guess at what was pasted. A
 * person does not choose one that quickly.
 */
const GUESS = 1500;

export interface Recogniser {
  /** Looks at a document that a command has changed. */
  look(document: TextDocument): Promise<void>;
  /** Whether the user has said that a document is plain text. */
  keepsPlain(document: TextDocument): boolean;
}

/**
 * Makes cables of plain text documents that look like cables, when they are opened and when they are saved, and of untitled ones when
 * text is pasted or typed, as far as `reftel.recognisePlainText` and the user's own choice of language allow. Says what a text is that
 * holds cables, and what can be done with it.
 */
export function recognisePlainText(context: ExtensionContext): Recogniser {
  const choices = new LanguageChoices(context.workspaceState);
  const asked = new Set<string>();
  const question = new Question();
  const told = new Set<string>();
  /** Returns false the second time. */
  const remember = (document: TextDocument, where: Set<string>) => {
    const uri = document.uri.toString();
    const isNew = !where.has(uri);
    where.add(uri);
    return isNew;
  };

  const changedAt = new WeakMap<TextDocument, number>();
  const guessed = new WeakSet<TextDocument>();
  const isGuess = (document: TextDocument) =>
    document.isUntitled &&
    !choices.hadOtherLanguage(document) &&
    document.languageId !== LANGUAGE_ID &&
    !UNDECIDED_LANGUAGES.includes(document.languageId) &&
    Date.now() - (changedAt.get(document) ?? 0) < GUESS;

  const look = async (document: TextDocument, isGuessed = false) => {
    const mode = workspace.getConfiguration('reftel', document).get<string>(SETTING);
    if (mode === 'never' || !(isGuessed || isUndecided(document)) || choices.keepsPlain(document)) return;
    const held = heldIn(document);
    if (held) {
      if (remember(document, told)) await tell(document, held);
      return;
    }
    if (!looksLikeCable(head(document))) return;
    if (mode === 'ask') {
      if (!remember(document, asked)) return;
      const answer = await question.about(document);
      if (answer === 'no') await choices.keepPlain(document);
      if (answer !== 'yes' || !(isGuessed || isUndecided(document))) return;
    }
    await languages.setTextDocumentLanguage(document, LANGUAGE_ID);
  };

  const opened = async (document: TextDocument) => {
    if (isGuess(document)) {
      guessed.add(document);
      return await look(document, true);
    }
    guessed.delete(document);
    await choices.learn(document);
    await look(document);
  };
  context.subscriptions.push(
    workspace.onDidOpenTextDocument(opened),
    workspace.onDidSaveTextDocument(document => look(document)),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!document.isUntitled || contentChanges.length === 0) return;
      changedAt.set(document, Date.now());
      void look(document, guessed.has(document));
    }),
    workspace.onDidCloseTextDocument(document => choices.forgetClosed(document)),
    workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration(`reftel.${SETTING}`))
        for (const document of workspace.textDocuments) void look(document);
    }),
  );
  workspace.textDocuments.forEach(opened);
  return {
    look: document => look(document, guessed.has(document)),
    keepsPlain: document => choices.keepsPlain(document),
  };
}

/** Whether the language of this document is undecided. */
function isUndecided(document: TextDocument): boolean {
  return (
    !document.isClosed &&
    UNDECIDED_LANGUAGES.includes(document.languageId) &&
    textSchemes().includes(document.uri.scheme) &&
    !hasAssociation(document)
  );
}

/** The beginning of a document, as far as it tells whether that is a cable, without reading the rest of a large one. */
function head(document: TextDocument): string {
  const first = (length: number) =>
    document.getText(new Range(document.positionAt(0), document.positionAt(length)));
  const start = first(RECOGNITION_LENGTH);
  const length = recognitionLength(start);
  return length === RECOGNITION_LENGTH ? start : first(length);
}

/** How much of a text that holds cables is looked at. */
const HOLDER_LENGTH = 65_536;

/** What is said of a text that holds cables and is none to be read, and what can be done with it; null for all others. */
interface Held {
  readonly message: string;
  /** Whether the text becomes a cable by *Make Readable*. */
  readonly isPage: boolean;
}

function heldIn(document: TextDocument): Held | null {
  const start = head(document);
  if (containerOf(start) === null) {
    const cables =
      looksLikeCable(start) && document.lineCount > DUMP_CABLES ? cableCount(document.getText()) : 0;
    return cables < DUMP_CABLES ? null : dump(document, numberOf(cables));
  }
  const text = document.getText(new Range(document.positionAt(0), document.positionAt(HOLDER_LENGTH)));
  const length = document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
  const share = Math.min(1, HOLDER_LENGTH / Math.max(1, length));
  const holder = holderOf(text, share);
  switch (holder?.kind) {
    case 'html':
      return mayHoldCable(text)
        ? { message: l10n.t('{0} is an HTML page with a cable in it.', nameOf(document)), isPage: true }
        : null;
    case 'pdf':
      return {
        message: l10n.t('{0} is a PDF. If cables are printed in it, they can be imported.', nameOf(document)),
        isPage: false,
      };
    case 'dump':
      return dump(document, numberOf(aboutCables(holder, share)));
    default:
      return null;
  }
}

function dump(document: TextDocument, cables: string): Held {
  const message = l10n.t(
    '{0} is a dump of about {1} cables. An import makes a file of each, and these can be read.',
    nameOf(document),
    cables,
  );
  return { message, isPage: false };
}

/** Says what a text is in a notification with what can be done. */
async function tell(document: TextDocument, { message, isPage }: Held): Promise<void> {
  const readable = l10n.t('Make Readable');
  const toImport = l10n.t('Import Cables…');
  const isFile = document.uri.scheme === 'file';
  const answer = await window.showInformationMessage(
    message,
    ...(isPage ? [readable] : []),
    ...(isFile ? [toImport] : []),
  );
  if (answer === toImport) await commands.executeCommand('reftel.importAsCables', document.uri);
  if (answer !== readable) return;
  await window.showTextDocument(document);
  await commands.executeCommand(MAKE_READABLE);
}

function nameOf(document: TextDocument): string {
  return document.uri.path.replace(/^.*\//, '');
}

type Answer = 'yes' | 'no' | undefined;

/** The question whether texts are cables. Only one is on the screen: its answer counts for all that were opened meanwhile. */
class Question {
  #open: Promise<Answer> | null = null;

  /** The answer for a document; undefined if the notification was dismissed. */
  about(document: TextDocument): Promise<Answer> {
    this.#open ??= ask(document).finally(() => {
      this.#open = null;
    });
    return this.#open;
  }
}

/** Asks in a notification; undefined if it was dismissed. */
async function ask(document: TextDocument): Promise<Answer> {
  const folder = workspace.getWorkspaceFolder(document.uri);
  const yes = l10n.t('Yes');
  const forFolder = l10n.t('Yes, for This Folder');
  const no = l10n.t('No');
  const always = l10n.t('Always');
  const never = l10n.t('Never');
  const answer = await window.showInformationMessage(
    l10n.t('{0} looks like a diplomatic cable. Treat it as one?', nameOf(document)),
    ...(folder ? [forFolder, yes] : [yes, always]),
    no,
    never,
  );
  const set = (mode: string, target: ConfigurationTarget) =>
    workspace.getConfiguration('reftel', folder).update(SETTING, mode, target);
  if (answer === always) await set('always', ConfigurationTarget.Global);
  if (answer === forFolder) await set('always', ConfigurationTarget.WorkspaceFolder);
  if (answer === never) await set('never', ConfigurationTarget.Global);
  if (answer === yes || answer === forFolder || answer === always) return 'yes';
  return answer === no ? 'no' : undefined;
}

/** Whether the setting `files.associations` names a language for this document, plain text included. */
function hasAssociation(document: TextDocument): boolean {
  const associations = workspace.getConfiguration('files', document).get<object>('associations') ?? {};
  return Object.keys(associations).some(
    pattern => languages.match({ pattern: associationGlob(pattern) }, document) > 0,
  );
}
