import * as l10n from '@vscode/l10n';
import type { Cable } from '../../cable/model';
import { touches } from '../../text/span';
import { wordAt } from '../words';
import { bodyMeaning } from './bodyMeanings';
import { headerMeaning } from './headerMeanings';
import { type Meaning, meaning } from './meaning';
import { preambleMeaning } from './preambleMeanings';

export type { Meaning } from './meaning';

/**
 * What the code at `offset` means, as far as the reference tables know; null elsewhere. Looks at the parsed fields only, in time
 * linear in their number.
 */
export function meaningAt(cable: Cable, offset: number): Meaning | null {
  return (
    headerMeaning(cable, offset) ??
    preambleMeaning(cable, offset) ??
    bodyMeaning(cable, offset) ??
    notalMeaning(cable, offset)
  );
}

/** NOTAL behind an entry of the REF field, or behind a telegram that is named in the text. */
function notalMeaning({ text, references, paragraphs }: Cable, offset: number): Meaning | null {
  const within = [references, ...paragraphs].find(span => span !== null && touches(span, offset));
  const word = within && wordAt(text, within, offset);
  return word && text.slice(word.start, word.end) === 'NOTAL'
    ? meaning(word, 'NOTAL', l10n.t('not to, nor needed by, all addressees'))
    : null;
}
