import fc from 'fast-check';
import { type CitingTelegram, citingTelegram } from '../../server/src/cable/citation';
import { notStations } from '../../server/src/reference/stations';

/*
 * Texts made of what matters to cable numbers and reference lists. The pieces of a list are divided by `~`.
 */

const pieces = (list: string) => list.split('~');

export const names: readonly string[] = pieces(
  "MUSCAT~STATE~Muscat~muscat~SECSTATE~SECSTATE WASHDC~KL~RIO~TEL AVIV~Tel Aviv~ABU DHABI~PORT AU PRINCE~PORT-AU-PRINCE~N'DJAMENA~" +
    'N’DJAMENA~ST. PETERSBURG~USUN NEW YORK~MADRID SP~MADRID S P~OSLO~0SLO~CASA~CAS~CASABLANCA~UNKNOWN~NO WHERE~THE LOST POST~TD-314~' +
    'U.S.~AB-CDEF~ABC-~ABCDE-~A~SP~O~0UAGA~0AB~WHEN IN ROME~Ünter~ŠIBENIK~FAR AWAY FROM ANY POST~Late in the talks that were held in ~ſTATE~ALPHA B~NEWPO~NEW',
);

const digits = pieces('1~73~073~00073~1234567~0000073~000~00~12345678~174~9999~06~07~2007~1998~1812');

const signs = pieces(
  " ~ ~ ~ ~  ~   ~    ~\n~\r\n~,~, ~.~;~:~-~/~(~)~#~'~’~_~¶~&~+~%~ AND ~ and ~, AND ~ OR ~ (NOTAL)~(NOTAL) ~ (07)~ (2007)~(06)~(007)~ 2006~" +
    ' 2006.~ 1999,~O7~ O7 ~o6 ~ TOSEC 12345~ SECTO 0123~ DEPTO 123~ TOPAR 12345678~ PARTO  4321A~ TODEP1234~ -- ~ref~ MAR ~rd~İ~ı~“~😀',
);

const labels = pieces(
  'A. ~B. ~C. ~D. ~A) ~B) ~(A) ~(B) ~(C) ~A: ~B: ~A ~B ~C ~a. ~b. ~(c) ~I. ~H. ~(I) ~\n~\n~\n~\n     ~; ~ | ~\n¶B. ~\n¶C. ~¶1B. ~¶ B. ~[1](#)B. ~' +
    "[¶](x)C. ~**1**B. ~****C. ~1B. ~1C) ~\n- ~ -  A. ~ REF ~(REF) ~ REF) ~A. A. ~A. REF A. ~A/S BURNS~A.D.~D'A. ~, B~; C~ A. 07~Z. ~_A. ",
);

const papers = pieces(
  'MAIER - QUINN EMAIL~E-MAIL~e mails~EMAILSX~IIR 6 902 9642 06~IIRS~CPP20071019~KPP 123456~GMP12345~OSC~OSC 123456~OSCE~FBIS~FBIS20071019~' +
    'TELCON~telecons~PHONE~TELEPHONES~TELCALLED~R 251847Z MAR 08~251847Z MAR 2008~251847Z M4R 08~251847Z MA2 08~0251847Z MAR 08~Z251847Z JAN 12345~STATE CA-3400~EUP~' +
    'sap 123456~LAP1234567~AFP 123456~FEA123456~IAP123456~MAIL~AMAIL~(NOTAL)~NOTAL~AND PREVIOUS~-- WITH A COMMENT~x~%',
);

const number = fc
  .tuple(
    fc.constantFrom(...names),
    fc.constantFrom(...pieces(' ~ ~ ~  ~   ~    ~\n~#~ #~ ##')),
    fc.constantFrom(...digits),
  )
  .map(parts => parts.join(''));

const piece = fc.oneof(
  { weight: 2, arbitrary: number },
  { weight: 3, arbitrary: fc.constantFrom(...names) },
  { weight: 3, arbitrary: fc.constantFrom(...digits) },
  { weight: 5, arbitrary: fc.constantFrom(...signs) },
  { weight: 1, arbitrary: fc.constantFrom(...notStations) },
);

const item = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...labels) },
  { weight: 3, arbitrary: number },
  { weight: 4, arbitrary: piece },
  { weight: 1, arbitrary: fc.constantFrom(...papers) },
);

/** Texts with names and numbers. */
export const numberTexts = fc.array(piece, { maxLength: 14 }).map(some => some.join(''));

/** Lists whose letters come in order, but for some, in all the ways in which they are printed. */
const labelled = fc
  .array(
    fc.record({
      before: fc.constantFrom(...pieces('\n~\n~ ~ ~; ~, ~\nREF ~ (REF) ~')),
      mark: fc.constantFrom(
        ...pieces('~~~~¶~¶1~¶ ~1~[1](#)~[¶](#x)~[1](x y)~[2](#)~**1**~****~**¶**~**1*~- ~-~-   ¶'),
      ),
      label: fc.constantFrom(...pieces('@. ~@) ~(@) ~@: ~@ ~@.~@ 07 ~@   ')),
      step: fc.constantFrom(1, 1, 1, 1, 1, 0, 2, -1, 5),
      small: fc.boolean(),
      what: fc.oneof({ weight: 3, arbitrary: number }, fc.constantFrom(...papers), piece),
      behind: fc.constantFrom(
        ...pieces('~~~ (NOTAL)~ (07)~ AND 74~, and 75~ TOSEC 12345~ (NOTAL), 76~ SECTO 123456A~/77~ & 78'),
      ),
    }),
    { maxLength: 6 },
  )
  .map(items => {
    let letter = 64;
    return items
      .map(({ before, mark, label, step, small, what, behind }) => {
        letter = Math.min(90, Math.max(65, letter + step));
        const name = String.fromCharCode(small ? letter + 32 : letter);
        return `${before}${mark}${label.replace('@', name)}${what}${behind}`;
      })
      .join('');
  });

/** Texts with labels, names, numbers and other papers, on several lines. */
export const listTexts = fc.oneof(
  fc.array(item, { maxLength: 20 }).map(some => some.join('')),
  labelled,
);

/** Telegrams that cite: of known stations and of one that is not. */
export const telegrams: fc.Arbitrary<CitingTelegram> = fc
  .constantFrom(...pieces('07MUSCAT73~07CASABLANCA170~00STATE12000~08NEWPOSTHERE2~99KUALALUMPUR9999~50OSLO7'))
  .map(mrn => citingTelegram(mrn, null));
