import * as l10n from '@vscode/l10n';

/** What a caption does: limits distribution, forbids release, opens a special channel, or only describes the message. */
export type CaptionKind = 'distribution' | 'release' | 'channel' | 'description';

/** A caption word or phrase, upper case, one blank between words. */
export interface CaptionPhrase {
  readonly phrase: string;
  readonly kind: CaptionKind;
}

const of = (kind: CaptionKind, ...phrases: readonly string[]): readonly CaptionPhrase[] =>
  phrases.map(phrase => ({ phrase, kind }));

/** The captions met on State telegrams (5 FAH-2 H-251, H-252; dissemination controls; subject-matter channels). */
export const captionPhrases: readonly CaptionPhrase[] = [
  ...of(
    'distribution',
    'SIPDIS',
    'NODIS',
    'EXDIS',
    'STADIS',
    'LIMDIS',
    'CHEROKEE',
    'EYES ONLY',
    'NOT FOR INTERNET DISTRIBUTION',
  ),
  ...of('release', 'NOFORN', 'NOCONTRACTOR', 'NOCONTRACT', 'ORCON', 'PROPIN', 'FOUO', 'SENSITIVE', 'EFTO'),
  ...of(
    'channel',
    'ROGER CHANNEL',
    'DISSENT CHANNEL',
    'MED CHANNEL',
    'DS CHANNEL',
    'TERREP',
    'AIDAC',
    'DSX',
    'FODAG',
    'VISAS',
  ),
  ...of('description', 'OFFICIAL INFORMAL', 'CORRECTED COPY', 'SPECAT'),
];

const phrases: readonly (readonly string[])[] = captionPhrases
  .map(({ phrase }) => phrase.split(' '))
  .sort((a, b) => b.length - a.length);
/** The phrases by their first word, the longest first. */
const byFirstWord = new Map(
  phrases.map(([word = '']) => [word, phrases.filter(([first]) => first === word)] as const),
);

const NONE: readonly (readonly string[])[] = [];

/** The words with which a caption begins, upper case. */
export const captionWords: readonly string[] = [...byFirstWord.keys(), 'REL'];

/**
 * The number of words of the longest caption that starts at `line[from]`, 0 if none does. Words are upper case.
 * `REL TO …` runs to the end of its line (`REL TO USA, GBR`).
 */
export function captionLengthAt(line: readonly string[], from: number): number {
  if (line[from] === 'REL' && line[from + 1] === 'TO' && from + 2 < line.length) return line.length - from;
  for (const phrase of byFirstWord.get(line[from] ?? '') ?? NONE)
    if (phrase.length === 1 || phrase.every((word, i) => word === line[from + i])) return phrase.length;
  return 0;
}

/** What captions mean (cable-format 9.3). A caption that only names a channel or a subject says itself what it is. */
const readings: ReadonlyMap<string, () => string> = new Map([
  ['SIPDIS', () => l10n.t('may be put on SIPRNet, where other agencies read it')],
  [
    'NODIS',
    () => l10n.t('no distribution beyond the addressee without approval of the Executive Secretariat'),
  ],
  ['EXDIS', () => l10n.t('exclusive distribution')],
  ['STADIS', () => l10n.t('distribution within the Department of State only')],
  ['LIMDIS', () => l10n.t('limited distribution')],
  ['CHEROKEE', () => l10n.t('a channel within NODIS')],
  ['NOFORN', () => l10n.t('not releasable to foreign nationals')],
  ['SENSITIVE', () => l10n.t('sensitive but unclassified')],
  ['EFTO', () => l10n.t('encrypt for transmission only')],
  ['NOCONTRACTOR', () => l10n.t('a control of dissemination')],
  ['ORCON', () => l10n.t('a control of dissemination')],
  ['ROGER CHANNEL', () => l10n.t('intelligence matters, between posts and INR')],
  ['DISSENT CHANNEL', () => l10n.t('a message of dissent')],
  ['OFFICIAL INFORMAL', () => l10n.t('working-level correspondence')],
  ['CORRECTED COPY', () => l10n.t('a corrected transmission')],
  ['TERREP', () => l10n.t('a channel by subject')],
  ['AIDAC', () => l10n.t('a channel by subject')],
  ['DSX', () => l10n.t('a channel by subject')],
  ['MED CHANNEL', () => l10n.t('a channel by subject')],
]);

/** What a caption means, in words that go on after its name; null if the reference does not tell. */
export function captionReading(phrase: string): string | null {
  if (phrase.startsWith('REL TO ')) return l10n.t('may be released to these countries');
  return readings.get(phrase)?.() ?? null;
}
