import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseCable } from '../../server/src/cable/parse';
import { type OutlineNode, outlineOf } from '../../server/src/features/outline';
import { covers, type Span } from '../../server/src/text/span';
import { dedent } from '../fixture';

/** One line for each entry: its name and detail, indented by depth. */
function show(nodes: readonly OutlineNode[], depth = 0): string[] {
  return nodes.flatMap(({ name, detail, children }) => [
    `${'  '.repeat(depth)}${name}${detail === '' ? '' : ` | ${detail}`}`,
    ...show(children, depth + 1),
  ]);
}

function checkOutline(text: string, expected: string): void {
  deepEqual(show(outlineOf(parseCable(dedent(text)))), dedent(expected).trimEnd().split('\n'));
}

/** Children in their parent, selection in its entry, siblings in order and apart. */
function checkNesting(nodes: readonly OutlineNode[], parent: Span): void {
  let end = parent.start;
  for (const { span, selection, children, name } of nodes) {
    ok(covers(parent, span), `${name} is inside its parent`);
    ok(covers(span, selection), `${name} holds its selection`);
    ok(span.start >= end, `${name} begins behind its sibling`);
    end = span.end;
    checkNesting(children, span);
  }
}

const paragraphsIn = (nodes: readonly OutlineNode[]): number =>
  nodes.reduce((n, { kind, children }) => n + (kind === 'paragraph' ? 1 : 0) + paragraphsIn(children), 0);

/** The outline of `text` nests, and no paragraph is lost. */
function checkWhole(text: string): void {
  const cable = parseCable(text);
  const outline = outlineOf(cable);
  checkNesting(outline, { start: 0, end: text.length });
  equal(paragraphsIn(outline), cable.paragraphs.length);
}

const seeds = readdirSync('seeds')
  .filter(name => name.endsWith('.txt'))
  .map(name => readFileSync(`seeds/${name}`, 'utf8'));

describe('outline', () => {
  it('shows header fields, headings, paragraphs and the signature', () => {
    checkOutline(
      `
      P 141412Z FEB 07
      FM AMEMBASSY MUSCAT
      TO RUEHC/SECSTATE WASHDC PRIORITY 7816
      INFO RUEHMD/AMEMBASSY MADRID 0019
      RUEHTV/AMEMBASSY TEL AVIV 0164
      BT
      C O N F I D E N T I A L MUSCAT 000154

      SIPDIS

      SIPDIS

      E.O. 12958: DECL: 02/14/2017
      TAGS: PREL MU
      SUBJECT: TALKS, AND WHAT
      CAME OF THEM

      REF: A. STATE 16868
           B. MUSCAT 00073

      Classified By: Ambassador John Doe for Reasons 1.4 (b, d)

      1. (C) Summary: They talked. End Summary.

      BREAKFAST
      ---------

      2. (C) They ate, and while they ate they talked of many things that need not be told.

      3. Nothing was
      said of tea.

      DOE
      `,
      `
      Header | 14 February 2007, 14:12 UTC · AMEMBASSY MUSCAT · TALKS, AND WHAT CAME OF THEM
        Date-time group | 141412Z FEB 07
        From | AMEMBASSY MUSCAT
        To | SECSTATE WASHDC
        Info | AMEMBASSY MADRID, AMEMBASSY TEL AVIV
        Classification | CONFIDENTIAL, MUSCAT 154
        Captions | SIPDIS
        E.O. | 12958: DECL: 02/14/2017
        TAGS | PREL MU
        Subject | TALKS, AND WHAT CAME OF THEM
        References | A. STATE 16868, B. MUSCAT 00073
        Classified by | Ambassador John Doe
      ¶1 (C) Summary: They talked. End Summary. | summary
      BREAKFAST
        ¶2 (C) They ate, and while they ate they talked of many things that…
        ¶3 Nothing was said of tea.
      DOE | signature
      `,
    );
  });

  it('shows what a copy without a header has, and no id without a year', () => {
    checkOutline(
      `
      UNCLAS MUSCAT 000154
      SUBJECT: TALKS

      - 1. They talked.
      `,
      `
      Header | TALKS
        Classification | UNCLASSIFIED, MUSCAT 154
        Subject | TALKS
      ¶1 They talked.
      `,
    );
  });

  it('keeps a heading in the middle of a paragraph, and what stands under it', () => {
    checkOutline(
      `
      UNCLAS MUSCAT 000154
      SUBJECT: TALKS

      1. They talked
      of many things.

      SANCTIONS
      ---------

      And of sanctions.

      2. They slept.
      `,
      `
      Header | TALKS
        Classification | UNCLASSIFIED, MUSCAT 154
        Subject | TALKS
      ¶1 They talked of many things. And of sanctions.
      SANCTIONS
        ¶2 They slept.
      `,
    );
  });

  it('is empty for a text without any part of a cable', () => {
    deepEqual(outlineOf(parseCable('')), []);
    deepEqual(outlineOf(parseCable('\n\n  \n')), []);
  });

  it('selects number and mark of a paragraph', () => {
    const text = dedent(`
      C O N F I D E N T I A L MUSCAT 000154
      SUBJECT: TALKS

      [1](#)1. (C) They talked.
    `);
    const paragraph = outlineOf(parseCable(text)).find(({ kind }) => kind === 'paragraph');
    equal(paragraph && text.slice(paragraph.selection.start, paragraph.selection.end), '[1](#)1. (C)');
  });

  it('keeps a paragraph that header lines got into', () => {
    checkWhole(
      dedent(`
      P 141412Z FEB 07
      C O N F I D E N T I A L MUSCAT 000154

      SUBJECT: TALKS

      1. (C) They talked.
      Classified By: Ambassador Gary A. Grappo for Reasons 1.4 (b, d)

      2. (C) They ate.
    `),
    );
  });

  it('nests in every seed and loses no paragraph', () => {
    equal(seeds.length, 5);
    for (const seed of seeds) checkWhole(seed);
  });

  it('does so in seeds with lines left out, doubled and moved', () => {
    const line = fc.record({ from: fc.nat(200), count: fc.integer({ min: 0, max: 8 }), to: fc.nat(200) });
    fc.assert(
      fc.property(fc.constantFrom(...seeds), fc.array(line, { maxLength: 6 }), (seed, moves) => {
        const lines = seed.split('\n');
        for (const { from, count, to } of moves) lines.splice(to, 0, ...lines.splice(from, count));
        checkWhole(lines.join('\n'));
      }),
      { numRuns: 200 },
    );
  });
});
