import { deepEqual, equal } from 'node:assert/strict';
import { join } from 'node:path';
import type { DocumentSymbol } from 'vscode-languageserver/node';
import { cableText } from '../host/folder';
import { until, uriOf } from './editor';
import { withEditor } from './withEditor';

const SHORT_GROUP = cableText(7).replace('ZNR UUUUU ZZH', 'ZNR UUUU ZZH');

/** What the outline says of the header of a cable, in an editor of this language that sends these translations. */
async function headerIn(locale: string, translations?: unknown): Promise<string> {
  let detail = '';
  await withEditor(
    { 'a.txt': cableText(7) },
    async (editor, folder) => {
      const uri = uriOf(join(folder, 'a.txt'));
      await editor.open(uri, cableText(7));
      const [header] = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', {
        textDocument: { uri },
      });
      detail = `${header?.name}: ${header?.detail}`;
    },
    { locale, options: { translations } },
  );
  return detail;
}

/** What an editor is told of the short group, whose translations are these. */
async function told(translations: unknown): Promise<string | undefined> {
  let message: string | undefined;
  await withEditor(
    { 'a.txt': SHORT_GROUP },
    async (editor, folder) => {
      const uri = uriOf(join(folder, 'a.txt'));
      await editor.open(uri, SHORT_GROUP);
      const published = await until(
        async () => editor.publishedFor(uri),
        found => found.length > 0,
      );
      const found = published.at(-1)?.diagnostics.find(({ code }) => code === 'security-group-length');
      message = String(found?.message);
    },
    { options: { translations } },
  );
  return message;
}

describe('the strings of the server', () => {
  const english = 'Security group "{0}" has {1} letters; it should be one letter five times.';

  it('are in the language of the editor', async () =>
    deepEqual(
      await told({ [english]: 'Das Merkmal {0} ist {1} Zeichen lang.' }),
      'Das Merkmal UUUU ist 4 Zeichen lang.',
    ));

  it('come with days of the same language', async () => {
    equal(/^Cabecera: \d+ de enero de 2007.*UTC/.test(await headerIn('es', { Header: 'Cabecera' })), true);
  });

  it('stay English as a whole without translations or with no language', async () => {
    for (const [locale, translations] of [
      ['es', undefined],
      ['qps-ploc', {}],
      ['es_ES.UTF-8', {}],
    ] as const)
      equal(
        /^Header: \d+ January 2007, \d\d:\d\d UTC/.test(await headerIn(locale, translations)),
        true,
        locale,
      );
  });

  it('stay English where the editor sends no sound translation', async () => {
    const expected = 'Security group "UUUU" has 4 letters; it should be one letter five times.';
    for (const translations of [undefined, 'es', { [english]: 5 }, { [english]: '' }])
      deepEqual(await told(translations), expected);
  });
});
