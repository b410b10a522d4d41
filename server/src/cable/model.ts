import type { LineTable } from '../text/lineTable';
import type { Field, Span } from '../text/span';

/** Which kind of copy a text is; a property of the copy, not of the telegram's year. */
export type Dialect = 'cablegate' | 'sas' | 'smart' | 'foia';

/** Precedence prosign of FL5: Z FLASH, O IMMEDIATE, P PRIORITY, R ROUTINE. */
export type Prosign = 'Z' | 'O' | 'P' | 'R';

export type Precedence = 'FLASH' | 'IMMEDIATE' | 'PRIORITY' | 'ROUTINE';

export type Classification =
  | 'UNCLASSIFIED'
  | 'LIMITED OFFICIAL USE'
  | 'CONFIDENTIAL'
  | 'SECRET'
  | 'TOP SECRET';

/**
 * The parts of the transmission header in the order of the format lines, FL1 to FL9 (5 FAH-2 H-321).
 * `TO` and `INFO` stand for whole lists.
 */
export type HeaderPart = 'TI' | 'ROUTING' | 'DE' | 'SECURITY' | 'DTG' | 'FM' | 'TO' | 'INFO' | 'XMT';

/** FL1, `VZCZCXRO7284`: numbers one hop on one circuit, not the telegram. */
export interface TransmissionIdentification extends Span {
  /** Three letters; `XRO` copies keep real routing, `XYZ` copies do not. */
  readonly channel: string;
  readonly number: string;
}

/** FL2, `RR RUEHDE RUEHDIR`, with its continuation lines. */
export interface RoutingLine extends Span {
  /** Two equal prosigns as printed, `RR`. */
  readonly digraph: Field<string>;
  readonly indicators: readonly Field<string>[];
  /** The first word that is no routing indicator, where there is one. */
  readonly unreadable: Span | null;
}

/** FL3, `DE RUEHMS #0073/01 0241550`. Where the line cannot be read, all fields are null. */
export interface DeLine extends Span {
  readonly ri: Field<string> | null;
  /** Station serial number, four digits as printed. */
  readonly ssn: Field<string> | null;
  readonly section: Field<number> | null;
  /** Seven digits as printed: day of year, hour, minute (UTC). Not yet checked against the calendar. */
  readonly fileTime: Field<string> | null;
}

/** FL4, `ZNY SSSSS ZZH`. */
export interface SecurityLine extends Span {
  readonly signal: Field<'ZNR' | 'ZNY'>;
  /** The classification letters as printed, normally one letter five times. */
  readonly group: Field<string>;
}

/** The parts of a date-time group as printed; `instant` is null where the calendar has no such time. */
export interface DateTimeGroup extends Span {
  readonly precedences: readonly Field<Prosign>[];
  /** `241550Z JAN 07`, or null where a line in the DTG's place cannot be read. */
  readonly time: Field<string> | null;
  /** Milliseconds since 1970, UTC; null where there is no such day, hour, minute or month. */
  readonly instant: number | null;
  /** Which part the calendar rejects, where `instant` is null and `time` is not. */
  readonly impossible: 'day' | 'hour' | 'minute' | 'month' | null;
  /** Four digits, or null where `time` is null. */
  readonly year: number | null;
  /** Operating signals and notes behind the group: `ZDK`, `ZFF4`, `CITE …`. */
  readonly tail: Field<string> | null;
}

/** One line of FL7 or FL8: `RUEHC/SECSTATE WASHDC PRIORITY 7816`. */
export interface Addressee extends Span {
  readonly ri: Field<string> | null;
  /** Plain language address (PLAD) without precedence and number. */
  readonly name: Field<string>;
  readonly precedence: Field<Precedence> | null;
  /** The originator's running count of messages to this addressee; not the MRN. */
  readonly number: Field<string> | null;
}

export interface HeaderLine extends Span {
  readonly part: HeaderPart;
}

/** FL1 to FL9. Every line may be absent: copies often drop the whole header. */
export interface Transmission {
  readonly ti: TransmissionIdentification | null;
  readonly routing: RoutingLine | null;
  readonly de: DeLine | null;
  readonly security: SecurityLine | null;
  readonly dtg: DateTimeGroup | null;
  readonly from: Field<string> | null;
  readonly to: readonly Addressee[];
  readonly info: readonly Addressee[];
  readonly xmt: readonly Field<string>[];
  /** The header's lines in the order in which they stand, one entry for each part. */
  readonly order: readonly HeaderLine[];
}

export interface Section extends Span {
  readonly n: number;
  readonly of: number;
}

/** The classification line: `S E C R E T SECTION 01 OF 02 MUSCAT 000073`. */
export interface ClassLine extends Span {
  readonly classification: Field<Classification> | null;
  /**
   * How the classification is printed: `sound` in any spacing; `lower` in a lower-cased copy; `damaged` with doubled, lost
   * or stray letters; `redacted`.
   */
  readonly state: 'sound' | 'lower' | 'damaged' | 'redacted';
  readonly section: Section | null;
  /** The station as printed, one blank between words; null where the line names none. */
  readonly post: Field<string> | null;
  /** Digits as printed. */
  readonly serial: Field<string> | null;
}

/** A caption word or phrase: `SIPDIS`, `NOFORN`. */
export interface Caption extends Field<string> {
  /** `class-line`, `caption` line, or `text` for one repeated in the body (web copies). */
  readonly place: 'class-line' | 'caption' | 'text';
}

/** `E.O. 12958: DECL: 01/24/2017` */
export interface ExecutiveOrder extends Span {
  /** The order's number as printed; null in `E.O.: Unknown`. */
  readonly number: Field<string> | null;
  /** Everything behind the number, as printed. */
  readonly value: Field<string> | null;
  /** What the value says: a date or event to declassify at, none needed, or something else. */
  readonly kind: 'date' | 'event' | 'none' | 'other';
  /** The date as printed. */
  readonly date: Field<string> | null;
  /** `2017-01-24`; null where `date` is null or no date of the calendar. */
  readonly declassifyOn: string | null;
}

/** One entry of the TAGS line. */
export interface Tag extends Field<string> {
  readonly kind: 'code' | 'person';
  /** Whether a copy prints it as a Markdown link, `[PREL](#)`. `span` then covers the code alone. */
  readonly linked: boolean;
}

export interface TagsLine extends Span {
  readonly keyword: Span;
  readonly tags: readonly Tag[];
}

/** SUBJECT, joined to one line; `span` runs from the keyword to the last character. */
export interface Subject extends Field<string> {
  readonly keyword: Span;
  /** The span of each line of text, keyword left out. */
  readonly lines: readonly Span[];
}

export type ReferenceKind =
  | 'cable'
  | 'airgram'
  /** A telegram of which only the sender is named. */
  | 'unnumbered'
  | 'email'
  | 'iir'
  | 'osc'
  | 'telcon'
  | 'dtg'
  | 'other';

/** Where a cited cable's year comes from (cable-format 10.4). */
export type YearSource = 'printed' | 'inherited' | 'same-year' | 'year-before';

/** One entry of the REF field. `value` is the text of the item, label and artefact left out. */
export interface Reference extends Field<string> {
  readonly kind: ReferenceKind;
  /** Upper-case letter, or null in an unlettered list. */
  readonly label: Field<string> | null;
  /** Canonical id of the cited cable, null for all kinds but `cable`. */
  readonly mrn: string | null;
  /** The station as printed in this item, for `cable`. Null where it is inherited. */
  readonly post: Field<string> | null;
  readonly yearSource: YearSource | null;
  /** `NOTAL`: not to, nor needed by, all addressees. */
  readonly notal: boolean;
  /** Whether it stands behind another reference's item on one line, with a letter of its own. */
  readonly glued: boolean;
}

export interface ReferenceField extends Span {
  readonly keyword: Span;
  readonly items: readonly Reference[];
}

/** A cable named in the running text. `value` is the text that names it. */
export interface Mention extends Field<string> {
  /** `letter`: `ref B`; `reftel`: without a letter; `septel`: a separate telegram, deliberately not listed; `id`: by number. */
  readonly form: 'letter' | 'reftel' | 'septel' | 'id';
  /** The letter cited, for `letter`. */
  readonly label: string | null;
  /** The cable it names, where the text and the reference list say so. */
  readonly mrn: string | null;
  readonly yearSource: YearSource | null;
}

/** `Classified By: Ambassador Gary A. Grappo for Reasons 1.4 (b, d)` */
export interface ClassificationAuthority extends Span {
  readonly keyword: Span;
  /** Name and title, joined to one line. */
  readonly by: Field<string> | null;
  /** `1.4(b)` … */
  readonly reasons: readonly string[];
  /** The section number as printed, `1.4` or `1.5`. */
  readonly reasonSection: Field<string> | null;
}

/** `MUSCAT 00000073 002 OF 002`, or in dialects B and D `PAGE 01 MUSCAT 00073 …`. */
export interface PageLine extends Span {
  readonly form: 'page-line' | 'page-head';
  readonly post: Field<string>;
  readonly serial: Field<string>;
  readonly page: Field<number> | null;
  readonly of: Field<number> | null;
}

/** How far to trust a paragraph's number. */
export type NumberTrust =
  /** It stands there as it is, at most with a pilcrow before it. */
  | 'printed'
  /** A copy artefact was taken off: `[1](#)3.`, `13.` where 3 is due. */
  | 'repaired'
  /** The number was lost and follows from the neighbours. */
  | 'guessed';

export interface Paragraph extends Span {
  /** What it means; null where no number can be told. */
  readonly number: number | null;
  /** What stands there, artefacts included: `[1](#)3.`, `¶116.`, `- `. */
  readonly printed: Field<string>;
  readonly trust: NumberTrust;
  /** The portion mark: `value` without its parentheses and in upper case, `S/NF`; the span includes them. */
  readonly marking: Field<string> | null;
  /** Whether the portion mark says that it holds for the entire text. */
  readonly isMarkedForEntireText: boolean;
  /** Where the words begin, behind number and marking. */
  readonly textStart: number;
  /** The runs of text lines; each run but the first continues it after a blank line, a page line or a stray caption. */
  readonly segments: readonly Span[];
}

/** A heading between paragraphs. `value` is its text on one line, rules and heading marks left out. */
export interface Heading extends Field<string> {
  /** The span of its text; the field's own span includes rules above and below. */
  readonly title: Span;
}

/** A summary or comment. */
export interface Passage extends Span {
  readonly kind: 'summary' | 'comment';
  /** `words`: `Summary: … End Summary.` in the text; `heading`: a heading announces it. */
  readonly form: 'words' | 'heading';
  /** Indices into `Cable.paragraphs`. */
  readonly paragraphs: readonly number[];
}

/** What a copy added to the text. */
export type ArtefactKind =
  /** `1`, `[1](#)`, `**1**` or `¶1` before a paragraph number or reference letter. */
  | 'mark'
  /** A list dash before a paragraph. */
  | 'dash'
  /** `[PREL](#)` */
  | 'link'
  /** `#### Heading` */
  | 'heading'
  /** `\` at the end of a line. */
  | 'line-break';

export interface Artefact extends Span {
  readonly kind: ArtefactKind;
}

/** The Department's offices to which a telegram went, with the number of their copies: `EUR-12`. Never addressees. */
export interface Distribution {
  /** Those on the ACTION line, or on ORIGIN where the Department sent the telegram. */
  readonly action: readonly Field<string>[];
  readonly info: readonly Field<string>[];
}

/** A line of the archive's Message Attributes, `Draft Date: 18 OCT 1975`. */
export interface Attribute extends Span {
  readonly name: string;
  readonly value: Field<string>;
}

/** What a release on request has printed on the paper. */
export interface Release {
  /** The document's number, `C05517243`. */
  readonly document: string | null;
  /** The number of the request, `F-2014-01302`. */
  readonly case: string | null;
  /** The decision, `RELEASED IN FULL`, or where there is none the words of the first stamp. */
  readonly stamp: string | null;
}

/** Which telegram of its text one is, and where it stands. */
export interface TelegramPlace extends Span {
  /** From 1 on. */
  readonly n: number;
  /** How many telegrams the text holds, 1 in nearly all. */
  readonly of: number;
}

/** What tells the year of a telegram that does not print it. */
export type YearGuess =
  | { readonly by: 'file-name' }
  | {
      readonly by: 'declassification';
      /** From the telegram to its declassification, in years. */
      readonly term: number;
      /** What in the text speaks for it: the year, or a day near that of the declassification. */
      readonly witness: Field<string>;
    };

/** One telegram, as read from one text. A pure value; spans refer to `text`, which may hold more. */
export interface Cable {
  readonly text: string;
  readonly telegram: TelegramPlace;
  readonly lines: LineTable;
  readonly dialect: Dialect;
  /** Whether the copy says that it is a partial extract of the original. */
  readonly partial: boolean;
  /** Canonical id, `07MUSCAT73`, from the class line, else from header lines; null where the text does not tell. */
  readonly mrn: string | null;
  /** How the id's year was guessed, where the text prints it nowhere; null where it does, and where there is no id. */
  readonly yearGuess: YearGuess | null;
  readonly transmission: Transmission;
  readonly classLine: ClassLine | null;
  readonly captions: readonly Caption[];
  /** Passing and attention lines: `DEPT FOR NEA/ARP`. */
  readonly passing: readonly Field<string>[];
  readonly executiveOrder: ExecutiveOrder | null;
  readonly tags: TagsLine | null;
  readonly subject: Subject | null;
  readonly references: ReferenceField | null;
  readonly authority: ClassificationAuthority | null;
  readonly pageLines: readonly PageLine[];
  /** The text between preamble and signature; empty where there is none. */
  readonly body: Span;
  readonly paragraphs: readonly Paragraph[];
  readonly headings: readonly Heading[];
  readonly passages: readonly Passage[];
  readonly mentions: readonly Mention[];
  readonly signature: Field<string> | null;
  readonly artefacts: readonly Artefact[];
  /** What the banners of the pages say; null where there are none. */
  readonly banner: Classification | null;
  /** Null where the copy has no ACTION, ORIGIN or INFO line. */
  readonly distribution: Distribution | null;
  readonly draftedBy: Field<string> | null;
  readonly approvedBy: Field<string> | null;
  readonly clearedBy: readonly Field<string>[];
  /** The archive's description of a telegram of 1973-79; empty where there is none. */
  readonly attributes: readonly Attribute[];
  /** Null for other copies than released paper. */
  readonly release: Release | null;
  /** Characters of released paper that a scanner misread; each value is what was read in place of its span. */
  readonly repairs: readonly Field<string>[];
}
