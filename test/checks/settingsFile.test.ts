import assert from 'node:assert/strict';
import { readSettings } from '../../server/src/checks/settings/settingsFile';
import { textOf } from '../../server/src/text/span';
import { parseFixture } from '../fixture';

/** Checks what is wrong with a `reftel.json`: each range that is marked, with its message. */
function checkProblems(marked: string, ...messages: readonly string[]): void {
  const [file] = parseFixture(marked).files;
  assert.ok(file);
  const { text, ranges } = file;
  const shown = (at: { start: number; end: number }, message = '(no message given)') =>
    `${at.start}: ${textOf(text, at)}: ${message}`;
  assert.deepEqual(
    readSettings(text).problems.map(problem => shown(problem, problem.message)),
    ranges.map((range, i) => shown(range, messages[i])),
  );
  assert.equal(messages.length, ranges.length, 'one message for each range');
}

const LEVELS = 'Expected a level: default, error, warning, information, hint, off.';

describe('reftel.json', () => {
  it('is read whole', () => {
    const text = JSON.stringify({
      $schema: 'reftel.schema.json',
      diagnostics: { 'dtg-invalid': 'off', 'tags-missing': 'error' },
      ignore: [{ file: 'old/*.txt', code: '*', reason: 'as released' }],
      archive: { exclude: ['drafts'] },
    });
    assert.deepEqual(readSettings(text), {
      settings: {
        diagnostics: { 'dtg-invalid': 'off', 'tags-missing': 'error' },
        ignore: [{ file: 'old/*.txt', code: '*', reason: 'as released' }],
        archive: { exclude: ['drafts'] },
      },
      problems: [],
    });
  });

  it('may say nothing', () => checkProblems('{}'));

  it('is an object', () => checkProblems('⟦[]⟧', 'Expected an object: { … }.'));
  it('has known settings only', () =>
    checkProblems(
      '{ ⟦"diagnostic"⟧: {} }',
      'diagnostic means nothing here; expected $schema, diagnostics, ignore, archive.',
    ));
  it('has known diagnostics only', () =>
    checkProblems('{ "diagnostics": { ⟦"dtg-wrong"⟧: "off" } }', 'There is no diagnostic dtg-wrong.'));
  it('has known levels only', () =>
    checkProblems('{ "diagnostics": { "dtg-invalid": ⟦"loud"⟧, "tags-missing": ⟦false⟧ } }', LEVELS, LEVELS));
  it('has levels in an object', () =>
    checkProblems('{ "diagnostics": ⟦"off"⟧ }', 'Expected an object: { … }.'));
  it('has a list of what is ignored', () => checkProblems('{ "ignore": ⟦{}⟧ }', 'Expected a list: [ … ].'));
  it('wants a reason', () =>
    checkProblems('{ "ignore": [⟦{⟧ "file": "a.txt", "code": "*" }] }', 'reason is missing.'));
  it('wants a reason that says something', () =>
    checkProblems(
      '{ "ignore": [{ "file": "a.txt", "code": "*", "reason": ⟦" "⟧ }] }',
      'Expected a text in quotation marks.',
    ));
  it('ignores known diagnostics only', () =>
    checkProblems(
      '{ "ignore": [{ "file": "a.txt", "code": ⟦"dtg-wrong"⟧, "reason": "x" }] }',
      'There is no diagnostic dtg-wrong; write * for all.',
    ));
  it('has forward slashes', () =>
    checkProblems(
      '{ "archive": { "exclude": [⟦"old\\\\a.txt"⟧] } }',
      'Write / between folders, on Windows too.',
    ));
  it('says a thing once', () =>
    checkProblems(
      '{ "diagnostics": { "dtg-invalid": "off", ⟦"dtg-invalid"⟧: "hint" } }',
      'dtg-invalid stands here twice.',
    ));
  it('is JSON', () => checkProblems('{ "diagnostics": {} ⟦"ignore"⟧: [] }', 'Expected a comma.'));
  it('ends as JSON', () => checkProblems('{ "ignore": []⟦⟧', 'Expected a comma or }.'));
  it('has no comments', () => checkProblems('{ ⟦// why⟧\n}', 'JSON has no comments.'));

  it('loses nothing but what is wrong', () => {
    const text = `{ "diagnostics": { "dtg-invalid": "off", "tags-missing": "loud" }, "ignored": [],
      "ignore": [{ "file": "a.txt", "code": "*" }, { "file": "b.txt" }, 3], "archive": { "exclude": ["old", 3] }, }`;
    assert.deepEqual(readSettings(text).settings, {
      diagnostics: { 'dtg-invalid': 'off' },
      ignore: [{ file: 'a.txt', code: '*', reason: '' }],
      archive: { exclude: ['old'] },
    });
  });

  it('can be read whatever it holds', () => {
    for (const text of ['', ' ', '{', '[', '"', '{"', '{"a"', '{"diagnostics"', '\0', '[['.repeat(200_000)])
      assert.ok(readSettings(text).problems.length > 0, text.slice(0, 20));
    assert.deepEqual(
      readSettings('{"diagnostics": {"__proto__": "off", "toString": "off"}}').settings.diagnostics,
      {},
    );
  });
});
