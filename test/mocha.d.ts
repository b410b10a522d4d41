declare namespace Mocha {
  interface Context {
    /** Skips the test; the summary of all rings says why, as `scripts/reporter.cjs` tells it. */
    skip(why: string): never;
  }
}
