import type { Cable, HeaderPart } from '../../server/src/cable/model';
import { saysRetransmitted } from '../../server/src/checks/rules/fileTime';
import { DAY, dayOfYear, MINUTE } from '../../server/src/checks/rules/instants';
import { letterOf } from '../../server/src/checks/rules/securityGroup';
import { originatingPost, textPost } from '../../server/src/checks/rules/statedIdentity';
import { type Station, stations } from '../../server/src/reference/stations';
import { type Mutation, otherDigit, put, withoutLines } from './mutation';
import type { Random } from './random';

/** `dddhhmm` for an instant. */
function fileTimeOf(instant: number): string {
  const clock = new Date(instant).toISOString();
  return dayOfYear(instant) + clock.slice(11, 13) + clock.slice(14, 16);
}

/** The text with a file time so many milliseconds after the date-time group. */
function filed(text: string, { transmission: { de, dtg } }: Cable, delay: number): string | null {
  if (!de?.fileTime || !dtg?.time || dtg.instant === null) return null;
  return put(text, de.fileTime, fileTimeOf(dtg.instant + delay));
}

const two = (n: number) => String(n).padStart(2, '0');

export const deAndTime: readonly Mutation[] = [
  {
    code: 'de-malformed',
    name: 'the number sign gone',
    apply: (text, { transmission: { de } }) =>
      de?.ssn ? put(text, { start: de.ssn.start - 1, end: de.ssn.start }, '') : null,
  },
  {
    code: 'de-malformed',
    name: 'a digit of the file time gone',
    apply: (text, { transmission: { de } }, random) => {
      if (!de?.fileTime) return null;
      const at = de.fileTime.start + random.int(0, 6);
      return put(text, { start: at, end: at + 1 }, '');
    },
  },
  {
    code: 'de-malformed',
    name: 'a letter in the serial',
    apply: (text, { transmission: { de } }, random) => {
      if (!de?.ssn) return null;
      const at = de.ssn.start + random.int(0, 3);
      return put(text, { start: at, end: at + 1 }, random.pick(['O', 'I', 'S', 'B']) ?? 'O');
    },
  },
  {
    code: 'file-time-invalid',
    name: 'no such day or time',
    apply: (text, { transmission: { de } }, random) => {
      const printed = de?.fileTime?.value;
      if (!de?.fileTime || !printed) return null;
      const wrong = random.pick([
        `${random.int(367, 999)}${printed.slice(3)}`,
        `000${printed.slice(3)}`,
        `${printed.slice(0, 3)}${random.int(24, 99)}${printed.slice(5)}`,
        `${printed.slice(0, 5)}${random.int(60, 99)}`,
      ]);
      return put(text, de.fileTime, wrong ?? '');
    },
  },
  {
    code: 'file-time-mismatch',
    name: 'another day, the same clock',
    apply: (text, cable, random) => filed(text, cable, random.int(1, 29) * DAY),
  },
  {
    code: 'file-time-mismatch',
    name: 'hours before',
    apply: (text, cable, random) => filed(text, cable, -random.int(3, 20 * 60) * MINUTE),
  },
  {
    code: 'file-time-mismatch',
    name: 'months later',
    apply: (text, cable, random) => filed(text, cable, random.int(31, 300) * DAY + MINUTE),
  },
  {
    code: 'file-time-late',
    name: 'filed days later',
    apply: (text, cable, random) =>
      saysRetransmitted(cable)
        ? null
        : filed(text, cable, random.int(1, 28) * DAY + random.int(1, 23 * 60) * MINUTE),
  },
  {
    code: 'serial-mismatch',
    name: 'another serial in the DE line',
    apply: (text, { transmission: { de }, classLine }, random) =>
      de?.ssn && classLine?.serial ? put(text, de.ssn, otherDigit(de.ssn.value, random)) : null,
  },
  {
    code: 'serial-mismatch',
    name: 'another serial on the classification line',
    apply: (text, { transmission: { de }, classLine }, random) => {
      const serial = classLine?.serial;
      return de?.ssn && serial
        ? put(text, serial, otherDigit(serial.value, random, serial.value.length - random.int(1, 4)))
        : null;
    },
  },
  {
    code: 'section-mismatch',
    name: 'another section on the classification line',
    apply: (text, { transmission: { de }, classLine }, random) => {
      const section = classLine?.section;
      if (!de?.section || !section) return null;
      const others = Array.from({ length: section.of }, (_, i) => i + 1).filter(n => n !== section.n);
      const other = random.pick(others);
      const printed = text.slice(section.start, section.end);
      return other ? put(text, section, printed.replace(/\d+/, two(other))) : null;
    },
  },
  {
    code: 'section-mismatch',
    name: 'another section in the DE line',
    apply: (text, { transmission: { de }, classLine }, random) =>
      de?.section && classLine?.section
        ? put(text, de.section, two(classLine.section.n + random.int(1, 9)))
        : null,
  },
  {
    code: 'section-words-missing',
    name: 'SECTION gone from the classification line',
    apply: (text, { transmission: { de }, classLine }) =>
      de?.section && classLine?.section ? put(text, classLine.section, '') : null,
  },
  {
    code: 'dtg-malformed',
    name: 'Z or a digit gone',
    apply: (text, { transmission: { dtg } }, random) => {
      // A SMART printout has no line of its own for it.
      if (!dtg?.time || dtg.precedences.length === 0) return null;
      const at = dtg.time.start + random.int(0, Math.max(1, dtg.time.value.indexOf('Z')));
      return put(text, { start: at, end: at + 1 }, '');
    },
  },
  {
    code: 'dtg-invalid',
    name: 'no such day, hour, minute or month',
    apply: (text, { transmission: { dtg } }, random) => {
      if (!dtg?.time || dtg.instant === null) return null;
      const printed = dtg.time.value;
      const month = printed.search(/[A-Z]{3}/);
      const wrong = random.pick([
        random.int(32, 99) + printed.slice(2),
        `00${printed.slice(2)}`,
        printed.slice(0, 2) + random.int(24, 99) + printed.slice(4),
        printed.slice(0, 4) + random.int(60, 99) + printed.slice(6),
        printed.slice(0, month) + random.pick(['JNA', 'FEV', 'MRA', 'AGO', 'DIC']) + printed.slice(month + 3),
      ]);
      return put(text, dtg.time, wrong ?? '');
    },
  },
];

const PROSIGNS = ['R', 'P', 'O', 'Z'];
const WORDS = ['ROUTINE', 'PRIORITY', 'IMMEDIATE', 'FLASH'];

export const precedence: readonly Mutation[] = [
  {
    code: 'precedence-mismatch',
    name: 'another digraph',
    apply: (text, { transmission: { routing, dtg } }, random) => {
      const [first] = dtg?.precedences ?? [];
      if (!routing || !first) return null;
      const other = random.pick(PROSIGNS.filter(prosign => prosign !== first.value)) ?? '';
      return put(text, routing.digraph, other + other);
    },
  },
  {
    code: 'precedence-mismatch',
    name: 'another first prosign',
    apply: (text, { transmission: { routing, dtg } }, random) => {
      const [first, second] = dtg?.precedences ?? [];
      if (!routing || !first || second) return null;
      return put(text, first, random.pick(PROSIGNS.filter(prosign => prosign !== first.value)) ?? '');
    },
  },
  {
    code: 'precedence-order',
    name: 'a higher prosign behind a lower one',
    apply: (text, { transmission: { dtg } }, random) => {
      const [first, second] = dtg?.precedences ?? [];
      const higher = PROSIGNS.slice(PROSIGNS.indexOf(first?.value ?? 'Z') + 1);
      if (!first || higher.length === 0) return null;
      const other = random.pick(higher) ?? '';
      return second ? put(text, second, other) : put(text, { start: first.end, end: first.end }, ` ${other}`);
    },
  },
  {
    code: 'precedence-exceeded',
    name: 'an addressee above the message',
    apply: (text, { transmission: { dtg, to, info } }, random) => {
      const ranks = (dtg?.precedences ?? []).map(({ value }) => PROSIGNS.indexOf(value));
      const higher = WORDS.slice(Math.max(...ranks) + 1);
      const addressee = random.pick([...to, ...info]);
      if (ranks.length === 0 || higher.length === 0 || !addressee) return null;
      const word = random.pick(higher) ?? '';
      const { precedence: printed, name } = addressee;
      return printed ? put(text, printed, word) : put(text, { start: name.end, end: name.end }, ` ${word}`);
    },
  },
];

export const security: readonly Mutation[] = [
  {
    code: 'security-group-length',
    name: 'a letter gone or too many',
    apply: (text, { transmission: { security: line } }, random) => {
      const letter = line && letterOf(line);
      return line && letter ? put(text, line.group, letter.repeat(random.pick([3, 4, 6, 7]) ?? 4)) : null;
    },
  },
  {
    code: 'security-group-mixed',
    name: 'another letter among the five',
    apply: (text, { transmission: { security: line } }, random) => {
      const letter = line && letterOf(line);
      if (!line || !letter) return null;
      const at = line.group.start + random.int(0, 4);
      const other = random.pick(['U', 'C', 'S', 'T'].filter(candidate => candidate !== letter)) ?? '';
      return put(text, { start: at, end: at + 1 }, other);
    },
  },
  {
    code: 'security-signal',
    name: 'the other signal',
    apply: (text, { transmission: { security: line } }) =>
      line && letterOf(line) ? put(text, line.signal, line.signal.value === 'ZNR' ? 'ZNY' : 'ZNR') : null,
  },
  {
    code: 'security-mismatch',
    name: 'the warning of another classification',
    apply: (text, { transmission: { security: line }, classLine }, random) => {
      const letter = line && letterOf(line);
      const classification = classLine?.classification?.value;
      if (!line || !letter || !classification || classification === 'LIMITED OFFICIAL USE') return null;
      const other =
        random.pick(
          ['U', 'C', 'S', 'T'].filter(
            candidate => candidate !== letter && !(letter === 'E' && candidate === 'U'),
          ),
        ) ?? '';
      const group = put(text, line.group, other.repeat(5));
      return put(group, line.signal, other === 'U' ? 'ZNR' : 'ZNY');
    },
  },
  {
    code: 'security-mismatch',
    name: 'another classification on the classification line',
    apply: (text, { transmission: { security: line }, classLine }) => {
      const letter = line && letterOf(line);
      const other = letter === 'S' ? 'C' : letter === 'C' ? 'S' : null;
      const printed = other && SPACED[other];
      return printed && classLine?.classification ? put(text, classLine.classification, printed) : null;
    },
  },
];

const SPACED: Readonly<Record<string, string>> = { C: 'C O N F I D E N T I A L', S: 'S E C R E T' };

/** An embassy or consulate whose one row is certain, of another post than the cable's. */
function otherStation(cable: Cable, random: Random): Station | undefined {
  const own = [originatingPost(cable), textPost(cable)];
  const posts = stations.filter(
    ({ kind, confidence, ri, post, also }) =>
      (kind === 'embassy' || kind === 'consulate') &&
      confidence === 'high' &&
      ri !== '' &&
      post !== '' &&
      also.length === 0 &&
      !own.some(key => key !== null && (key.endsWith(post) || post.endsWith(key))),
  );
  return random.pick(posts.filter(row => stations.filter(({ ri }) => ri === row.ri).length === 1));
}

/** Parts that are one line each and may change places. */
const SWAPS: readonly (readonly [HeaderPart, HeaderPart])[] = [
  ['DE', 'SECURITY'],
  ['SECURITY', 'DTG'],
  ['DTG', 'FM'],
  ['DE', 'DTG'],
];

const REQUIRED: readonly HeaderPart[] = ['ROUTING', 'DE', 'SECURITY', 'DTG', 'FM', 'TO'];

export const lines: readonly Mutation[] = [
  {
    code: 'lines-doubled',
    name: 'the classification line, the TAGS line, TO or an addressee twice',
    apply: (text, { transmission, classLine, tags, lines, dialect }, random) => {
      if (dialect === 'smart') return null;
      const parts = [classLine, tags, ...transmission.to, ...transmission.info];
      const part = random.pick(parts.flatMap(one => (one ? [one] : [])));
      if (!part || lines.lineAt(part.start) !== lines.lineAt(part.end)) return null;
      const line = lines.span(lines.lineAt(part.start));
      return put(
        text,
        { start: line.end, end: line.end },
        lines.breakAt(0) + text.slice(line.start, line.end),
      );
    },
  },
  {
    code: 'station-mismatch',
    name: 'another station in the DE line',
    apply: (text, cable, random) => {
      const { de, from } = cable.transmission;
      const other = otherStation(cable, random);
      return de?.ri && from && originatingPost(cable) && other ? put(text, de.ri, other.ri) : null;
    },
  },
  {
    code: 'header-text-mismatch',
    name: 'the header of another station',
    apply: (text, cable, random) => {
      const { de, from } = cable.transmission;
      const other = otherStation(cable, random);
      if (!from || !originatingPost(cable) || !textPost(cable) || !other) return null;
      const changed = put(text, from, other.plad);
      return de?.ri ? put(changed, de.ri, other.ri) : changed;
    },
  },
  {
    code: 'header-text-mismatch',
    name: 'another station on the FM line',
    apply: (text, cable, random) => {
      const { from } = cable.transmission;
      const other = otherStation(cable, random);
      return from && originatingPost(cable) && textPost(cable) && other ? put(text, from, other.plad) : null;
    },
  },
  {
    code: 'header-text-mismatch',
    name: 'another post on the classification line',
    apply: (text, cable, random) => {
      const post = cable.classLine?.post;
      const other = otherStation(cable, random);
      if (!post || !other || !originatingPost(cable) || !textPost(cable)) return null;
      return put(text, post, other.post);
    },
  },
  {
    code: 'routing-malformed',
    name: 'a digit in an indicator of the routing line',
    apply: (text, { transmission: { routing } }, random) => {
      const indicator = random.pick(routing?.indicators ?? []);
      if (!indicator) return null;
      const at = random.int(indicator.start + 1, indicator.end - 1);
      return put(text, { start: at, end: at + 1 }, String(random.int(0, 9)));
    },
  },
  {
    code: 'routing-not-addressed',
    name: 'one more indicator on the routing line',
    apply: (text, { transmission: { routing, to, info } }) => {
      const last = routing?.indicators.at(-1);
      return last && to.length + info.length > 0
        ? put(text, { start: last.end, end: last.end }, ' RUXQZW')
        : null;
    },
  },
  {
    code: 'header-line-missing',
    name: 'one line gone',
    apply: (text, cable, random) => {
      const { order } = cable.transmission;
      const has = (part: HeaderPart) => order.some(line => line.part === part);
      if (!REQUIRED.every(has)) return null;
      const parts = REQUIRED.filter(
        part => (part !== 'ROUTING' || has('TI')) && (part !== 'TO' || has('INFO')),
      );
      const part = random.pick(parts);
      const line = order.find(candidate => candidate.part === part);
      return line ? withoutLines(text, cable, line) : null;
    },
  },
  {
    code: 'header-line-order',
    name: 'two lines have changed places',
    apply: (text, cable, random) => {
      const { order } = cable.transmission;
      const swaps = SWAPS.flatMap(([first, second]) => {
        const a = order.find(({ part }) => part === first);
        const b = order.find(({ part }) => part === second);
        return a && b && a.end < b.start ? [[a, b] as const] : [];
      });
      const [a, b] = random.pick(swaps) ?? [];
      if (!a || !b) return null;
      const later = put(text, b, text.slice(a.start, a.end));
      return put(later, a, text.slice(b.start, b.end));
    },
  },
];
