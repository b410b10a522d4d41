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
import { precedences, precedenceWord } from '../../reference/precedence';
import { signalReading } from '../../reference/signals';
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
  if (isHere(routing)) return routingMeaning(routing, offset);
  if (isHere(de)) return deMeaning(cable, de, offset);
  if (isHere(security)) return securityMeaning(cable.text, security, offset);
  if (isHere(dtg)) return dtgMeaning(cable, dtg, offset);
  if (isHere(from)) return addressMeaning(from);
  const addressee = to.find(isHere) ?? info.find(isHere);
  if (addressee) return addresseeMeaning(addressee, offset);
  const excluded = xmt.find(isHere);
  return excluded ? addressMeaning(excluded) : null;
}

function isAt(offset: number): <T extends Span>(span: T | null) => span is T {
  return <T extends Span>(span: T | null): span is T => span !== null && touches(span, offset);
}

function channelMeaning(ti: TransmissionIdentification): Meaning {
  const note = 'It numbers one hop on one circuit, not the cable.';
  return meaning(
    ti,
    `VZCZC ${ti.channel} ${ti.number}`,
    `number ${ti.number} on channel ${ti.channel}`,
    note,
  );
}

function routingMeaning({ digraph, indicators }: RoutingLine, offset: number): Meaning | null {
  const isHere = isAt(offset);
  const indicator = indicators.find(isHere);
  if (indicator) return indicatorMeaning(indicator);
  const row = precedences.find(({ prosign }) => digraph.value.startsWith(prosign));
  return isHere(digraph) && row
    ? meaning(digraph, digraph.value, `${row.word}, the highest precedence`)
    : null;
}

function deMeaning(cable: Cable, de: DeLine, offset: number): Meaning | null {
  const isHere = isAt(offset);
  const { ri, ssn, section, fileTime } = de;
  if (isHere(ri)) return indicatorMeaning(ri);
  if (isHere(ssn)) {
    const note = 'The last four digits of the number of the cable.';
    return meaning(ssn, `#${ssn.value}`, 'station serial number', note);
  }
  if (isHere(section)) return meaning(section, textOf(cable.text, section), `section ${section.value}`);
  if (isHere(fileTime)) {
    const compared = compareFileTime(cable);
    const day = `day ${Number(fileTime.value.slice(0, 3))} of the year, ${fileTime.value.slice(3, 5)}:${fileTime.value.slice(5)} UTC`;
    const sure = compared !== null && compared.verdict !== 'mismatch';
    return meaning(
      fileTime,
      fileTime.value,
      `time of file: ${day}`,
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
  const level = letter === 'E' ? 'UNCLASSIFIED, encrypt for transmission only' : SECURITY_LETTERS.get(letter);
  const reading = signalReading(signal.value) ?? '';
  return meaning(whole, textOf(text, whole), level ? `${reading}: ${level}` : reading);
}

function dtgMeaning(cable: Cable, dtg: DateTimeGroup, offset: number): Meaning | null {
  const isHere = isAt(offset);
  const prosign = dtg.precedences.find(isHere);
  if (prosign) return prosignMeaning(dtg, prosign);
  const { time, instant, tail } = dtg;
  if (isHere(time) && instant !== null)
    return meaning(time, time.value, instantInWords(instant), localTimeInWords(cable, instant));
  return isHere(tail) ? signalMeaning(cable.text, tail, offset) : null;
}

/** With two prosigns the first is for the action addressees and the second for information. */
function prosignMeaning({ precedences }: DateTimeGroup, prosign: Field<'Z' | 'O' | 'P' | 'R'>): Meaning {
  const place = precedences.indexOf(prosign);
  const whom = precedences.length < 2 ? '' : place === 0 ? ' for action' : ' for information';
  return meaning(prosign, prosign.value, `precedence ${precedenceWord(prosign.value)}${whom}`);
}

function addresseeMeaning({ ri, name, precedence, number }: Addressee, offset: number): Meaning | null {
  const isHere = isAt(offset);
  if (isHere(ri)) return indicatorMeaning(ri);
  if (isHere(name)) return addressMeaning(name);
  if (isHere(precedence)) return meaning(precedence, precedence.value, 'precedence for this addressee');
  if (!isHere(number)) return null;
  const note = "The originator's running count of messages to this addressee, not the number of a cable.";
  return meaning(number, number.value, '', note);
}

/** The operating signal at `offset` within the line `line`. */
function signalMeaning(text: string, line: Span, offset: number): Meaning | null {
  const word = wordAt(text, line, offset);
  const reading = word && signalReading(textOf(text, word));
  return word && reading ? meaning(word, textOf(text, word), reading) : null;
}
