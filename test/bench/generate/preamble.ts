import type { Classification } from '../../../server/src/cable/model';
import { executiveOrders } from '../../../server/src/reference/executiveOrders';
import { tags } from '../../../server/src/reference/tags';
import type { PlannedCitation } from './plan';
import { below, chance, pick, pickSome, type Random } from './random';
import { otherDocuments, subjectOf, surnames } from './words';

/** What the lines between class line and text depend on. */
export interface PreamblePlan {
  readonly date: Date;
  readonly classification: Classification;
  readonly post: string;
  readonly serial: number;
  readonly listed: readonly PlannedCitation[];
}

const DAY = 86_400_000;
/** The longest line of a subject. */
const LINE_LENGTH = 60;

const geographic = tags.filter(({ kind, use }) => kind === 'geo' && use === '').map(({ code }) => code);
const topics = tags.filter(
  ({ kind, status, use }) => kind === 'subject' && status === 'documented' && use === '',
);
const codes = topics.map(({ code }) => code);

/** The lines from E.O. to Classified By. */
export function preambleOf(plan: PreamblePlan, random: Random): string[] {
  return [
    ...orderLine(plan),
    tagsLine(random),
    ...subjectLines(random),
    ...referenceLines(plan, random),
    '',
    ...authorityLines(plan, random),
  ];
}

function orderLine({ date, classification }: PreamblePlan): string[] {
  const day = date.toISOString().slice(0, 10);
  const order = executiveOrders.find(({ from, until }) => from <= day && (until === null || day <= until));
  if (!order || order.number === '10501') return [];
  return [`E.O. ${order.number}: ${declassification(order.number, date, classification)}`];
}

function declassification(order: string, date: Date, classification: Classification): string {
  if (classification === 'UNCLASSIFIED') return 'N/A';
  if (order === '11652') return 'GDS';
  if (order === '12356') return 'DECL: OADR';
  const ten = new Date(date.getTime() + 3652 * DAY);
  const [year, month, day] = ten.toISOString().slice(0, 10).split('-');
  return order === '12065' ? `GDS ${month}/${day}/${year?.slice(2)}` : `DECL: ${month}/${day}/${year}`;
}

function tagsLine(random: Random): string {
  const separator = chance(random, 0.35) ? ', ' : ' ';
  const chosen = [...pickSome(random, codes, 1 + below(random, 4)), pick(random, geographic)];
  return `TAGS: ${chosen.join(separator)}`;
}

/** One to three lines. */
function subjectLines(random: Random): string[] {
  const lines: string[] = [];
  let line = 'SUBJECT:';
  for (const word of subjectOf(random).split(' ')) {
    if (line.length + word.length >= LINE_LENGTH) {
      lines.push(line);
      line = word;
    } else {
      line += ` ${word}`;
    }
  }
  return [...lines, line];
}

/** The REF field in one of its usual forms; empty where nothing is listed. */
function referenceLines(plan: PreamblePlan, random: Random): string[] {
  const items = plan.listed.map(citation => written(citation, plan, random));
  if (items.length === 0) return [];
  const [only] = items;
  if (items.length === 1) return ['', `${pick(random, ['REF', 'REF', 'REFTEL', 'REFERENCE'])}: ${only}`];
  if (chance(random, 0.15)) items.push(pick(random, otherDocuments));
  const letter = (i: number) => String.fromCharCode(65 + i);
  switch (below(random, 4)) {
    case 0:
      return ['', `REF: ${items.map((item, i) => `(${letter(i)}) ${item}`).join(' ')}`];
    case 1:
      return ['', ...items.map((item, i) => `${i === 0 ? 'REF: A' : `¶${letter(i)}`}. ${item}`)];
    default:
      return ['', ...items.map((item, i) => `${i === 0 ? 'REF: ' : '     '}${letter(i)}. ${item}`)];
  }
}

/** A citation as drafters write it: with the year before or behind it, or none where a reader infers the right one. */
function written({ post, year, serial }: PlannedCitation, plan: PreamblePlan, random: Random): string {
  const number = chance(random, 0.2) ? String(serial).padStart(5, '0') : String(serial);
  const own = post.name === plan.post;
  const citing = plan.date.getUTCFullYear();
  const inferred = own && serial > plan.serial + 5 ? citing - 1 : citing;
  if (year === inferred && !(own && serial >= plan.serial) && chance(random, 0.7))
    return `${post.name} ${number}`;
  if (year === inferred && year < citing && chance(random, 0.3)) return `${post.name} ${number}`;
  const short = String(year).slice(2);
  switch (below(random, 6)) {
    case 0:
      return `${post.name} ${number} (${short})`;
    case 1:
      return `${year} ${post.name} ${number}`;
    case 2:
      return `${short}${post.key}${serial}`;
    default:
      return `${short} ${post.name} ${number}`;
  }
}

function authorityLines({ classification, date }: PreamblePlan, random: Random): string[] {
  if (classification === 'UNCLASSIFIED' || date.getUTCFullYear() < 1996) return [];
  const title = pick(random, [
    'Ambassador',
    'DCM',
    "Charge d'Affaires",
    'Political Counselor',
    'Consul General',
  ]);
  const section = date < new Date(Date.UTC(2003, 2, 25)) ? '1.5' : '1.4';
  const letters = pick(random, ['(b) and (d)', '(b, d)', '(b)', '(B) and (D)']);
  const name = `${pick(random, ['Ada', 'Ivo', 'Mara', 'Otis', 'Ruth', 'Saul'])} ${pick(random, surnames)}`;
  return [`Classified By: ${title} ${name} for reasons ${section} ${letters}.`, ''];
}
