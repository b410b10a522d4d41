import type { Snapshot } from '../archive/snapshot';
import { CITATION_STYLES, type CitationStyle, cite } from '../features/bibliography/citations';
import { DEFAULT_CHOICE } from '../features/bibliography/source';
import { citedTelegram } from '../features/bibliography/telegram';
import { provenanceOfFile } from '../host/import/fileProvenance';
import { choose, readArguments, wholeNumber } from './arguments';
import { askArchive, unknown } from './askArchive';
import { cableOf } from './cableOf';
import type { Command, Status } from './command';
import type { Output } from './output';

export const citeCable: Command = {
  name: 'cite',
  summary: 'the citation of a cable, as text',
  help: `usage: reftel cite ID [--paragraph N] [--style STYLE] [--as-printed] [--in DIR] [--cache DIR]

Prints how the cable ID is cited. Where it was imported, the citation says what it was imported from.
ID in any spelling: 07MUSCAT73, "07 MUSCAT 00073", "MUSCAT 73 (07)".

  --paragraph N  the paragraph with this number, not the whole cable
  --style STYLE  chicago               a note, Chicago Manual of Style and Turabian (default)
                 chicago-bibliography  an entry of a bibliography
                 frus                  a note as in Foreign Relations of the United States
                 bibtex, biblatex      an entry of a .bib file
                 csl-json              an item for Zotero and others
  --as-printed   the subject in capitals, as the cable prints it
  --in DIR       the folder to look in (default: .)
  --cache DIR    where the archive of the folder is saved, see reftel index

Exit code: 0; 1 if no file of the folder is that cable, or it has no such paragraph; 2 if it could not run.
`,
  async run(args, output) {
    const { options, flags, rest } = readArguments(
      args,
      ['paragraph', 'style', 'in', 'cache'],
      ['as-printed'],
    );
    const style = choose('style', options.style, CITATION_STYLES);
    const paragraph = wholeNumber('paragraph', options.paragraph, 1) ?? null;
    const choice = { ...DEFAULT_CHOICE, headlineCase: !flags.has('as-printed') };
    return await askArchive({ options, rest }, output, (mrn, snapshot) =>
      print({ mrn, paragraph, style, choice }, snapshot, output),
    );
  },
};

interface Wanted {
  readonly mrn: string;
  readonly paragraph: number | null;
  readonly style: CitationStyle;
  readonly choice: typeof DEFAULT_CHOICE;
}

async function print(
  { mrn, paragraph, style, choice }: Wanted,
  archive: Snapshot,
  output: Output,
): Promise<Status> {
  const [entry] = archive.find(mrn);
  if (!entry) return unknown(mrn, output);
  const cable = cableOf(entry, output);
  if (!cable) return 2;
  const place = cable.paragraphs.find(({ number }) => number !== null && number === paragraph) ?? null;
  if (paragraph !== null && !place) {
    output.say(`reftel: ${mrn} has no paragraph ${paragraph}`);
    return 1;
  }
  const text = cite(citedTelegram(cable, place, choice, provenanceOfFile(entry.uri)), style);
  await output.write(text.endsWith('\n') ? text : `${text}\n`);
  return 0;
}
