import type { Classification } from '../../../server/src/cable/model';
import { type PrecedenceRow, precedenceWord } from '../../../server/src/reference/precedence';
import type { Post } from './plan';
import { below, chance, pick, pickSome, type Random, weighted } from './random';

/** What the lines of the transmission depend on. */
export interface TransmissionPlan {
  readonly post: Post;
  readonly date: Date;
  readonly serial: number;
  readonly classification: Classification;
  /** How many sections the telegram has. */
  readonly sections: number;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const MINUTE = 60_000;
const WARNINGS: Readonly<Partial<Record<Classification, string>>> = {
  CONFIDENTIAL: 'ZNY CCCCC ZZH',
  SECRET: 'ZNY SSSSS ZZH',
};

const two = (value: number) => String(value).padStart(2, '0');
const four = (value: number) => String(value).padStart(4, '0');

/** Format lines 1 to 8. */
export function transmissionOf(plan: TransmissionPlan, posts: readonly Post[], random: Random): string[] {
  const { post, date, serial, classification, sections } = plan;
  const prosign = (['R', 'P', 'O'] as const)[weighted(random, [6, 3, 1])] ?? 'R';
  const addressees = pickSome(random, posts, 1 + below(random, 6)).filter(each => each !== post);
  const channel = sections > 1 ? 'XRO' : 'XYZ';
  const routes = sections > 1 && addressees.length > 0 ? addressees.map(({ ri }) => ri).join(' ') : 'RUEHWEB';
  const filed = new Date(date.getTime() + (chance(random, 0.1) ? below(random, 50) * MINUTE : 0));
  return [
    `VZCZC${channel}${four(below(random, 10_000))}`,
    `${prosign}${prosign} ${routes}`,
    ...(sections > 1 ? [] : ['']),
    `DE ${post.ri} #${four(serial % 10_000)}/01 ${fileTime(filed)}`,
    WARNINGS[classification] ?? 'ZNR UUUUU ZZH',
    `${prosign} ${dateTimeGroup(date)}`,
    `FM ${post.plad}`,
    ...addressLines(plan.post, addressees, prosign, random),
  ];
}

function addressLines(
  post: Post,
  addressees: readonly Post[],
  prosign: PrecedenceRow['prosign'],
  random: Random,
): string[] {
  const word = prosign === 'R' ? '' : ` ${precedenceWord(prosign)}`;
  const line = ({ ri, plad }: Post) =>
    `${ri}/${plad}${pick(random, ['', word])} ${four(below(random, 10_000))}`;
  if (post.key === 'STATE')
    return addressees.map((addressee, i) => `${i === 0 ? 'TO ' : ''}${line(addressee)}`);
  const others = addressees.filter(({ key }) => key !== 'STATE');
  return [
    `TO RUEHC/SECSTATE WASHDC${word} ${four(below(random, 10_000))}`,
    ...others.map((addressee, i) => `${i === 0 ? 'INFO ' : ''}${line(addressee)}`),
  ];
}

/** `241550Z JAN 07` */
function dateTimeGroup(date: Date): string {
  const time = `${two(date.getUTCDate())}${two(date.getUTCHours())}${two(date.getUTCMinutes())}Z`;
  return `${time} ${MONTHS[date.getUTCMonth()]} ${two(date.getUTCFullYear() % 100)}`;
}

/** `0241550`: day of the year, hour, minute. */
function fileTime(date: Date): string {
  const day = Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / (1440 * MINUTE)) + 1;
  return `${String(day).padStart(3, '0')}${two(date.getUTCHours())}${two(date.getUTCMinutes())}`;
}
