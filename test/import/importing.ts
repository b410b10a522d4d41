import { deepEqual, equal } from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { importSources } from '../../server/src/host/import/importSources';
import { PROVENANCE_FILE } from '../../server/src/host/import/provenance';
import type { ImportKind } from '../../server/src/import/model';
import type { Outcome } from '../../server/src/import/outcome';
import { withFolder } from '../host/folder';

/** Sources by name, and what they are; `auto` unless `from` says it. */
export interface ImportCase {
  readonly sources: Readonly<Record<string, string | Uint8Array>>;
  readonly from?: ImportKind;
}

/** What an import gave: its outcomes, the files by path, and the provenance with short digests. */
export interface Imported {
  readonly outcomes: readonly Outcome[];
  readonly files: Readonly<Record<string, string>>;
  readonly provenance: readonly Readonly<Record<string, unknown>>[];
  /** How many files of folders are of no kind. */
  readonly otherFiles: number;
}

/** Imports `sources` of `folder` into `folder/to`. */
export async function importInto(
  folder: string,
  sources: readonly string[],
  { from, dryRun }: { readonly from?: ImportKind | undefined; readonly dryRun?: boolean } = {},
): Promise<Imported> {
  const outcomes: Outcome[] = [];
  const to = join(folder, 'to');
  const end = await importSources({
    sources: sources.map(name => join(folder, name)),
    to,
    from: from ?? null,
    dryRun: dryRun ?? false,
    signal: new AbortController().signal,
    onOutcome: outcome => void outcomes.push({ ...outcome, source: inFolder(outcome.source) }),
    onProgress: () => {},
  });
  if (end.kind === 'unwritable') throw new Error(end.problem.message);
  const files = filesIn(to);
  const { [PROVENANCE_FILE]: lines = '', ...texts } = files;
  const provenance = lines
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line));
  return {
    outcomes,
    files: texts,
    provenance: provenance.map(({ source, sha256, ...line }) => ({ ...line, source: inFolder(source) })),
    otherFiles: end.otherFiles,
  };

  function inFolder(path: string): string {
    return path.slice(folder.length + 1).replaceAll('\\', '/');
  }
}

/** The files below a folder by path, as text. */
export function filesIn(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names
      .filter(name => statSync(join(folder, name)).isFile())
      .map(name => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]),
  );
}

/** Imports the sources of a case and compares all that comes of it with `test/golden/import/NAME.txt`. */
export async function checkImport(name: string, { sources, from }: ImportCase): Promise<void> {
  await withFolder(sources, async folder => {
    const imported = await importInto(folder, Object.keys(sources), { from });
    const golden = join('test/golden/import', `${name}.txt`);
    const actual = described(imported);
    if (process.env.UPDATE) {
      mkdirSync(dirname(golden), { recursive: true });
      writeFileSync(golden, actual);
    }
    equal(actual, existsSync(golden) ? readFileSync(golden, 'utf8') : 'missing: run with UPDATE=1');
    const again = await importInto(folder, Object.keys(sources), { from });
    deepEqual(again.files, imported.files, 'a second import changes nothing');
    deepEqual(again.provenance, imported.provenance, 'a second import adds nothing to the provenance');
    equal(again.outcomes.filter(({ status }) => status === 'written').length, 0);
  });
}

function described({ outcomes, files, provenance, otherFiles }: Imported): string {
  const lines = [
    ...outcomes.map(outcome => JSON.stringify(outcome)),
    ...(otherFiles > 0 ? [`other files: ${otherFiles}`] : []),
    '',
    ...provenance.map(line => JSON.stringify(line)),
    '',
  ];
  for (const [name, text] of Object.entries(files))
    lines.push(`── ${name}`, ...text.split('\n').map(visible), '');
  return lines.join('\n');
}

/** A line with its carriage returns and trailing blanks to be seen. */
function visible(line: string): string {
  return line.replaceAll('\r', '␍').replace(/ +$/, blanks => '·'.repeat(blanks.length));
}
