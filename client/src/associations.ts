import { languages, type TextDocument, workspace } from 'vscode';
import { associationGlob } from './associationGlob';

/** Whether the setting `files.associations` names a language for this document, be it plain text. */
export function hasAssociation(document: TextDocument): boolean {
  const associations = workspace.getConfiguration('files', document).get<object>('associations') ?? {};
  return Object.keys(associations).some(
    pattern => languages.match({ pattern: associationGlob(pattern) }, document) > 0,
  );
}
