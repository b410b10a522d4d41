/** What `scripts/e2e/web.mjs` says of a run. */
export interface Options {
  readonly host: 'worker' | 'serverless';
  /** Whether the window is opened for the first time, or again. */
  readonly opening: 'first' | 'second';
  readonly grep: string;
  /** Whether pictures are taken. */
  readonly shots: boolean;
}

declare const REFTEL_E2E: Options;

export const OPTIONS: Options = REFTEL_E2E;
