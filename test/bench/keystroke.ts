import { getLanguageService } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseCable } from '../../server/src/cable/parse';
import { recordOf } from '../../server/src/cable/record';
import { runChecks } from '../../server/src/checks';
import { seeds } from '../seeds';
import { interleaved, limit } from './measure';

/**
 * What a key press costs in the longest seed: the incremental change, the parse and all checks. Beside it the same for a JSON
 * language service on a JSON text of equal size: change, parse, validation.
 */
export async function benchKeystroke(rounds: number): Promise<void> {
  const text = seeds.map(seed => seed.text).reduce((a, b) => (b.length > a.length ? b : a));
  const json = jsonOfLength(text.length);
  const service = getLanguageService({});
  const cable = typist('cable', text);
  const jsonDocument = typist('json', json);
  const medians = await interleaved(
    {
      cable: () => {
        runChecks(parseCable(cable().getText()));
      },
      json: () => {
        const document = jsonDocument();
        const parsed = service.parseJSONDocument(document);
        return service.doValidation(document, parsed);
      },
    },
    rounds,
  );
  console.log(`\nA key press in a text of ${text.length} characters (median of ${rounds}, interleaved)`);
  console.log(`  cable: change, parse, all checks       ${medians.cable.toFixed(3)} ms`);
  console.log(`  JSON language service: the same        ${medians.json.toFixed(3)} ms`);
  console.log(
    `  ratio                                  ${(medians.json / medians.cable).toFixed(1)} times as fast`,
  );
  limit('at most 1 ms', medians.cable <= 1);
  limit('at least twice as fast as the JSON language service', medians.cable * 2 <= medians.json);
}

/** Gives, with each call, the document after one more character typed or deleted in its middle. */
function typist(languageId: string, text: string): () => TextDocument {
  const document = TextDocument.create(`file:///bench.${languageId}`, languageId, 0, text);
  const at = document.positionAt(text.indexOf(' ', text.length >> 1));
  const behind = { line: at.line, character: at.character + 1 };
  let version = 0;
  return () => {
    version += 1;
    const change =
      version % 2 === 1
        ? { range: { start: at, end: at }, text: ' ' }
        : { range: { start: at, end: behind }, text: '' };
    return TextDocument.update(document, [change], version);
  };
}

/** JSON of the given length or a little more: entries of the seeds' own export records, as a person would keep them in a file. */
function jsonOfLength(length: number): string {
  const entries = seeds
    .map(({ path, text }) => recordOf(path, parseCable(text)))
    .flatMap(({ to, info, references, mentions, paragraphs, headings }) => [
      ...to,
      ...info,
      ...references,
      ...mentions,
      ...paragraphs,
      ...headings,
    ]);
  const lines: string[] = [];
  for (let i = 0, used = 0; used < length; i++) {
    const line = JSON.stringify(entries[i % entries.length]);
    lines.push(line);
    used += line.length + 2;
  }
  return `[\n${lines.join(',\n')}\n]`;
}
