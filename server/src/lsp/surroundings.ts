import type { Surroundings } from '../checks';
import { canonicalUri } from './uris';
import { isOtherVersion, type Workspace } from './workspace';

/** What the workspace knows around the document `uri`, asked when a check asks. Another version of a file has no copies. */
export function surroundingsOf(uri: string, workspace: Workspace): Surroundings {
  const own = canonicalUri(uri);
  return {
    fileName: nameOf(uri),
    copiesOf: mrn =>
      isOtherVersion(own)
        ? []
        : workspace.snapshot
            .find(mrn)
            .filter(copy => copy.uri !== own)
            .map(copy => ({
              uri: workspace.spelling(copy.uri),
              name: nameOf(copy.uri),
              range: copy.anchor,
            })),
    isHere: mrn => workspace.snapshot.find(mrn).length > 0,
  };
}

/** The last part of a uri's path, as the reader knows it. */
function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
