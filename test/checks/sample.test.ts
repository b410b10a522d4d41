import { deepEqual, equal } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { SAMPLE } from '../../client/src/commands/sampleFiles';
import { parseCable } from '../../server/src/cable/parse';
import { runChecks } from '../../server/src/checks';
import { classificationRank } from '../../server/src/reference/markings';

const FOLDER = 'walkthrough/sample';

describe("the walkthrough's sample", () => {
  const names = readdirSync(FOLDER);
  const cables = names.map(name => parseCable(readFileSync(`${FOLDER}/${name}`, 'utf8'), name));

  it('is eight cables, named by their ids, of three kinds', () => {
    equal(names.length, 8);
    deepEqual(SAMPLE, names);
    deepEqual(
      cables.map(({ mrn }) => `${mrn}.txt`),
      names,
    );
    deepEqual([...new Set(cables.map(({ dialect }) => dialect))].sort(), ['cablegate', 'foia', 'sas']);
  });

  it('has nothing in it that not everybody may open', () => {
    const ranks = cables.map(({ classLine }) => classificationRank(classLine?.classification?.value ?? ''));
    deepEqual(new Set(ranks), new Set([classificationRank('UNCLASSIFIED')]));
  });

  it('has two malformed headers, and nothing else to report', () => {
    deepEqual(
      cables.flatMap(cable => runChecks(cable, {}).map(({ code }) => `${cable.mrn} ${code}`)),
      ['07ROME377 serial-mismatch', '07TUNIS131 security-group-length'],
    );
  });

  it('cites its own cables, and three that are missing', () => {
    const here = new Set(cables.map(({ mrn }) => mrn));
    const cited = new Set(
      cables
        .flatMap(({ mentions, references }) => [...mentions, ...(references?.items ?? [])])
        .flatMap(({ mrn }) => mrn ?? []),
    );
    deepEqual([...cited].filter(mrn => !here.has(mrn)).sort(), [
      '06STATE190233',
      '07GENOA19',
      '86VALLETTA77',
    ]);
    equal([...cited].filter(mrn => here.has(mrn)).length, 7);
  });
});
