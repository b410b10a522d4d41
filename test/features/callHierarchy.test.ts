import { deepEqual } from 'node:assert/strict';
import type { Capped, Snapshot } from '../../server/src/archive/snapshot';
import {
  type ChainItem,
  type ChainStep,
  chainItemsAt,
  citedSteps,
  citingSteps,
} from '../../server/src/features/callHierarchy';
import { caretOf, type Fixture, parseFixture } from '../fixture';
import { readingOf, showPlace } from './reading';

interface Expected {
  /** What `showItem` gives for each cable under the caret. */
  readonly items: readonly string[];
  /** For the first of them: `07DOHA1 from b.txt:3:5 MUSCAT 73, …`. */
  readonly citedBy?: readonly string[];
  readonly cites?: readonly string[];
}

/** `07MUSCAT73 [TALKS] a.txt:1:0 S E C R E T MUSCAT 000073` */
function showItem(fixture: Fixture, item: ChainItem): string {
  return `${item.name} [${item.detail}] ${showPlace(fixture, item)}`;
}

function showSteps(
  fixture: Fixture,
  { items, truncated }: Capped<ChainStep>,
  fileOf: (step: ChainStep) => string,
): string[] {
  deepEqual(truncated, false);
  return items.map(step => {
    const places = step.ranges.map(range => showPlace(fixture, { uri: fileOf(step), range }));
    return [step.item.name, ...places].join(' | ');
  });
}

/** Asks for the caret `▮`, then for both directions from the first cable found. */
function checkChain(text: string, expected: Expected): void {
  const fixture = parseFixture(text);
  const { file, offset } = caretOf(fixture);
  const reading = readingOf(fixture, file);
  const items = chainItemsAt(reading, offset);
  deepEqual(
    items.map(item => showItem(fixture, item)),
    expected.items,
  );
  const [item] = items;
  if (!item || item.mrn === null) return;
  const { snapshot } = reading;
  const incoming = citingSteps(snapshot, item.mrn);
  deepEqual(
    showSteps(fixture, incoming, step => step.item.uri),
    expected.citedBy ?? [],
  );
  const outgoing = citedSteps(snapshot, item.mrn, item.uri);
  deepEqual(
    showSteps(fixture, outgoing, () => item.uri),
    expected.cites ?? [],
  );
}

const B = `
      § b.txt
      P 141412Z FEB 07
      C O N F I D E N T I A L MUSCAT 000154
      SUBJECT: MORE TALKS
      REF: A. STATE 16868
           B. MUSCAT 00073

      1. (C) As he said (ref B), talks go on.`;
const C = `
      § c.txt
      P 141412Z MAR 07
      C O N F I D E N T I A L DOHA 000012
      SUBJECT: STILL MORE TALKS
      REF: 07 MUSCAT 154

      1. (C) See 07 MUSCAT 73.`;

describe('call hierarchy', () => {
  it('leads from the open cable to those that cite it, and to those that it cites', () => {
    checkChain(
      `
      § a.txt
      R 241550Z JAN 07
      S E C R E T MUSCAT 000073
      SUBJECT: TA▮LKS
      REF: 06 STATE 203034

      1. (C) Text.${B}${C}
      `,
      {
        items: ['07MUSCAT73 [TALKS] a.txt:1:0 S E C R E T MUSCAT 000073'],
        citedBy: [
          '07MUSCAT154 | b.txt:4:8 MUSCAT 00073 | b.txt:6:19 ref B',
          '07DOHA12 | c.txt:5:11 07 MUSCAT 73',
        ],
        cites: ['06STATE203034 | a.txt:3:5 06 STATE 203034'],
      },
    );
  });

  it('leads on from a reference under the caret', () => {
    checkChain(
      `${B}
      § d.txt
      P 141412Z APR 07
      C O N F I D E N T I A L DOHA 000013
      SUBJECT: TALKS
      REF: MUSCAT ▮154

      1. (C) Text.`,
      {
        items: ['07MUSCAT154 [MORE TALKS] b.txt:1:0 C O N F I D E N T I A L MUSCAT 000154'],
        citedBy: ['07DOHA13 | d.txt:3:5 MUSCAT 154'],
        cites: [
          '07STATE16868 | b.txt:3:8 STATE 16868',
          '07MUSCAT73 | b.txt:4:8 MUSCAT 00073 | b.txt:6:19 ref B',
        ],
      },
    );
  });

  it('shows a cable that is not here where it is cited, says so, and knows who else cites it', () => {
    checkChain(
      `
      § b.txt
      P 141412Z FEB 07
      C O N F I D E N T I A L MUSCAT 000154
      SUBJECT: MORE TALKS
      REF: A. STATE 16868
           B. MUSCAT ▮00073

      1. (C) As he said (ref B), talks go on.${C}`,
      {
        items: ['07MUSCAT73 [not in this folder] b.txt:4:5 B. MUSCAT 00073'],
        citedBy: [
          '07MUSCAT154 | b.txt:4:8 MUSCAT 00073 | b.txt:6:19 ref B',
          '07DOHA12 | c.txt:5:11 07 MUSCAT 73',
        ],
      },
    );
  });

  it('begins with several cables where the caret is on several', () => {
    checkChain(
      `
      P 141412Z FEB 07
      C O N F I D E N T I A L MUSCAT 000154
      SUBJECT: MORE TALKS
      REF: A. STATE 16868
           B. DOHA 73

      1. (C) As he said (re▮fs A-B), talks go on.`,
      {
        items: [
          '07STATE16868 [not in this folder] cable.txt:6:19 refs A-B',
          '07DOHA73 [not in this folder] cable.txt:6:19 refs A-B',
        ],
        citedBy: ['07MUSCAT154 | cable.txt:3:8 STATE 16868 | cable.txt:6:19 refs A-B'],
      },
    );
  });

  it('has nothing to begin with in a text without an id, nor on an e-mail', () => {
    checkChain('SUBJECT: TA▮LKS\n', { items: [] });
    checkChain(
      `
      P 141412Z FEB 07
      C O N F I D E N T I A L MUSCAT 000154
      SUBJECT: MORE TALKS
      REF: SMITH-JONES EM▮AIL OF 02/03/07

      1. (C) Text.`,
      { items: [] },
    );
  });

  it('shows a citing text without an id by its subject', () => {
    checkChain(
      `
      § a.txt
      R 241550Z JAN 07
      S E C R E T MUSCAT 00▮0073
      § b.txt
      SUBJECT: NOTES ON TALKS
      REF: 07 MUSCAT 73

      1. (C) Text.`,
      {
        items: ['07MUSCAT73 [] a.txt:1:0 S E C R E T MUSCAT 000073'],
        citedBy: ['NOTES ON TALKS | b.txt:1:5 07 MUSCAT 73'],
      },
    );
  });

  it('says when there are more than it lists', () => {
    const cited = parseFixture(`${B}${C}`);
    const [file] = cited.files;
    if (!file) throw new Error('there is no file');
    const { snapshot }: { snapshot: Snapshot } = readingOf(cited, file);
    const show = ({ items, truncated }: Capped<ChainStep>) => [items.map(({ item }) => item.name), truncated];
    deepEqual(show(citingSteps(snapshot, '07MUSCAT73', 1)), [['07MUSCAT154'], true]);
    deepEqual(show(citedSteps(snapshot, '07MUSCAT154', 'b.txt', 1)), [['07STATE16868'], true]);
    deepEqual(show(citedSteps(snapshot, '07MUSCAT154', 'b.txt', 2)), [['07STATE16868', '07MUSCAT73'], false]);
  });
});
