import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
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

  it('passes over the same below the folder of reftel.json, and nothing in a folder that is named', () =>
    withFolder(
      {
        'old/a.txt': SHORT_GROUP,
        'sub/drafts/a.txt': SHORT_GROUP,
        'reftel.json': settings({ archive: { exclude: ['old', 'sub/drafts'] } }),
      },
      folder => {
        assert.equal(reftel(['check', 'sub'], folder).status, 0);
        assert.equal(reftel(['check', 'old'], folder).status, 1);
        assert.equal(reftel(['check'], join(folder, 'sub', 'drafts')).status, 1);
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

describe('an archive with a reftel.json', function () {
  this.timeout(60_000);
  const files = {
    'a.txt': cableText(70, ['1. See 07MUSCAT80.']),
    'drafts/b.txt': cableText(80, ['1. See 07MUSCAT90.']),
    'sub/drafts/c.txt': cableText(90, ['1. See 07MUSCAT80.']),
    'reftel.json': settings({ archive: { exclude: ['**/drafts'] } }),
  };

  it('has nothing that is excluded, also below the folder of reftel.json', () =>
    withFolder(files, folder => {
      const indexed = JSON.parse(reftel(['index', '--format', 'json'], folder).stdout);
      assert.deepEqual([indexed.files, indexed.cables, indexed.resolved], [1, 1, 0]);
      assert.match(reftel(['cites', '07MUSCAT70'], folder).stdout, /^07MUSCAT80\tnot in this folder\t/);
      assert.match(reftel(['cited-by', '07MUSCAT80'], folder).stdout, /^a\.txt:.*\n$/);
      assert.equal(reftel(['cites', '07MUSCAT90', '--in', 'sub'], folder).status, 1);
      assert.equal(reftel(['cites', '07MUSCAT90', '--in', join('sub', 'drafts')], folder).status, 0);
    }));

  it('is another once that changes', () =>
    withFolder(files, folder => {
      reftel(['index'], folder);
      writeFileSync(join(folder, 'reftel.json'), '{}');
      assert.match(reftel(['cites', '07MUSCAT70'], folder).stdout, /^07MUSCAT80\tdrafts/);
      writeFileSync(join(folder, 'reftel.json'), files['reftel.json']);
      assert.match(reftel(['cites', '07MUSCAT70'], folder).stdout, /^07MUSCAT80\tnot in this folder\t/);
    }));

  it('is exported without what is excluded, and what is wrong is said', () =>
    withFolder(files, folder => {
      const exported = reftel(['export', '.', join('drafts', 'b.txt')], folder);
      const records = exported.stdout.trim().split('\n');
      assert.deepEqual(
        records.map(record => JSON.parse(record).mrn),
        ['07MUSCAT70', '07MUSCAT80'],
      );
      assert.equal(exported.status, 0);
      writeFileSync(join(folder, 'reftel.json'), '{ "archive": [] }');
      const wrong = reftel(['export'], folder);
      assert.match(wrong.stderr, /^reftel\.json:1:\d+: /);
      assert.equal(wrong.status, 2);
    }));
});
