import { performance } from 'node:perf_hooks';
import type { CallHierarchyItem } from 'vscode-languageserver/node';
import type { Position } from '../../../server/src/text/lineTable';
import type { Editor } from '../../protocol/editor';
import type { Sample } from './samples';

/** Milliseconds from question to answer over the protocol, by the kind of question. */
export type Latencies = ReadonlyMap<string, readonly number[]>;

export const LOOKUPS = ['definition', 'references', 'hover', 'call hierarchy'] as const;
export const SYMBOLS = 'workspace symbols';

/** Opens each cable, asks about it what a reader asks, and closes it again. The first tenth only warms up. */
export async function measureLookups(editor: Editor, samples: readonly Sample[]): Promise<Latencies> {
  const latencies = new Map<string, number[]>([...LOOKUPS, SYMBOLS].map(kind => [kind, []]));
  for (const [i, sample] of samples.entries()) {
    const times = i >= samples.length / 10 ? latencies : null;
    await askAbout(editor, sample, async (kind, method, params) => {
      const start = performance.now();
      const answer = await editor.request<unknown>(method, params);
      times?.get(kind)?.push(performance.now() - start);
      return answer;
    });
  }
  return latencies;
}

type Ask = (kind: string, method: string, params: object) => Promise<unknown>;

async function askAbout(editor: Editor, sample: Sample, ask: Ask): Promise<void> {
  const { uri, text } = sample;
  await editor.open(uri, text);
  await editor.diagnostics(uri, 1);
  const at = (position: Position) => ({ textDocument: { uri }, position });
  const context = { includeDeclaration: true };
  await ask('definition', 'textDocument/definition', at(sample.reference));
  await ask('hover', 'textDocument/hover', at(sample.reference));
  await ask('references', 'textDocument/references', { ...at(sample.own), context });
  await ask('references', 'textDocument/references', { ...at(sample.reference), context });
  await askChain(ask, at(sample.reference));
  for (const query of queriesFor(sample)) await ask(SYMBOLS, 'workspace/symbol', { query });
  await editor.close(uri);
}

async function askChain(ask: Ask, place: object): Promise<void> {
  const prepared = await ask('call hierarchy', 'textDocument/prepareCallHierarchy', place);
  const [item] = (prepared ?? []) as CallHierarchyItem[];
  if (!item) throw new Error('a reference has no place in the call hierarchy');
  await ask('call hierarchy', 'callHierarchy/incomingCalls', { item });
  await ask('call hierarchy', 'callHierarchy/outgoingCalls', { item });
}

/** An id as printed, the beginning of one as it is typed, words of a subject, and a tag. */
function queriesFor({ mrn, words, tag }: Sample): readonly string[] {
  return [mrn, mrn.slice(0, 7), words, tag];
}
