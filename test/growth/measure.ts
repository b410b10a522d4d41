import { growing, type LineEnd, type Pattern, type Place } from './patterns';
import { type Probe, type Subject, subjectOf } from './probes';

const KB = 1024;

/** How much longer a text ten times as long may take: twice what is proportional. */
export const MOST_RATIO = 20;
/** Times below this are taken for this, in milliseconds: they tell more of the machine than of the code. */
const LEAST_TIME = 1;
/** A probe that is too slow is measured again so often; a busy machine is slow once, a wrong algorithm each time. */
const TRIALS = 7;
/** How much longer a text twice as long may take where the first look was unfavourable; quadratic is 4. */
const MOST_DOUBLING = 2.7;
/** What takes so many milliseconds is not noise. */
const PATIENCE = 2000;

/** Where the lengths begin: a pattern is tried at so many kilobytes and at ten times as many. */
export interface Sizes {
  readonly small: number;
}

/** A probe that takes more than twenty times as long for a text ten times as long. */
export interface Finding {
  readonly probe: string;
  readonly pattern: string;
  /** Milliseconds. */
  readonly small: number;
  readonly large: number;
}

/** Which of `probes` grow faster than the text on one pattern; a probe that throws is a finding too. */
export async function findingsOf(
  pattern: Pattern,
  place: Place,
  lineEnd: LineEnd,
  probes: readonly Probe[],
  { small: kilobytes }: Sizes,
): Promise<readonly Finding[]> {
  const textOf = (size: number) => growing(pattern, place, lineEnd, size * kilobytes * KB);
  const [small, large] = [1, 10].map(size => subjectOf(textOf(size)));
  if (!small || !large) return [];
  const findings: Finding[] = [];
  for (const probe of probes) {
    const finding = await growthOf(probe, small, large, textOf);
    if (finding)
      findings.push({ ...finding, pattern: `${JSON.stringify(pattern.unit)} ${place} ${lineEnd}` });
  }
  return findings;
}

async function growthOf(
  probe: Probe,
  small: Subject,
  large: Subject,
  textOf: (size: number) => string,
): Promise<Omit<Finding, 'pattern'> | null> {
  const times: number[] = [];
  let longest = Number.POSITIVE_INFINITY;
  for (let trial = 0; trial < TRIALS; trial++) {
    times.push(await timeOf(() => probe.run(small)));
    longest = Math.min(longest, await timeOf(() => probe.run(large)));
    if (longest <= MOST_RATIO * Math.max(median(times), LEAST_TIME)) return null;
    // A second look costs as much again; nothing that takes so long is noise.
    if (longest > PATIENCE) break;
  }
  if (longest <= PATIENCE && (await doubles(probe, textOf))) return null;
  return { probe: probe.name, small: median(times), large: longest };
}

/**
 * Whether a probe takes about twice as long for the whole text as for half of it. What is proportional to the text but begins to need
 * the collector of memory at some length passes, and nothing quadratic does.
 */
async function doubles(probe: Probe, textOf: (size: number) => string): Promise<boolean> {
  const shortest = async (size: number) => {
    const subject = subjectOf(textOf(size));
    let time = Number.POSITIVE_INFINITY;
    for (let trial = 0; trial < TRIALS; trial++)
      time = Math.min(time, await timeOf(() => probe.run(subject)));
    return time;
  };
  return (await shortest(10)) < MOST_DOUBLING * (await shortest(5));
}

/** Milliseconds of work, without those in which a busy machine did something else. */
async function timeOf(action: () => unknown): Promise<number> {
  const start = performance.now();
  const before = process.cpuUsage();
  await action();
  const { user, system } = process.cpuUsage(before);
  return Math.min(performance.now() - start, (user + system) / 1000);
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
}

/** `reading page: "text \\\n" body LF: 3.1 ms, then 340 ms`, a line for each. */
export function sayFindings(findings: readonly Finding[]): string {
  return findings
    .map(
      ({ probe, pattern, small, large }) =>
        `${probe}: ${pattern}: ${small.toFixed(2)} ms, then ${large.toFixed(1)} ms`,
    )
    .join('\n');
}
