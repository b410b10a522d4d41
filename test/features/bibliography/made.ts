import { parseCable } from '../../../server/src/cable/parse';
import type { CitationChoice, Provenance } from '../../../server/src/features/bibliography/source';
import { type CitedTelegram, citedTelegram } from '../../../server/src/features/bibliography/telegram';
import { dedent } from '../../fixture';

export const WHOLE = `
  R 241550Z FEB 07
  FM AMEMBASSY TEL AVIV
  TO RUEHC/SECSTATE WASHDC PRIORITY 7816
  S E C R E T TEL AVIV 000073
  NOFORN
  SIPDIS
  TAGS: PREL
  SUBJECT: A "QUIET" TALK WITH THE GCC

  1. (S) Summary: They talked.

  2. (S) They ate.
`;

/** What a citation says of a made-up cable, or of the paragraph of it with this number. */
export function telegramOf(
  text: string,
  paragraph: number | null = null,
  choice: Partial<CitationChoice> = {},
  provenance: Provenance | null = null,
): CitedTelegram {
  const cable = parseCable(dedent(text));
  const place = cable.paragraphs.find(({ number }) => number === paragraph) ?? null;
  return citedTelegram(cable, place, { headlineCase: true, source: {}, ...choice }, provenance);
}
