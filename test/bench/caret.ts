import { Archive } from '../../server/src/archive/archive';
import { factsOf } from '../../server/src/archive/facts';
import { parseCable } from '../../server/src/cable/parse';
import { LENSES, lensTextOf } from '../../server/src/features/codeLens';
import { linksOf } from '../../server/src/features/documentLinks';
import { ALL_HINTS, hintsOf } from '../../server/src/features/inlayHints';
import { tokensOf } from '../../server/src/features/semanticTokens';
import { madeBase } from '../archive/index/madeBase';
import { madeFacts, namedBehind } from '../archive/made';
import { seeds } from '../seeds';
import { interleaved, limit } from './measure';

const SIZES = [1_000, 20_000] as const;

/**
 * What an editor asks for after each change, besides the checks: the archive takes in the change, then links, lens, hints and
 * tokens of the open cable. It must not depend on how many other cables there are.
 */
export async function benchCaret(rounds: number): Promise<void> {
  const [small, large] = SIZES;
  const medians = await interleaved({ small: asked(small), large: asked(large) }, rounds);
  console.log(`\nWhat is asked after a change besides the checks (median of ${rounds}, interleaved)`);
  for (const [size, time] of [
    [small, medians.small],
    [large, medians.large],
  ] as const)
    console.log(`  among ${String(size).padStart(6)} cables                    ${time.toFixed(3)} ms`);
  limit('at most 1 ms', medians.large <= 1);
  limit('flat: at most twice as long among twenty times as many', medians.large <= 2 * medians.small);
}

const PREFIX = 'file:///bench/';

function asked(size: number): () => void {
  const cables = seeds.map(({ name, text }) => ({ path: name, cable: parseCable(text) }));
  const [open] = [...cables].sort((a, b) => b.cable.text.length - a.cable.text.length);
  if (!open) throw new Error('the seeds are not there');
  const others = Array.from({ length: size }, (_, i) => {
    const cites = [`07MUSCAT${1 + (i % 5000)}`, `06STATE${1 + i}`];
    return [`made/${i}`, madeFacts({ mrn: `07SANAA${1 + i}`, subject: 'TALKS', cites })] as const;
  });
  const base = madeBase([...cables.map(({ path, cable }) => [path, factsOf(cable)] as const), ...others]);
  const held = Archive.over({ base, naming: namedBehind(PREFIX) });
  const { cable } = open;
  const uri = PREFIX + open.path;
  const range = { start: 0, end: cable.text.length };
  return () => {
    const reading = { uri, cable, snapshot: held.with(uri, [factsOf(cable)]), cableOf: () => null };
    linksOf(reading);
    for (const kind of LENSES) lensTextOf(reading, kind);
    hintsOf(reading, range, ALL_HINTS);
    tokensOf(reading, range);
  };
}
