import {
  ConfigurationTarget,
  type ExtensionContext,
  l10n,
  languages,
  Range,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { cableCount, DUMP_CABLES } from '../../server/src/cable/container';
import { looksLikeCable, RECOGNITION_LENGTH, recognitionLength } from '../../server/src/cable/recognise';
import { LANGUAGE_ID } from '../../server/src/lsp/messages';
import { associationGlob } from './associationGlob';
import { LanguageChoices, UNDECIDED_LANGUAGES } from './languageChoices';
import { textSchemes } from './schemes';

const SETTING = 'recognisePlainText';

/** What the user may answer when asked. */
const YES = l10n.t('Yes');
const FOR_FOLDER = l10n.t('Yes, for This Folder');
const NO = l10n.t('No');
const ALWAYS = l10n.t('Always');
const NEVER = l10n.t('Never');

/**
 * A language that an untitled document gets so soon after it was changed, in milliseconds, is VS Code's guess at what was pasted. A
 * person does not choose one that quickly.
 */
const GUESS = 1500;

/**
 * Makes cables of plain text documents that look like cables, when they are opened and when they are saved, and of untitled ones when
 * text is pasted or typed, as far as `reftel.recognisePlainText` and the user's own choice of language allow.
 */
export function recognisePlainText(context: ExtensionContext): void {
  const choices = new LanguageChoices(context.workspaceState);
  const asked = new Set<string>();
  const question = new Question();
  /** Returns false the second time. */
  const remember = (document: TextDocument) => {
    const uri = document.uri.toString();
    const isNew = !asked.has(uri);
    asked.add(uri);
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
    if (!looksLikeCable(head(document))) return;
    const dumped = cablesOfDump(document);
    if (dumped > 0) {
      if (remember(document)) tellOfDump(document, dumped);
      return;
    }
    if (mode === 'ask') {
      if (!remember(document)) return;
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

/** How many cables a text holds, roughly, if they are so many that it is a dump; otherwise 0. */
function cablesOfDump(document: TextDocument): number {
  if (!(document.lineCount > DUMP_CABLES)) return 0;
  const cables = cableCount(document.getText());
  return cables < DUMP_CABLES ? 0 : cables;
}

function tellOfDump(document: TextDocument, cables: number): void {
  void window.showInformationMessage(
    l10n.t(
      '{0} is a dump of about {1} cables. To read them, make a file of each: reftel import FILE --to DIR',
      nameOf(document),
      cables.toLocaleString(),
    ),
  );
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
  const answer = await window.showInformationMessage(
    l10n.t('{0} looks like a diplomatic cable. Treat it as one?', nameOf(document)),
    ...(folder ? [FOR_FOLDER, YES] : [YES, ALWAYS]),
    NO,
    NEVER,
  );
  const set = (mode: string, target: ConfigurationTarget) =>
    workspace.getConfiguration('reftel', folder).update(SETTING, mode, target);
  if (answer === ALWAYS) await set('always', ConfigurationTarget.Global);
  if (answer === FOR_FOLDER) await set('always', ConfigurationTarget.WorkspaceFolder);
  if (answer === NEVER) await set('never', ConfigurationTarget.Global);
  if (answer === YES || answer === FOR_FOLDER || answer === ALWAYS) return 'yes';
  return answer === NO ? 'no' : undefined;
}

/** Whether the setting `files.associations` names a language for this document, plain text included. */
function hasAssociation(document: TextDocument): boolean {
  const associations = workspace.getConfiguration('files', document).get<object>('associations') ?? {};
  return Object.keys(associations).some(
    pattern => languages.match({ pattern: associationGlob(pattern) }, document) > 0,
  );
}
