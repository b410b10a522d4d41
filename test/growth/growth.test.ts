import { equal } from 'node:assert/strict';
import { findingsOf, MOST_RATIO, sayFindings } from './measure';
import { DAILY, LINE_ENDS, type LineEnd } from './patterns';
import { checkProbes, featureProbes, fixProbes, importProbes, readingProbes } from './probes';

// The one test that measures time: as a ratio within one process, with wide margins.
describe(`a text ten times as long takes at most ${MOST_RATIO} times as long`, function () {
  this.timeout(300_000);
  const probes = [...readingProbes, ...checkProbes, ...featureProbes, ...importProbes];

  for (const [i, pattern] of DAILY.entries()) {
    // Every pattern has line feeds and another line end in turn; the nightly run tries all of each.
    const another: LineEnd = LINE_ENDS[1 + (i % (LINE_ENDS.length - 1))] ?? 'CR';

    it(`where it is all ${JSON.stringify(pattern.unit)}`, async () => {
      const findings = [
        ...(await findingsOf(pattern, 'bare', another, probes, { small: 16 })),
        ...(await findingsOf(pattern, pattern.place, 'LF', probes, { small: 16 })),
        ...(await findingsOf(pattern, pattern.place, another, readingProbes, { small: 16 })),
        ...(await findingsOf(pattern, pattern.place, 'LF', fixProbes, { small: 2 })),
      ];
      equal(sayFindings(findings), '');
    });
  }
});
