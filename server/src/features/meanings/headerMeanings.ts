import * as l10n from '@vscode/l10n';
import type {
  Addressee,
  Cable,
  DateTimeGroup,
  DeLine,
  RoutingLine,
  SecurityLine,
  TransmissionIdentification,
} from '../../cable/model';
import { compareFileTime } from '../../checks/rules/fileTime';
import { SECURITY_LETTERS } from '../../reference/markings';
import { precedenceRank, precedences, precedenceWord } from '../../reference/precedence';
import { isLoneSignal, signalReading } from '../../reference/signals';
import { type Field, type Span, textOf, touches } from '../../text/span';
import { wordAt } from '../words';
import { type Meaning, meaning } from './meaning';
import { addressMeaning, indicatorMeaning } from './stationMeanings';
import { instantInWords, localTimeInWords } from './timeMeanings';

/** What the thing at `offset` means, where it stands in the transmission header, FL1 to FL9 (5 FAH-2 H-321). */
export function headerMeaning(cable: Cable, offset: number): Meaning | null {
  const { ti, routing, de, security, dtg, from, to, info, xmt } = cable.transmission;
  const isHere = isAt(offset);
  if (isHere(ti)) return channelMeaning(ti);
  if (isHere(routing)) return routingMeaning(cable, routing, offset);
  if (isHere(de)) return deMeaning(cable, de, offset);
  if (isHere(security)) return securityMeaning(cable.text, security, offset);
  if (isHere(dtg)) return dtgMeaning(cable, dtg, offset);
  if (isHere(from)) return addressMeaning(from);
  const addressee = to.find(isHere) ?? info.find(isHere);
  if (addressee) return addresseeMeaning(addressee, offset) ?? signalMeaning(cable.text, addressee, offset);
  const excluded = xmt.find(isHere);
  if (excluded) return addressMeaning(excluded);
  return looseSignal(cable, offset);
}

function isAt(offset: number): <T extends Span>(span: T | null) => span is T {
  return <T extends Span>(span: T | null): span is T => span !== null && touches(span, offset);
}

function channelMeaning(ti: TransmissionIdentification): Meaning {
  const note = l10n.t('It numbers one hop on one circuit, not the cable.');
  return meaning(
    ti,
    `VZCZC ${ti.channel} ${ti.number}`,
    l10n.t('number {0} on channel {1}', ti.number, ti.channel),
    note,
  );
}

function routingMeaning(cable: Cable, { digraph, indicators }: RoutingLine, offset: number): Meaning | null {
  const isHere = isAt(offset);
  const indicator = indicators.find(isHere);
  if (indicator) return indicatorMeaning(indicator);
  const row = precedences.find(({ prosign }) => digraph.value.startsWith(prosign));
  return isHere(digraph) && row
    ? meaning(digraph, digraph.value, highest(row.word), exceeding(cable, row.word))
    : null;
}

function deMeaning(cable: Cable, de: DeLine, offset: number): Meaning | null {
  const isHere = isAt(offset);
  const { ri, ssn, section, fileTime } = de;
  if (isHere(ri)) return indicatorMeaning(ri);
  if (isHere(ssn)) {
    const note = l10n.t('The last four digits of the number of the cable.');
    return meaning(ssn, `#${ssn.value}`, l10n.t('station serial number'), note);
  }
  if (isHere(section))
    return meaning(section, textOf(cable.text, section), l10n.t('section {0}', section.value));
  if (isHere(fileTime)) {
    const compared = compareFileTime(cable);
    const day = Number(fileTime.value.slice(0, 3));
    const clock = `${fileTime.value.slice(3, 5)}:${fileTime.value.slice(5)}`;
    const sure = compared !== null && compared.verdict !== 'mismatch';
    return meaning(
      fileTime,
      fileTime.value,
      l10n.t('time of file: day {0} of the year, {1} UTC', day, clock),
      sure ? instantInWords(compared.filed) : '',
    );
  }
  return signalMeaning(cable.text, de, offset);
}

function securityMeaning(text: string, security: SecurityLine, offset: number): Meaning | null {
  const { signal, group } = security;
  const whole = { start: signal.start, end: group.end };
  if (!touches(whole, offset)) return signalMeaning(text, security, offset);
  const [letter = ''] = group.value;
  const level =
    letter === 'E' ? l10n.t('UNCLASSIFIED, encrypt for transmission only') : SECURITY_LETTERS.get(letter);
  const reading = signalReading(signal.value) ?? '';
  return meaning(whole, textOf(text, whole), level ? `${reading}: ${level}` : reading);
}

function dtgMeaning(cable: Cable, dtg: DateTimeGroup, offset: number): Meaning | null {
  const isHere = isAt(offset);
  const prosign = dtg.precedences.find(isHere);
  if (prosign) return prosignMeaning(cable, dtg, prosign);
  const { time, instant, tail } = dtg;
  if (isHere(time) && instant !== null)
    return meaning(time, time.value, instantInWords(instant), localTimeInWords(cable, instant));
  return isHere(tail) ? signalMeaning(cable.text, tail, offset) : null;
}

/** With two prosigns the first is for the action addressees and the second for information. */
function prosignMeaning(
  cable: Cable,
  { precedences }: DateTimeGroup,
  prosign: Field<'Z' | 'O' | 'P' | 'R'>,
): Meaning {
  const word = precedenceWord(prosign.value);
  if (precedences.length < 2) return meaning(prosign, prosign.value, highest(word), exceeding(cable, word));
  const reading =
    precedences.indexOf(prosign) === 0
      ? l10n.t('{0}: the highest of its action addressees; order {1}', word, ORDER)
      : l10n.t('{0}: the highest of its information addressees; order {1}', word, ORDER);
  return meaning(prosign, prosign.value, reading);
}

const ORDER = precedences.map(({ word }) => word).join(', ');

/** What the precedence of a whole telegram says. */
function highest(word: string): string {
  return l10n.t('{0}: the highest of its addressees; order {1}', word, ORDER);
}

/** Says so where an address line has a higher precedence, which only a faulty copy has. */
function exceeding({ transmission: { to, info } }: Cable, word: string): string {
  const above = [...to, ...info].find(
    ({ precedence }) => precedenceRank(precedence?.value ?? '') > precedenceRank(word),
  );
  return above?.precedence ? l10n.t('An address line of this copy has {0}.', above.precedence.value) : '';
}

function addresseeMeaning({ ri, name, precedence, number }: Addressee, offset: number): Meaning | null {
  const isHere = isAt(offset);
  if (isHere(ri)) return indicatorMeaning(ri);
  if (isHere(name)) return addressMeaning(name);
  if (isHere(precedence))
    return meaning(precedence, precedence.value, l10n.t('precedence for this addressee'));
  if (!isHere(number)) return null;
  const note = l10n.t(
    "The originator's running count of messages to this addressee, not the number of a cable.",
  );
  return meaning(number, number.value, '', note);
}

/** A signal in the header on a line that is none of its parts, or `BT` and the like on a line of its own anywhere. */
function looseSignal({ text, lines, classLine, telegram }: Cable, offset: number): Meaning | null {
  const line = lines.span(lines.lineAt(offset));
  const printed = line.end - line.start > LONGEST_LINE ? '' : text.slice(line.start, line.end).trim();
  const isInHeader = classLine !== null && offset < classLine.start && offset >= telegram.start;
  if (!isLoneSignal(printed) && !(isInHeader && /^Z[A-Z]{2}/.test(printed))) return null;
  return signalMeaning(text, line, offset);
}

/** No line with a signal of its own is longer. */
const LONGEST_LINE = 100;

/** The operating signal at `offset` within the line `line`. */
function signalMeaning(text: string, line: Span, offset: number): Meaning | null {
  const word = wordAt(text, line, offset);
  const reading = word && signalReading(textOf(text, word));
  return word && reading ? meaning(word, textOf(text, word), reading) : null;
}
