import { type Finding, findingsOf, sayFindings } from './measure';
import { LINE_ENDS, NIGHTLY, type Place } from './patterns';
import { checkProbes, featureProbes, fixProbes, importProbes, readingProbes } from './probes';

/** Whether a pattern has a line break that could be another one. */
const hasLines = (unit: string) => unit.includes('\n');

/** Tries every pattern bare and at its place, with every kind of line end. Ends with a line "N passed, N failed". */
async function main(): Promise<void> {
  const probes = [...readingProbes, ...checkProbes, ...featureProbes, ...importProbes];
  let passed = 0;
  let failed = 0;
  const started = Date.now();
  for (const pattern of NIGHTLY) {
    const places: readonly Place[] = ['bare', pattern.place];
    const findings: Finding[] = [];
    for (const place of places)
      for (const lineEnd of LINE_ENDS)
        if (lineEnd === 'LF' || place !== 'bare' || hasLines(pattern.unit))
          findings.push(...(await findingsOf(pattern, place, lineEnd, probes, { small: 16 })));
    findings.push(...(await findingsOf(pattern, pattern.place, 'LF', fixProbes, { small: 2 })));
    if (findings.length > 0) console.log(sayFindings(findings));
    if (findings.length > 0) failed++;
    else passed++;
  }
  console.log(`\n${NIGHTLY.length} patterns in ${Math.round((Date.now() - started) / 1000)} s`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

void main();
