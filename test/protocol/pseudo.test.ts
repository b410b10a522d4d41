import { deepEqual, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeAction, CodeLens } from 'vscode-languageserver/node';
import { type Editor, uriOf } from './editor';
import { withEditor } from './withEditor';

const english: Readonly<Record<string, string | { readonly message: string }>> = JSON.parse(
  readFileSync('l10n/bundle.l10n.json', 'utf8'),
);

async function pseudoTexts(): Promise<Readonly<Record<string, string>>> {
  const { pseudo } = await import('../../scripts/l10n/pseudo.mjs');
  return Object.fromEntries(
    Object.entries(english).map(([key, text]) => [
      key,
      pseudo(typeof text === 'string' ? text : text.message),
    ]),
  );
}

const SAMPLE = 'walkthrough/sample';

/** A telegram in which much is wrong, so that there is much to say of it. */
const DAMAGED = `O 131412Z MAY 07
FM AMEMBASSY MUSCAT
TO SECSTATE WASHDC IMMEDIATE 1234
INFO AMEMBASSY ABU DHABI 0012
BT
C O N F I D E N T I A L MUSCAT 000412

SIPDIS

E.O. 12958: DECL: 05/13/2037
SUBJECT: PORT DUES
SUBJECT: PORT DUES

REF: A. MUSCAT 73
     C. ABU DHBAI 12

1. (S) The dues went up. "Everybody pays.

1. (C) See ref B, and reftel.

4. (U) Summary: None.
`;

const files: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    readdirSync(SAMPLE).map(name => [
      name,
      readFileSync(join(SAMPLE, name), 'utf8').replaceAll('\r\n', '\n'),
    ]),
  ),
  'copy.txt': readFileSync(join(SAMPLE, '07ROME377.txt'), 'utf8').replaceAll('\r\n', '\n'),
  'damaged.cable': DAMAGED,
};

/** Properties for machines, and the request to an archive of the United States, which is in English. */
const UNSEEN =
  /uri$|^(?:target|code|codeDescription|source|kind|data|newText|textEdit|edits?|command|arguments|mrn|id|key|request|pattern|filterText|sortText)$/i;

/** Fields of a page, which gets their words from elsewhere. */
const FIELD = /^(?:date|from|to|info|declassify|tags|references|classifiedBy)$/;

/** The texts of an answer, by the names of properties. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    UNSEEN.test(name) || (name === 'name' && FIELD.test(String(inner))) ? [] : textsIn(inner),
  );
}

/** What is in no brackets of the pseudo-language, in pieces. */
function outside(text: string): string[] {
  let depth = 0;
  const kept = [...text].map(character => {
    if (character === '⟦') depth++;
    else if (character === '⟧') depth--;
    else if (depth === 0) return character;
    return '\n';
  });
  return kept.join('').split(/[\n·|*`¶]+|: |, (?=\p{Lu}{2})/u);
}

const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What may be in any language: texts of cables; names of stations, TAGS and what they mean, which are facts. */
const given = inOneLine(
  [
    ...Object.values(files),
    ...readdirSync('server/src/reference')
      .filter(name => name.endsWith('.tsv'))
      .map(name => readFileSync(`server/src/reference/${name}`, 'utf8')),
  ].join(' '),
).toLowerCase();

const SPANISH_DAY =
  /(?:(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo),? )?\d{1,2} de \p{Ll}+ de \d{4},?(?: (?:a las )?\d\d:\d\d)?/gu;

/** `Embassy Abu Dhabi (AMEMBASSY ABU DHABI)`: a name, as cables and citations have it. */
const STATION = /(?:Embassy|Consulate General|Department of) [\p{L} ]+ \([A-Z ]+\)/gu;

/** Pieces of a text that are neither translated nor given, with small letters in them. */
function untranslated(text: string): string[] {
  return outside(text.replace(SPANISH_DAY, ''))
    .map(piece => inOneLine(piece).replace(/^\d+ |…$/g, ''))
    .filter(piece => /\p{Ll}{2}/u.test(piece.replace(STATION, '')) && !given.includes(piece.toLowerCase()));
}

/** Everything that an editor can ask about the files and is shown, each text with what it was an answer to. */
async function allTexts(editor: Editor, folder: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const add = (what: string, answer: unknown) => {
    for (const text of textsIn(answer)) texts.set(text, what);
  };
  for (const [name, text] of Object.entries(files)) {
    const uri = uriOf(join(folder, name));
    await editor.open(uri, text);
    const { diagnostics } = await editor.diagnostics(uri, 1);
    add('diagnostics', diagnostics);
    const ask = async <T>(method: string, more: object = {}): Promise<T | null> => {
      const answer = await editor.request<T | null>(`textDocument/${method}`, {
        textDocument: { uri },
        ...more,
      });
      add(method, answer);
      return answer;
    };
    const lines = text.split('\n');
    const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
    await ask('documentSymbol');
    await ask('inlayHint', { range });
    for (const lens of (await ask<CodeLens[]>('codeLens')) ?? [])
      add('lens', (await editor.request<CodeLens>('codeLens/resolve', lens)).command?.title);
    for (const each of [
      { range, diagnostics },
      ...diagnostics.map(one => ({ range: one.range, diagnostics: [one] })),
    ])
      for (const action of (await ask<CodeAction[]>('codeAction', {
        range: each.range,
        context: { diagnostics: each.diagnostics },
      })) ?? [])
        add('action', action.title);
    for (const [line, words] of lines.entries())
      for (const { index, 0: word } of words.matchAll(/[\w#]+/g)) {
        await ask('hover', { position: { line, character: index } });
        if (/^(?:O|IMMEDIATE|AMEMBASSY|RUEH\w+|SIPDIS|PREL|KPAO|MUSCAT|C|ref)$/.test(word))
          await ask('completion', { position: { line, character: index + 1 } });
      }
    for (const method of ['cable', 'page', 'header', 'copies', 'paragraphs', 'cites'])
      add(method, await editor.request(`reftel/${method}`, { uri }));
  }
  for (const by of ['post', 'year', 'tag', 'classification'])
    add('groups', await editor.request('reftel/groups', { by }));
  for (const query of ['', 'class:nothing', 'date:x', 'is:', 'post:', 'after:x', 'cites:x']) {
    const { result, problem } = await editor.request<{ result: number | null; problem: string | null }>(
      'reftel/find',
      { query },
    );
    if (problem !== null) add(`the query ${query}`, problem);
    if (result !== null) add('facets', await editor.request('reftel/facets', { result }));
  }
  add('missing', await editor.request('reftel/missing', { limit: 50 }));
  add('absent', await editor.request('reftel/absent', { mrn: '07MUSCAT73' }));
  add(
    'compare',
    await editor.request('reftel/compare', {
      uri: uriOf(join(folder, '07ROME377.txt')),
      other: { uri: uriOf(join(folder, '07TUNIS131.txt')) },
    }),
  );
  add('progress', editor.progress);
  return texts;
}

describe('everything the server says', function () {
  this.timeout(120_000);

  it('is translated, or is in a cable or a table of facts', async () => {
    const translations = await pseudoTexts();
    await withEditor(
      files,
      async (editor, folder) => {
        const texts = await allTexts(editor, folder);
        ok([...texts.keys()].filter(text => text.includes('⟦')).length > 150);
        deepEqual(
          [...texts].flatMap(([text, what]) => untranslated(text).map(piece => `${what}: ${piece}`)),
          [],
        );
      },
      { options: { translations, views: true, checksSettings: true }, locale: 'es' },
    );
  });
});
