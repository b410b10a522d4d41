import { deepEqual, equal, match } from 'node:assert/strict';
import { noteCitations } from '../../../server/src/cable/noteCitations';
import type { Note } from '../../../server/src/features/notes/note';
import { noteCompletionsAt } from '../../../server/src/features/notes/noteCompletion';
import { noteDefinitionAt } from '../../../server/src/features/notes/noteDefinition';
import { noteHoverAt } from '../../../server/src/features/notes/noteHover';
import { noteLinksOf, noteLinkTarget } from '../../../server/src/features/notes/noteLinks';
import { LineTable } from '../../../server/src/text/lineTable';
import { dedent, parseFixture } from '../../fixture';
import { readingOf, showPlace } from '../reading';

const CABLE = `
    § 07MUSCAT154.txt
    P 141412Z FEB 07
    FM AMEMBASSY MUSCAT
    TO RUEHC/SECSTATE WASHDC PRIORITY 7768
    C O N F I D E N T I A L MUSCAT 000154
    SUBJECT: TALKS ON WATER

    1. (C) Summary: They talked.

    2. (C/NF) The minister said that the wells
    north of the town were dry, and that
    U.S.-
    made pumps *had* failed.

    3. (U) Nothing else.
`;

/** A note whose caret is at `▮`, beside the cable above. */
function noteOf(marked: string): { readonly note: Note; readonly offset: number } {
  const offset = marked.indexOf('▮');
  const text = marked.replace('▮', '');
  const fixture = parseFixture(CABLE);
  const [file] = fixture.files;
  if (!file) throw new Error('there is no cable');
  const { snapshot, cableOf } = readingOf(fixture, file);
  const lines = new LineTable(text);
  return { note: { uri: 'note.md', text, lines, citations: noteCitations(text), snapshot, cableOf }, offset };
}

const hover = (marked: string) => {
  const { note, offset } = noteOf(marked);
  return noteHoverAt(note, offset)?.markdown ?? null;
};

const definition = (marked: string) => {
  const { note, offset } = noteOf(marked);
  return (noteDefinitionAt(note, offset)?.places ?? []).map(place => showPlace(parseFixture(CABLE), place));
};

const completions = (marked: string) => {
  const { note, offset } = noteOf(marked);
  return noteCompletionsAt(note, offset).items.map(
    ({ text, detail, replaces }) => `${note.text.slice(replaces.start, replaces.end)} → ${text} · ${detail}`,
  );
};

describe('notes', () => {
  it('tell of an id what a cable tells of a reference', () => {
    equal(
      hover('See 07 MUS▮CAT 154 on water.'),
      dedent(`
        **07MUSCAT154** · TALKS ON WATER

        14 February 2007, 14:12 UTC · AMEMBASSY MUSCAT · CONFIDENTIAL

        Summary: They talked.
      `).trimEnd(),
    );
  });

  it('show the paragraph that is named, joined and escaped', () => {
    match(
      hover('07MUSCAT154 ▮¶2') ?? '',
      /\*\*¶2\*\* \(C\/NF\) The minister said that the wells north of the town were dry, and that U\.S\.-made pumps \\\*had\\\* failed\.$/,
    );
    match(hover('07MUSCAT154 ▮¶9') ?? '', /¶9 · this copy has no paragraph of that number$/);
  });

  it('say of a cable that is not here what is known of it, and nothing of other words', () => {
    match(hover('07MUSCAT▮155') ?? '', /^\*\*07MUSCAT155\*\* · not in this workspace/);
    equal(hover('07MUSCAT154 and▮ more'), null);
  });

  it('lead to the cable and to the paragraph', () => {
    deepEqual(definition('07 Muscat▮ 154, and'), [
      '07MUSCAT154.txt:3:0 C O N F I D E N T I A L MUSCAT 000154',
    ]);
    deepEqual(definition('para 2 of 07MUSCAT15▮4'), ['07MUSCAT154.txt:8:0 2. (C/NF) ']);
    deepEqual(definition('07MUSCAT154 ¶▮9'), ['07MUSCAT154.txt:3:0 C O N F I D E N T I A L MUSCAT 000154']);
    deepEqual(definition('[x](vscode://reftel.reftel/cable/07MUSCAT▮154?paragraph=3)'), [
      '07MUSCAT154.txt:12:0 3. (U) '.replace(':12:', ':13:'),
    ]);
    deepEqual(definition('07MUSCAT▮155'), []);
  });

  it('have links to what is here, which lead to the line', () => {
    const { note } = noteOf(
      '07MUSCAT154 ¶2, 07MUSCAT155, [07MUSCAT154](vscode://reftel.reftel/cable/07MUSCAT154)',
    );
    deepEqual(
      noteLinksOf(note).map(({ start, end, tooltip }) => `${note.text.slice(start, end)}: ${tooltip}`),
      ['07MUSCAT154 ¶2: 07MUSCAT154 ¶2 · TALKS ON WATER', '07MUSCAT154: 07MUSCAT154 · TALKS ON WATER'],
    );
    equal(noteLinkTarget(note, '07MUSCAT154', 2), '07MUSCAT154.txt#L9');
    equal(noteLinkTarget(note, '07MUSCAT154', null), '07MUSCAT154.txt#L4');
    equal(noteLinkTarget(note, '07MUSCAT155', 1), null);
  });

  it('complete ids by their beginning, whatever the spelling', () => {
    for (const typed of ['07MUS', '07 MUSCAT 1', '2007 Muscat', '07muscat00154', 'MUSCAT 15'])
      deepEqual(completions(`See ${typed}▮`), [`${typed} → 07MUSCAT154 · TALKS ON WATER`], typed);
    for (const typed of ['08MUS', 'talks', 'WATER 1', 'a', '', '2007 '])
      deepEqual(completions(`See ${typed}▮`), [], typed);
  });

  it('complete the numbers of paragraphs behind an id', () => {
    const list = (sign: string, typed = '') => [
      `${typed} → ${sign}1 · (C) Summary: They talked.`,
      `${typed} → ${sign}2 · (C/NF) The minister said that the wells north of the town were dry, and that U.S.- made…`,
      `${typed} → ${sign}3 · (U) Nothing else.`,
    ];
    deepEqual(completions('See 07MUSCAT154 ¶▮'), list('¶', '¶'));
    deepEqual(completions('See 07 MUSCAT 154, ¶2▮'), list('¶', '¶2'));
    deepEqual(completions('See 07MUSCAT154, para ▮'), list(''));
    deepEqual(completions('See 07MUSCAT154 ▮'), list('¶'));
    deepEqual(completions('See **07MUSCAT154** ¶▮'), list('¶', '¶'));
    deepEqual(completions('See 07MUSCAT155 ¶▮'), []);
    deepEqual(completions('See ¶▮'), []);
  });
});
