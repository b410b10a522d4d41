import assert from 'node:assert/strict';
import type { Cable } from '../../server/src/cable/model';
import { parseCable } from '../../server/src/cable/parse';
import { type Check, checks, LEVELS, type Levels, runChecks, severityOf } from '../../server/src/checks';
import { cableWith } from './check';

/** Two security groups: one of the wrong length, which is an error by default. */
const SHORT_GROUP = cableWith({ security: 'ZNY CCCC ZZH' });

function codesOf(text: string, levels?: Levels): string[] {
  return runChecks(parseCable(text), levels).map(({ severity, code }) => `${severity} ${code}`);
}

describe('levels', () => {
  const check: Check = { code: 'some-code', severity: 'warning', summary: 'something', run: () => [] };
  const quiet: Check = { ...check, offByDefault: true };

  it('leave a check that is not named as it is', () => {
    assert.equal(severityOf(check, {}), 'warning');
    assert.equal(severityOf(check, { 'other-code': 'off' }), 'warning');
    assert.equal(severityOf(check, { 'some-code': 'default' }), 'warning');
    assert.equal(severityOf(quiet, {}), null);
    assert.equal(severityOf(quiet, { 'some-code': 'default' }), null);
  });

  it('say how serious a check is, also one that is off by default', () => {
    for (const level of LEVELS) {
      if (level === 'default') continue;
      const severity = level === 'off' ? null : level;
      assert.equal(severityOf(check, { 'some-code': level }), severity);
      assert.equal(severityOf(quiet, { 'some-code': level }), severity);
    }
  });

  it('reach what the checks find', () => {
    assert.deepEqual(codesOf(SHORT_GROUP), ['error security-group-length']);
    assert.deepEqual(codesOf(SHORT_GROUP, { 'security-group-length': 'hint' }), [
      'hint security-group-length',
    ]);
    assert.deepEqual(codesOf(SHORT_GROUP, { 'security-group-length': 'off' }), []);
  });

  it('leave a check silent in the dialects that it names, whichever cable came first', () => {
    const levels: Levels = { 'security-group-length': 'hint' };
    const cable = parseCable(SHORT_GROUP);
    const found = [cable.dialect, 'foia', cable.dialect].map(dialect =>
      runChecks({ ...cable, dialect } as Cable, levels).some(({ severity }) => severity === 'hint'),
    );
    assert.deepEqual(found, [true, false, true]);
  });

  it('save the work of a check that is off', () => {
    const lengthCheck = checks.find(({ code }) => code === 'security-group-length') as { run: Check['run'] };
    const { run } = lengthCheck;
    let runs = 0;
    lengthCheck.run = (cable, context) => {
      runs++;
      return run(cable, context);
    };
    try {
      codesOf(SHORT_GROUP, { 'security-group-length': 'off' });
      assert.equal(runs, 0);
      codesOf(SHORT_GROUP);
      assert.equal(runs, 1);
    } finally {
      lengthCheck.run = run;
    }
  });
});
