import { Archive } from '../../server/src/archive/archive';
import { factsOf } from '../../server/src/archive/facts';
import { parseCable } from '../../server/src/cable/parse';
import type { Location, Reading } from '../../server/src/features/reading';
import { type Fixture, type FixtureFile, parseFixture } from '../fixture';

/** The cables of a fixture as a person has them open; a file's uri is its name. */
export function readingOf(fixture: Fixture, file: FixtureFile): Reading {
  const cables = new Map(fixture.files.map(({ name, text }) => [name, parseCable(text)]));
  const snapshot = [...cables].reduce(
    (archive, [name, cable]) => archive.with(name, [factsOf(cable)]),
    Archive.empty,
  );
  const cableOf = (uri: string) => cables.get(uri) ?? null;
  return { uri: file.name, cable: parseCable(file.text), snapshot, cableOf };
}

/** The reading of the only file, or of the first one. */
export function readFixture(text: string): { readonly file: FixtureFile; readonly reading: Reading } {
  const fixture = parseFixture(text);
  const [file] = fixture.files;
  if (!file) throw new Error('fixture: there is no file');
  return { file, reading: readingOf(fixture, file) };
}

/** `b.txt:3:0-3:24 C O N F I D E N T I A L`: a place, lines from 0, with what stands there. */
export function showPlace({ files }: Fixture, { uri, range }: Location): string {
  const { start, end } = range;
  const lines = (files.find(({ name }) => name === uri)?.text ?? '').split('\n');
  const text =
    start.line === end.line ? lines[start.line]?.slice(start.character, end.character) : '(several lines)';
  return `${uri}:${start.line}:${start.character} ${text}`;
}

/** The places that a fixture expects: its ranges, file by file. */
export function expectedPlaces(fixture: Fixture): readonly string[] {
  return fixture.files.flatMap(file =>
    file.ranges.map(range => {
      const { lines } = parseCable(file.text);
      const place = {
        uri: file.name,
        range: { start: lines.positionAt(range.start), end: lines.positionAt(range.end) },
      };
      return showPlace(fixture, place);
    }),
  );
}
