import assert from 'node:assert/strict';
import Ajv from 'ajv';
import { checks } from '../../server/src/checks';
import { readSettings } from '../../server/src/checks/settings/settingsFile';
import { settingsSchema } from '../../server/src/checks/settings/settingsSchema';

/** Parts of a `reftel.json`, right and wrong. */
const SAMPLES: readonly unknown[] = [
  {},
  [],
  null,
  'off',
  { $schema: 'https://example.org/reftel.schema.json' },
  { $schema: 1 },
  { diagnostic: {} },
  ...['off', 'default', 'error', 'loud', '', null, 1].map(level => ({
    diagnostics: { 'dtg-invalid': level },
  })),
  { diagnostics: Object.fromEntries(checks.map(({ code }) => [code, 'hint'])) },
  { diagnostics: { 'dtg-wrong': 'off' } },
  { diagnostics: { '*': 'off' } },
  { diagnostics: [] },
  ...['dtg-invalid', '*', 'dtg-wrong', '', 1].map(code => ({
    ignore: [{ file: 'a.txt', code, reason: 'x' }],
  })),
  ...['', ' ', null, 1, 'as released'].map(reason => ({ ignore: [{ file: 'a.txt', code: '*', reason }] })),
  ...['old/**', 'old\\a.txt', ' ', 1].map(file => ({ ignore: [{ file, code: '*', reason: 'x' }] })),
  { ignore: [{ file: 'a.txt', code: '*' }] },
  { ignore: [{ file: 'a.txt', code: '*', reason: 'x', more: 1 }] },
  { ignore: [] },
  { ignore: {} },
  { ignore: ['a.txt'] },
  ...[['old'], [], ['old\\a'], [''], [1], 'old', null].map(exclude => ({ archive: { exclude } })),
  { archive: {} },
  { archive: [] },
  { archive: { include: [] } },
];

describe('the schema of reftel.json', () => {
  const validate = new Ajv({ strict: false }).compile(settingsSchema);

  for (const sample of SAMPLES) {
    const text = JSON.stringify(sample);
    it(`finds fault where the server does: ${text.slice(0, 80)}`, () => {
      const { problems } = readSettings(text);
      assert.equal(validate(sample), problems.length === 0, problems[0]?.message ?? 'the server finds none');
    });
  }
});
