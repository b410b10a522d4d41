/** What the first words of a plain language address say of the sender, in the words of a note (5 FAH-2 H-321 lists the offices). */
const OFFICES: readonly (readonly [prefix: string, office: string])[] = [
  ['AMEMBASSY', 'Embassy'],
  ['AMCONSUL', 'Consulate'],
  ['USMISSION', 'Mission'],
  ['USINT', 'Interests Section'],
  ['USLO', 'Liaison Office'],
  ['USDEL', 'Delegation'],
  ['USOFFICE', 'Office'],
];

const DEPARTMENT = /^(?:SECSTATE(?: WASH(?:INGTON)? ?DC)?|DEPT OF STATE|DEPARTMENT OF STATE)$/;

/** Words that stay in capitals: missions to organisations, and offices known by their initials. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'AIT EU NATO OAS OECD OSCE REO RPO UN UNESCO UNROME UNVIE US USEU USNATO USOAS USOECD USOSCE USUN'.split(
    ' ',
  ),
);

/** A sender in the words of a note. */
export interface Originator {
  /** `Embassy`; null for one without such a word. */
  readonly office: string | null;
  /** `Muscat`, `Department of State`. */
  readonly name: string;
}

/** What a plain language address names: `AMEMBASSY MUSCAT` → Embassy, Muscat. One that is not known keeps its own words. */
export function originatorOf(plad: string): Originator {
  const address = plad.trim().replace(/\s+/g, ' ').toUpperCase();
  if (DEPARTMENT.test(address)) return { office: null, name: 'Department of State' };
  for (const [prefix, office] of OFFICES)
    if (address.startsWith(`${prefix} `))
      return { office, name: placeName(address.slice(prefix.length + 1)) };
  return { office: null, name: address };
}

/** A place in capitals and small letters: `TEL AVIV` → `Tel Aviv`, `USUN NEW YORK` → `USUN New York`. */
export function placeName(capitals: string): string {
  return capitals
    .split(' ')
    .map(word => (ABBREVIATIONS.has(word) ? word : word.charAt(0) + word.slice(1).toLowerCase()))
    .join(' ');
}
