import { deepEqual, equal, notDeepEqual } from 'node:assert/strict';
import * as l10n from '@vscode/l10n';
import { Archive } from '../server/src/archive/archive';
import { factsOf } from '../server/src/archive/facts';
import { BatchWriter } from '../server/src/archive/index/build/batch';
import { readQuery } from '../server/src/archive/query/query';
import { parseDocument } from '../server/src/cable/document';
import type { Cable } from '../server/src/cable/model';
import { recordOf } from '../server/src/cable/record';
import { absentCableOf } from '../server/src/features/absentCable';
import { citationsOf } from '../server/src/features/bibliography/citations';
import { citedTelegram } from '../server/src/features/bibliography/telegram';
import { explainHeader } from '../server/src/features/explainHeader';
import { type ExportName, exportFormats } from '../server/src/features/export/formats';
import { missingRecordOf } from '../server/src/features/export/missing';
import { outlineOf } from '../server/src/features/outline';
import { callTool } from '../server/src/features/toolSet';
import { displayIn } from '../server/src/text/displayLanguage';
import { buildBase, encoded } from './archive/index/madeBase';
import { wholeCables } from './texts';

/** Every string in a language that nothing prints by accident, whichever strings there are. */
const foreign = new Proxy<Record<string, string>>({}, { get: (_, key) => `⟦${String(key)}⟧` });

interface Read {
  readonly path: string;
  readonly cables: readonly Cable[];
}

const read = (): readonly Read[] =>
  wholeCables.map(({ path, text }) => ({ path, cables: parseDocument(text, path) }));

/** What other programs read: the index, exports, citations, lists of missing cables, and what tools answer. */
async function forMachines(): Promise<Readonly<Record<string, unknown>>> {
  const files = read();
  const writer = new BatchWriter();
  let archive: Archive = Archive.empty;
  for (const { path, cables } of files) {
    const facts = cables.map(factsOf);
    writer.add(path, path.length, 1000, facts);
    archive = archive.with(path, facts);
  }
  const cableOf = (uri: string) => files.find(({ path }) => path === uri)?.cables[0] ?? null;
  const exported = async (name: ExportName) => {
    const format = exportFormats[name]();
    const pieces = [format.begin];
    for (const { path, cables } of files)
      for (const cable of cables) pieces.push(await format.cable(recordOf(path, cable), cable));
    return [...pieces, ...format.end()].join('');
  };
  const missing = archive.missing(1000).items;
  const tools = {
    snapshot: archive,
    select: () => Promise.reject(new Error('none of these tools selects')),
    cableOf,
  };
  const ask = (name: string, input: unknown) => callTool(async () => tools, name, input);
  return {
    index: encoded(buildBase(null, [writer.finish()]), 'made'),
    exports: await Promise.all((Object.keys(exportFormats) as ExportName[]).map(exported)),
    citations: files.flatMap(({ cables }) =>
      cables.map(cable => citationsOf(citedTelegram(cable, cable.paragraphs[0] ?? null))),
    ),
    missing: missing.map(one => missingRecordOf(archive, one)),
    requests: missing.map(({ mrn }) => absentCableOf({ snapshot: archive, cableOf }, mrn)?.request),
    tools: [
      await ask('read_cable', { id: '07MUSCAT73' }),
      await ask('cited_by', { id: '07MUSCAT73' }),
      await ask('missing_cables', { limit: 50 }),
      await ask('no such tool', {}),
    ],
  };
}

/** What a person sees of the same cables. */
function forPeople(): Readonly<Record<string, unknown>> {
  const cables = read().flatMap(({ cables }) => cables);
  return {
    headers: cables.map(cable => explainHeader({ cable, snapshot: Archive.empty })),
    outlines: cables.map(outlineOf),
    problem: readQuery('post:').problem,
  };
}

describe('the language of the editor', () => {
  afterEach(() => {
    l10n.config({ contents: {} });
    displayIn(undefined);
  });

  it('changes what people see', () => {
    const before = forPeople();
    l10n.config({ contents: foreign });
    displayIn('es');
    const after = forPeople();
    for (const what of Object.keys(before)) notDeepEqual(after[what], before[what], what);
  });

  it('changes nothing that another program reads', async () => {
    const before = await forMachines();
    l10n.config({ contents: foreign });
    displayIn('es');
    const after = await forMachines();
    for (const what of Object.keys(before)) deepEqual(after[what], before[what], what);
  });

  it('is English again where no strings are sent', () => {
    equal(readQuery('post:').problem?.message, 'post: needs a value: post:ankara.');
  });
});
