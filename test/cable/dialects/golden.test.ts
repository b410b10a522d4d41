import { deepEqual, equal, ok } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCable } from '../../../server/src/cable/parse';
import { looksLikeCable } from '../../../server/src/cable/recognise';
import { recordOf } from '../../../server/src/cable/record';
import { runChecks } from '../../../server/src/checks';

const folder = 'test/golden/dialects';

/** All that may be said of the made-up cables: their damage is of a kind that the reference calls uncertain. */
const findings: Readonly<Record<string, readonly string[]>> = {
  'sas/06': ['class-line-missing 11'],
  'foia/01': ['ocr-suspect 13'],
  'foia/02': ['ocr-suspect 12'],
  'foia/03': ['ocr-suspect 18'],
  'foia/04': ['ocr-suspect 6'],
  'foia/05': ['page-head-mismatch 25'],
  'foia/07': ['ocr-suspect 7'],
};

for (const dialect of ['sas', 'smart', 'foia']) {
  describe(`made-up cables of dialect ${dialect}`, () => {
    const names = readdirSync(join(folder, dialect))
      .filter(name => name.endsWith('.txt'))
      .map(name => name.slice(0, -4));

    it('are six at least', () => ok(names.length >= 6));

    for (const name of names) {
      const path = join(folder, dialect, `${name}.txt`);
      const text = readFileSync(path, 'utf8');
      const cable = parseCable(text);

      it(`${name} is read as its golden record says`, () => {
        const record = JSON.parse(JSON.stringify(recordOf(`${name}.txt`, cable)));
        const golden = join(folder, dialect, `${name}.json`);
        if (process.env.UPDATE) writeFileSync(golden, `${JSON.stringify(record, null, 2)}\n`);
        ok(existsSync(golden), `${golden} is missing: run with UPDATE=1`);
        deepEqual(record, JSON.parse(readFileSync(golden, 'utf8')));
      });

      it(`${name} is known for what it is`, () => {
        equal(cable.dialect, dialect);
        ok(looksLikeCable(text));
      });

      it(`${name} gets no report that is not certain`, () => {
        const found = runChecks(cable).map(({ code, start }) => `${code} ${cable.lines.lineAt(start) + 1}`);
        deepEqual(found, findings[`${dialect}/${name}`] ?? []);
      });
    }
  });
}
