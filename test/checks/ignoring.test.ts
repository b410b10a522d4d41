import assert from 'node:assert/strict';
import { ignoring } from '../../server/src/checks/settings/ignoring';
import { readSettings } from '../../server/src/checks/settings/settingsFile';
import { applyEdits } from '../../server/src/text/edit';

/** Checks what the text of a `reftel.json` becomes; `▮` is where the reason is to be written. */
function checkIgnoring(text: string, expected: string): void {
  const change = ignoring(text, 'old/a.txt', 'caption-in-text');
  assert.ok(change);
  assert.equal(applyEdits(text, change.edits), change.text);
  const { text: after, reasonAt } = change;
  assert.equal(`${after.slice(0, reasonAt)}▮${after.slice(reasonAt)}`, expected);
  const { settings, problems } = readSettings(after);
  assert.deepEqual(settings.ignore.at(-1), { file: 'old/a.txt', code: 'caption-in-text', reason: '' });
  // The reason is missing until it is written.
  assert.equal(problems.length, 1);
}

describe('ignoring a check in a file', () => {
  const entry = (indent: string) =>
    ['{', '  "file": "old/a.txt",', '  "code": "caption-in-text",', '  "reason": "▮"', '}'].join(
      `\n${indent}`,
    );

  it('writes a new reftel.json', () => checkIgnoring('', `{\n  "ignore": [\n    ${entry('    ')}\n  ]\n}`));

  it('adds to what is there', () => {
    checkIgnoring(
      '{\n  "diagnostics": {}\n}\n',
      `{\n  "diagnostics": {},\n  "ignore": [\n    ${entry('    ')}\n  ]\n}\n`,
    );
    const first = '{ "file": "b.txt", "code": "*", "reason": "as released" }';
    checkIgnoring(
      `{\n  "ignore": [\n    ${first}\n  ]\n}\n`,
      `{\n  "ignore": [\n    ${first},\n    ${entry('    ')}\n  ]\n}\n`,
    );
  });

  it('keeps line ends', () => {
    const change = ignoring('{\r\n  "diagnostics": {}\r\n}\r\n', 'a.txt', 'caption-in-text');
    assert.equal(/[^\r]\n/.test(change?.text ?? '\n\n'), false);
  });

  it('names a file whatever its name is', () =>
    assert.match(ignoring('', 'a{1}*.txt', 'caption-in-text')?.text ?? '', /"file": "a\?1\?\?\.txt"/));

  it('adds nothing to what cannot be read', () => {
    for (const text of ['{', '[]', '{ "ignore": 1 }', '{ "ignore": [ // here\n ] }'])
      assert.equal(ignoring(text, 'a.txt', 'caption-in-text'), null);
  });
});
