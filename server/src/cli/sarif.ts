import { isAbsolute, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../../package.json';
import type { Check, Severity } from '../checks/check';
import { checks } from '../checks/index';
import { PUBLIC_PAGES, pageAddress, REPOSITORY } from '../checks/pages';
import type { CheckFormat } from './checkFormat';
import type { FileDiagnostic, FileFix, Region } from './fileDiagnostic';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** GitHub refuses a run with more results. */
const MOST_RESULTS = 25_000;

/** Files lie below the folder in which `reftel` runs, whose own place is nobody's business. */
const SRCROOT = '%SRCROOT%';

const ruleIndex = new Map(checks.map(({ code }, index) => [code, index]));

/** SARIF 2.1.0, one run with all rules and a result for each diagnostic. `pageOf` gives the page of a code, in Markdown. */
export function sarifFormat(pageOf: (code: string) => string): CheckFormat {
  const driver = {
    name: 'reftel',
    semanticVersion: version,
    ...(REPOSITORY !== null && { informationUri: REPOSITORY }),
    rules: checks.map(check => ruleOf(check, pageOf(check.code))),
  };
  const originalUriBaseIds = {
    [SRCROOT]: { description: { text: 'The folder that reftel was run in.' } },
  };
  return {
    kind: 'json',
    begin: `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${JSON.stringify({ driver })},"originalUriBaseIds":${JSON.stringify(originalUriBaseIds)},"columnKind":"utf16CodeUnits","results":[\n`,
    between: ',\n',
    end: '\n]}]}\n',
    limit: MOST_RESULTS,
    item: diagnostic => JSON.stringify(resultOf(diagnostic)),
  };
}

function ruleOf({ code, severity, offByDefault, summary }: Check, page: string) {
  // The title and the message come first, then what it is about.
  const [, , description = summary] = page.split('\n\n');
  return {
    id: code,
    name: code,
    shortDescription: { text: summary },
    fullDescription: { text: description.replaceAll('\n', ' ') },
    help: { text: page, markdown: page },
    ...(PUBLIC_PAGES !== null && { helpUri: pageAddress(PUBLIC_PAGES, code) }),
    defaultConfiguration: { level: LEVELS[severity], enabled: !offByDefault },
    properties: { severity },
  };
}

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
  return { artifactLocation: artifactLocation(file), region: regionOf(region) };
}

function fixOf(file: string, { title, replacements }: FileFix) {
  return {
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation: artifactLocation(file),
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

/** A relative path as a reference to the folder that `reftel` runs in, an absolute one as a file URI. */
function artifactLocation(file: string) {
  if (isAbsolute(file)) return { uri: pathToFileURL(file).href };
  const parts = file.split(sep === '\\' ? /[\\/]/ : '/');
  return { uri: parts.map(encodeURIComponent).join('/'), uriBaseId: SRCROOT };
}
