import type { Progress } from '../../archive/progress';

/** How many milliseconds lie between two reports at least. */
const PAUSE = 100;

/** Reports the first of each stage, and then a few each second. */
export function withPauses(report: (progress: Progress) => void): (progress: Progress) => void {
  let stage: Progress['stage'] | null = null;
  let reportedAt = 0;
  return progress => {
    const now = performance.now();
    if (progress.stage === stage && now - reportedAt < PAUSE) return;
    stage = progress.stage;
    reportedAt = now;
    report(progress);
  };
}
