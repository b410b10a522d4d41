import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parseCable } from '../../server/src/cable/parse';
import { checks } from '../../server/src/checks';
import { cableWith } from '../checks/check';
import { mutations } from './all';
import { isGood, score } from './bench';
import type { Mutation } from './mutation';

const FOLDERS = [
  'seeds',
  'test/cable/made',
  'test/mutations/made',
  'test/golden/dialects/sas',
  'test/golden/dialects/smart',
  'test/golden/dialects/foia',
];
const texts = [
  { name: 'sound', text: cableWith() },
  ...FOLDERS.flatMap(folder =>
    readdirSync(folder)
      .filter(name => name.endsWith('.txt'))
      .sort()
      .map(name => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') })),
  ),
];

describe('what was broken in a sound cable', () => {
  const scores = score(mutations, texts, 20070124);

  for (const one of scores) {
    it(`is found by ${one.code}, and by no other`, () => {
      ok(one.applied > 0, 'some cable of the suite can be broken so');
      deepEqual(isGood(one) ? [] : one.misses, []);
    });
  }

  it('is one thing for each check', () => {
    const codes = new Set(checks.map(({ code }) => code));
    deepEqual(
      mutations.filter(({ code }) => !codes.has(code)).map(({ code }) => code),
      [],
    );
    const names = mutations.map(({ code, name }) => `${code}: ${name}`);
    equal(new Set(names).size, names.length);
  });
});

describe('the count of what was broken', () => {
  const text = cableWith();
  const only = (code: string, name: string) =>
    mutations.filter(mutation => mutation.code === code && mutation.name.includes(name));
  const scoreOf = (broken: readonly Mutation[]) =>
    score(broken, [{ name: 'a.txt', text }], 1).find(({ code }) => code === broken[0]?.code);

  it('is the same for the same seed', () => {
    deepEqual(score(mutations, texts, 1), score(mutations, texts, 1));
  });

  it('says what a check did not find', () => {
    const blind = { code: 'tag-unknown', name: 'nothing', apply: () => text };
    const found = scoreOf([blind]);
    deepEqual(found && [found.applied, found.found, found.misses], [1, 0, ['a.txt: nothing (not found)']]);
    ok(found && !isGood(found));
  });

  it('says what else was found', () => {
    const [good] = only('dtg-invalid', '');
    const clumsy: Mutation = {
      code: 'dtg-invalid',
      name: 'two at once',
      apply: () => cableWith({ dtg: 'R 331200Z MAR 07', security: 'ZNY CCCC ZZH' }),
    };
    const found = scoreOf(good ? [good, clumsy] : []);
    deepEqual(found && [found.applied, found.found, found.alone], [2, 2, 1]);
    deepEqual(found?.misses, ['a.txt: two at once security-group-length']);
  });

  it('leaves cables alone that are broken already', () => {
    const broken = [{ name: 'a.txt', text: cableWith({ security: 'ZNY CCCC ZZH' }) }];
    equal(
      score(mutations, broken, 1).reduce((total, { applied }) => total + applied, 0),
      0,
    );
    equal(parseCable(broken[0]?.text ?? '').transmission.security?.group.value, 'CCCC');
  });
});
