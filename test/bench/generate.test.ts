import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { parseCable } from '../../server/src/cable/parse';
import { runChecks } from '../../server/src/checks';
import { textOf } from './generate/cable';
import { COPY_KINDS, type CopyKind, copyKindOf, copyOf } from './generate/copy';
import { citationsOf, idOf, planOf, randomOf, rowId } from './generate/plan';

describe('the archive of made-up cables', () => {
  const plan = planOf(600);
  const rows = Array.from({ length: plan.size }, (_, row) => row);
  const planned = rows.map(row => citationsOf(plan, row, randomOf(row)));
  const cables = rows.map(row => parseCable(textOf(plan, row)));

  it('is the same each time', () => {
    deepEqual(planOf(600), plan);
    equal(textOf(planOf(600), 77), textOf(plan, 77));
    notEqual(textOf(plan, 77), textOf(plan, 78));
  });

  it('says who each cable is and what it cites', () => {
    for (const [row, cable] of cables.entries()) {
      equal(cable.mrn, rowId(plan, row));
      const read = [...(cable.references?.items ?? []), ...cable.mentions].flatMap(({ mrn }) => mrn ?? []);
      deepEqual([...new Set(read)].sort(), (planned[row] ?? []).map(idOf).sort(), textOf(plan, row));
    }
  });

  it('has no two cables of one id, and cites four cables in five that are there', () => {
    const ids = new Set(rows.map(row => rowId(plan, row)));
    equal(ids.size, plan.size);
    const cited = planned.flat().map(idOf);
    const share = cited.filter(id => ids.has(id)).length / cited.length;
    ok(share > 0.7 && share < 0.9, `${share}`);
    ok(cited.length > plan.size && cited.length < 2 * plan.size, `${cited.length}`);
  });

  it('gives a reader nothing to complain of', () => {
    const complaints = cables.flatMap((cable, row) =>
      runChecks(cable)
        .filter(({ severity }) => severity !== 'hint')
        .map(({ code, message }) => `${rowId(plan, row)} ${code} ${message}`),
    );
    deepEqual(complaints, []);
  });

  it('copies cables in the shares that published copies have', () => {
    const many = 20_000;
    const counts = new Map<CopyKind, number>();
    for (let row = 0; row < many; row++) counts.set(copyKindOf(row), (counts.get(copyKindOf(row)) ?? 0) + 1);
    for (const [kind, share] of Object.entries(COPY_KINDS)) {
      const found = (1000 * (counts.get(kind as CopyKind) ?? 0)) / many;
      ok(Math.abs(found - share) <= 1 + share / 10, `${kind}: ${found} of a thousand, not ${share}`);
    }
  });

  it('makes copies that differ as their kind says and that can be read', () => {
    const copies = rows.map(row => copyOf(textOf(plan, row), row));
    const shows: Partial<Record<CopyKind, RegExp>> = {
      partial: /^This record is a partial extract/,
      headless: /^[ZOPR] \d{6}Z /,
      cut: /\.\.\.\n$/,
      endOfMessage: /\nNNNN\n$/,
      mailbox: /^From: /,
      pageHead: /\nPAGE 0\d\n/,
    };
    for (const [row, copy] of copies.entries()) {
      const shown = shows[copyKindOf(row)];
      if (shown) ok(shown.test(copy), copy.slice(0, 300));
      equal(parseCable(copy).text, copy);
    }
    const redacted = copies.filter(copy => copy.includes('XXXXXXXXXXXX')).length;
    ok(redacted > 0.08 * plan.size && redacted < 0.2 * plan.size, `${redacted}`);
  });
});
