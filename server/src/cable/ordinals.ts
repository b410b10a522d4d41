/** A line that may begin a numbered paragraph. */
export interface NumberCandidate {
  /** The digits printed, artefacts that stand apart taken off. */
  readonly digits: string;
  readonly hasMarking: boolean;
  readonly blankBefore: boolean;
  /** Whether it stands behind other text on its line, where only the number expected next begins a paragraph. */
  readonly glued: boolean;
}

export interface Ordinal {
  readonly number: number;
  /** Whether the first digit is an artefact: `13.` read as 3. */
  readonly leadingOne: boolean;
}

/** How well a candidate fits as a paragraph: a portion mark and a blank line before it speak for it. */
const FITS = 1.5;
const FITS_MARKING = 1;
const FITS_BLANK = 0.3;
/** What it costs to pass over one, two or three numbers. */
const GAP_COST = [0, 0.6, 0.9, 1.2];
/** What it costs to pass over more numbers, up to the number given: a cut document keeps its numbers. */
const JUMP_COST = 2.2;
const LONGEST_JUMP = 20;
/** What it costs to stand behind other text on a line. */
const GLUED_COST = 0.5;
/** What it costs to give a number twice, which only a portion mark can tell from a list of its own. */
const REPEAT_COST = 1.2;
/** What it costs to change between printed and artefact numbers, which copies do seldom. */
const STYLE_COST = 0.25;
/** What it costs to begin later than at 4; a text that begins with a later section does so. */
const LATE_START_COST = 2.5;
const LATE_START_COST_IN_SECTION = 0.5;
/** No telegram has more paragraphs; a higher number is a year or a quantity. */
const HIGHEST = 999;

interface Link extends Ordinal {
  readonly candidate: number;
  readonly score: number;
  readonly glued: boolean;
  readonly before: Link | null;
}

/** The best chain that ends with each number: numbers as printed, and numbers behind an artefact. */
type Chains = readonly [(Link | undefined)[], (Link | undefined)[]];

/**
 * What the printed paragraph numbers mean (cable-format 5.1). Copies print paragraph 3 as `3.` or `13.`, and lists, years and
 * quantities at the start of a line look like numbers too. So each candidate has up to two readings, and the best chain of
 * rising numbers is taken: steps of one are best, a few numbers may be missing, a paragraph with a portion mark may
 * have the number of the one before it, and what is not in the chain is running text (null). Linear in the number of candidates.
 */
export function resolveOrdinals(
  candidates: readonly NumberCandidate[],
  startsInLaterSection: boolean,
): (Ordinal | null)[] {
  // The best chain so far that ends with a number, by style; only the last four numbers matter for the next step.
  const best: Chains = [[], []];
  let winner: Link | null = null;
  for (const [index, candidate] of candidates.entries()) {
    const links = readings(candidate.digits).map(reading =>
      link(index, candidate, reading, best, startsInLaterSection),
    );
    for (const found of links) {
      const chains = best[found.leadingOne ? 1 : 0];
      const rival = chains[found.number];
      if (!rival || found.score > rival.score) chains[found.number] = found;
      if (found.score > (winner?.score ?? 0)) winner = found;
    }
  }
  const ordinals: (Ordinal | null)[] = candidates.map(() => null);
  for (let at: Link | null = winner; at; at = at.before)
    ordinals[at.candidate] = { number: at.number, leadingOne: at.leadingOne };
  return ordinals;
}

/** The numbers that digits can mean: as they stand, and without a leading 1. */
function readings(digits: string): Ordinal[] {
  const found: Ordinal[] = [];
  const asPrinted = Number(digits);
  if (asPrinted >= 1 && asPrinted <= HIGHEST) found.push({ number: asPrinted, leadingOne: false });
  if (digits.length < 2 || digits[0] !== '1' || digits[1] === '0') return found;
  const repaired = Number(digits.slice(1));
  if (repaired >= 1 && repaired <= HIGHEST) found.push({ number: repaired, leadingOne: true });
  return found;
}

/** The best chain that ends with this reading of the candidate. */
function link(
  candidate: number,
  { hasMarking, blankBefore, glued }: NumberCandidate,
  { number, leadingOne }: Ordinal,
  best: Chains,
  startsInLaterSection: boolean,
): Link {
  let score = glued && number > 1 ? -LATE_START_COST - 1 : -startCost(number, startsInLaterSection);
  let before: Link | null = null;
  const [sameStyle, otherStyle] = leadingOne ? [best[1], best[0]] : best;
  const longest = glued ? 0 : blankBefore || hasMarking ? LONGEST_JUMP : GAP_COST.length - 1;
  for (let step = 0; step <= longest && step < number - 1; step++) {
    const previous = sameStyle[number - 1 - step];
    const linked = previous ? previous.score - (GAP_COST[step] ?? JUMP_COST) : score;
    if (previous && linked > score) {
      score = linked;
      before = previous;
    }
  }
  const twin = hasMarking && !glued ? sameStyle[number] : undefined;
  // With the next number between them they are of two copies of one page.
  const isOfCopy = twin !== undefined && (sameStyle[number + 1]?.candidate ?? -1) > twin.candidate;
  if (twin && !isOfCopy && !twin.glued && twin.score - REPEAT_COST > score) {
    score = twin.score - REPEAT_COST;
    before = twin;
  }
  // Numbers that are missing and another way to print them at once: that is a list, not the next paragraph.
  const previous = number > 1 ? otherStyle[number - 1] : undefined;
  if (previous && previous.score - STYLE_COST > score) {
    score = previous.score - STYLE_COST;
    before = previous;
  }
  const fits = FITS + (hasMarking ? FITS_MARKING : 0) + (blankBefore ? FITS_BLANK : 0);
  return { candidate, number, leadingOne, before, glued, score: score + fits - (glued ? GLUED_COST : 0) };
}

function startCost(number: number, startsInLaterSection: boolean): number {
  const gap = GAP_COST[number - 1];
  if (gap !== undefined) return gap;
  // Of two readings the lower number is likelier to be where a text begins.
  return (startsInLaterSection ? LATE_START_COST_IN_SECTION : LATE_START_COST) + number / 100;
}
