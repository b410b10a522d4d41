import type { CableFacts } from '../../server/src/archive/facts';
import { type Filed, filed } from '../../server/src/archive/layer';
import type { Naming } from '../../server/src/archive/naming';
import type { Range } from '../../server/src/archive/snapshot';

export interface Made {
  readonly uri: string;
  readonly mrn?: string | null;
  readonly subject?: string;
  readonly tags?: readonly string[];
  readonly from?: string;
  readonly to?: readonly string[];
  readonly captions?: readonly string[];
  readonly instant?: number;
  readonly classification?: CableFacts['classification'];
  readonly cites?: readonly string[];
  readonly completeness?: number;
}

/** Facts of a cable that no text stands behind; each citation is on a line of its own. */
export function madeFacts(made: Omit<Made, 'uri'> & { readonly uri?: string }): CableFacts {
  const at = (line: number, length: number): Range => ({
    start: { line, character: 0 },
    end: { line, character: length },
  });
  return {
    mrn: made.mrn ?? null,
    subject: made.subject ?? null,
    instant: made.instant ?? null,
    from: made.from ?? null,
    to: made.to ?? [],
    classification: made.classification ?? null,
    captions: made.captions ?? [],
    tags: made.tags ?? [],
    anchor: at(0, 0),
    completeness: made.completeness ?? 0,
    citations: (made.cites ?? []).map((target, line) => ({
      target,
      place: 'list',
      yearSource: 'printed',
      range: at(line, target.length),
    })),
  };
}

export function madeFile(made: Made): readonly Filed[] {
  return filed(made.uri, [madeFacts(made)]);
}

/** Names files by `prefix` and their path, with nothing encoded: a folder with `/` behind it, or nothing. */
export function namedBehind(prefix: string): Naming {
  return {
    folder: prefix,
    uriOf: path => prefix + path,
    pathOf: uri => (uri.startsWith(prefix) ? uri.slice(prefix.length) : null),
  };
}
