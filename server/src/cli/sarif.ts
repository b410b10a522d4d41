import { isAbsolute, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../../package.json';
import type { Severity } from '../checks/check';
import { checks, documentationUrl } from '../checks/index';
import type { CheckFormat } from './checkFormat';
import type { FileDiagnostic, FileFix, Region } from './fileDiagnostic';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

const driver = {
  name: 'reftel',
  semanticVersion: version,
  rules: checks.map(({ code, severity, offByDefault, summary }) => ({
    id: code,
    shortDescription: { text: summary },
    helpUri: documentationUrl(code),
    defaultConfiguration: { level: LEVELS[severity], enabled: !offByDefault },
    properties: { severity },
  })),
};

const ruleIndex = new Map(checks.map(({ code }, index) => [code, index]));

/** SARIF 2.1.0, one run with all rules and a result for each diagnostic. */
export const sarifFormat: CheckFormat = {
  begin: `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${JSON.stringify({ driver })},"columnKind":"utf16CodeUnits","results":[\n`,
  between: ',\n',
  end: '\n]}]}\n',
  item: diagnostic => JSON.stringify(resultOf(diagnostic)),
};

function resultOf(diagnostic: FileDiagnostic) {
  const { file, severity, code, message, related, fix } = diagnostic;
  return {
    ruleId: code,
    ruleIndex: ruleIndex.get(code),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: physicalLocation(file, diagnostic) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({
        id,
        message: { text: other.message },
        physicalLocation: physicalLocation(other.file, other),
      })),
    }),
    ...(fix && { fixes: [fixOf(file, fix)] }),
    // SARIF has three levels; a property tells information from hints.
    properties: { severity },
  };
}

function physicalLocation(file: string, region: Region) {
  return { artifactLocation: { uri: uriOf(file) }, region: regionOf(region) };
}

function fixOf(file: string, { title, replacements }: FileFix) {
  return {
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation: { uri: uriOf(file) },
        replacements: replacements.map(({ newText, ...region }) => ({
          deletedRegion: regionOf(region),
          insertedContent: { text: newText },
        })),
      },
    ],
  };
}

function regionOf({ line, column, endLine, endColumn }: Region) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** A relative path as a relative reference, an absolute one as a file URI. */
function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  const parts = file.split(sep === '\\' ? /[\\/]/ : '/');
  return parts.map(encodeURIComponent).join('/');
}
