import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCable } from '../../../server/src/cable/parse';
import type { Position } from '../../../server/src/text/lineTable';
import { uriOf } from '../../protocol/editor';
import { pick, randomFrom } from '../generate/random';

/** A cable of the archive to ask about. */
export interface Sample {
  readonly uri: string;
  readonly text: string;
  readonly mrn: string;
  /** Words of its subject that a person may look for. */
  readonly words: string;
  readonly tag: string;
  /** On its classification line. */
  readonly own: Position;
  /** Within a reference to another cable. */
  readonly reference: Position;
}

/** `n` cables of `folder` chosen at random, the same ones each time, that have an id, a subject and a reference. */
export function samplesOf(folder: string, n: number): readonly Sample[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.txt'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  const random = randomFrom(files.length);
  const samples = new Map<string, Sample>();
  for (let tries = 0; samples.size < n && tries < 50 * n; tries++) {
    const file = pick(random, files);
    const sample = sampleOf(file, readFileSync(file, 'utf8'));
    if (sample) samples.set(sample.uri, sample);
  }
  return [...samples.values()];
}

function sampleOf(file: string, text: string): Sample | null {
  const { mrn, subject, classLine, references, tags, lines } = parseCable(text);
  const reference = references?.items.find(item => item.mrn !== null);
  if (mrn === null || !subject || !classLine || !reference) return null;
  return {
    uri: uriOf(file),
    text,
    mrn,
    words: subject.value.split(' ').slice(-2).join(' '),
    tag: tags?.tags[0]?.value ?? '',
    own: lines.positionAt(classLine.start + 1),
    reference: lines.positionAt(reference.end - 1),
  };
}
