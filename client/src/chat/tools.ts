import {
  type CancellationToken,
  Disposable,
  type Extension,
  LanguageModelTextPart,
  type LanguageModelTool,
  LanguageModelToolResult,
  l10n,
  lm,
} from 'vscode';
import type { ToolAnswer } from '../../../server/src/lsp/messages';
import { isOffered } from './offer';

/** Asks the language server, which may have to start; null where it does not run. */
export type AskTool = (name: string, input: unknown, token: CancellationToken) => Promise<ToolAnswer | null>;

/** What the names of the tools begin with in VS Code, where other extensions have tools too. */
const PREFIX = 'reftel_';

/**
 * The tools that the manifest lists for as long as the user offers them. What they give goes to the model of the chat. They are
 * registered in any case and refuse where they are not offered: VS Code 1.100 would go on listing one that is taken back.
 */
export function chatTools({ packageJSON }: Extension<unknown>, ask: AskTool): Disposable {
  // A host may have no chat at all.
  if (!lm?.registerTool) return Disposable.from();
  const names: readonly string[] = packageJSON.contributes.languageModelTools.map(
    ({ name }: { name: string }) => name,
  );
  return Disposable.from(...names.map(name => lm.registerTool(name, toolOf(name.slice(PREFIX.length), ask))));
}

function toolOf(name: string, ask: AskTool): LanguageModelTool<object> {
  return {
    prepareInvocation: () => ({
      invocationMessage: l10n.t('Looking at the cables'),
      confirmationMessages: {
        title: l10n.t('Let the chat look at your cables?'),
        message: l10n.t(
          'What is found (ids, headers, paragraphs) is sent to the model of the chat, which may run on another machine. Nothing is changed.',
        ),
      },
    }),
    invoke: async ({ input }, token) => {
      if (!isOffered()) throw new Error('the user has not switched on reftel.chat.tools');
      const answer = await ask(name, input, token);
      // The model, not the user, reads why.
      if (!answer || answer.isError) throw new Error(answer?.text ?? 'the language server does not run');
      return new LanguageModelToolResult([new LanguageModelTextPart(answer.text)]);
    },
  };
}
