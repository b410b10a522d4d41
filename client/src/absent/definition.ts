import {
  commands,
  type Definition,
  type DefinitionLink,
  Location,
  Position,
  type TextDocument,
} from 'vscode';
import type { Server } from '../server';
import { absentUri } from './provider';

type Definitions = Definition | readonly DefinitionLink[] | null | undefined;

/** Where a reference leads: to what the server says, and where that is nowhere, to the page of the cable that is not here. */
export async function definitionOrAbsent(
  views: { readonly server: Server } | undefined,
  { uri }: TextDocument,
  { line, character }: Position,
  ask: () => unknown,
): Promise<Definition | DefinitionLink[] | null | undefined> {
  const found = (await ask()) as Definitions;
  const isFound = Array.isArray(found) ? found.length > 0 : Boolean(found);
  if (isFound) sayFollowed();
  if (isFound || !views) return found as Definition | DefinitionLink[] | null | undefined;
  const mrn = await views.server.ask('reftel/absentAt', {
    uri: uri.toString(),
    position: { line, character },
  });
  if (mrn === null) return null;
  sayFollowed();
  return new Location(absentUri(mrn), new Position(0, 0));
}

let isFollowed = false;

/** The step of the walkthrough is done. Said once: links under the pointer are asked for all the time. */
function sayFollowed(): void {
  if (isFollowed) return;
  isFollowed = true;
  void commands.executeCommand('setContext', 'reftel.followed', true);
}
