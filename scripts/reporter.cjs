// mocha's spec reporter, which also leaves in a file, for scripts/test.mjs, the counts, what failed, and what was skipped and why:
// a test says the latter by `this.skip('needs Linux')`.
const { writeFileSync } = require('node:fs');
const { Context, reporters } = require('mocha');

const reasons = new Map();
const { skip } = Context.prototype;
Context.prototype.skip = function (why) {
  const runnable = this.runnable();
  // A hook skips what it stands before.
  reasons.set(runnable.type === 'hook' ? runnable.parent : runnable, why);
  return skip.call(this);
};

/** Why a test, or a suite around it, was skipped. */
function reasonOf(test) {
  for (let at = test; at; at = at.parent) if (reasons.has(at)) return reasons.get(at);
  return undefined;
}

module.exports = class extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const skipped = [];
    runner.on('pending', test =>
      skipped.push({ title: test.fullTitle(), why: reasonOf(test) ?? 'it does not say why' }),
    );
    const failed = [];
    runner.on('fail', (test, { message }) => failed.push({ title: test.fullTitle(), message }));
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      writeFileSync(
        options.reporterOption.output,
        JSON.stringify({ passes, failures, pending, failed, skipped }),
      );
    });
  }
};
