import assert from 'node:assert/strict';
import { join } from 'node:path';
import { cableText, withFolder } from '../host/folder';
import { reftel } from './command';

/** A cable whose security group has four letters, which is an error by default, on its fourth line. */
const SHORT_GROUP = cableText(7).replace('ZNR UUUUU ZZH', 'ZNR UUUU ZZH');
const settings = (value: object) => JSON.stringify(value);
const codes = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map(line => line.split(' ').slice(0, 3).join(' '));

describe('reftel check with a reftel.json', function () {
  this.timeout(60_000);

  it('takes its levels', () =>
    withFolder(
      {
        'a.txt': SHORT_GROUP,
        'reftel.json': settings({ diagnostics: { 'security-group-length': 'warning' } }),
      },
      folder => {
        const { status, stdout, stderr } = reftel(['check'], folder);
        assert.deepEqual(codes(stdout), ['a.txt:4:5 warning security-group-length']);
        assert.equal(stderr, '');
        assert.equal(status, 1);
      },
    ));

  it('finds it above a file or a folder that is named', () =>
    withFolder(
      {
        'old/1/a.txt': SHORT_GROUP,
        'new/a.txt': SHORT_GROUP,
        'reftel.json': settings({ ignore: [{ file: 'old', code: '*', reason: 'as released' }] }),
      },
      folder => {
        for (const path of ['old', join('old', '1', 'a.txt'), join(folder, 'old')])
          assert.deepEqual(reftel(['check', path], folder), { status: 0, stdout: '', stderr: '' });
        assert.equal(reftel(['check', 'new'], folder).status, 1);
        assert.equal(reftel(['check', '..'], join(folder, 'old')).status, 1);
      },
    ));

  it('switches on a check that asks what else is there', () => {
    const citing = `${cableText(7).trimEnd()}\n`.replace(
      /^SUBJECT: .*$/m,
      '$&\n\nREF: A. MUSCAT 8\n     B. MUSCAT 9',
    );
    return withFolder(
      {
        'a.txt': citing,
        'b.txt': cableText(8),
        'reftel.json': settings({ diagnostics: { 'reference-unresolved': 'warning' } }),
      },
      folder => {
        const { stdout } = reftel(['check'], folder);
        assert.match(
          stdout,
          /^a\.txt:\d+:\d+ warning reference-unresolved 07MUSCAT9 is not in the workspace\.\n$/,
        );
      },
    );
  });

  it('passes over what is kept out of the archive, unless it is named', () =>
    withFolder(
      { 'old/a.txt': SHORT_GROUP, 'reftel.json': settings({ archive: { exclude: ['old/*.txt'] } }) },
      folder => {
        assert.equal(reftel(['check'], folder).status, 0);
        assert.equal(reftel(['check', join('old', 'a.txt')], folder).status, 1);
      },
    ));

  it('says once where one is wrong, and loses nothing else', () =>
    withFolder(
      {
        'a.txt': SHORT_GROUP,
        'b.txt': cableText(8),
        'reftel.json': '{\n  "diagnostics": { "security-group-length": "hint", "dtg-wrong": "off" }\n}\n',
      },
      folder => {
        const { status, stdout, stderr } = reftel(['check', 'a.txt', 'b.txt', '--level', 'hint'], folder);
        assert.deepEqual(codes(stdout), ['a.txt:4:5 hint security-group-length']);
        assert.equal(stderr, 'reftel.json:2:53: There is no diagnostic dtg-wrong.\n');
        assert.equal(status, 2);
      },
    ));
});
