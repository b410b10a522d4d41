import type { Classification, Timeline } from '../../../server/src/lsp/messages';
import { showDay } from '../../../server/src/text/dates';
import { xmlText } from '../../../server/src/text/xml';
import { type Layout, type Point, SIZES } from './layout';

/** The classes of the parts of a picture that a view keeps in sight: names at its left edge, dates at its upper one. */
export const PINNED = { left: 'pinned-left', top: 'pinned-top' } as const;

type Cable = Timeline['cables'][number];

/** The words of the picture, in the user's language. */
export interface TimelineWords {
  readonly title: string;
  readonly absent: string;
  readonly open: string;
  readonly noClassification: string;
  /** What the outline of an absent cable looks like. */
  readonly broken: string;
}

const LETTERS: Readonly<Record<string, string>> = {
  UNCLASSIFIED: 'U',
  'LIMITED OFFICIAL USE': 'L',
  CONFIDENTIAL: 'C',
  SECRET: 'S',
  'TOP SECRET': 'T',
};

const R = SIZES.cable.shape / 2;

/** Shape and letter show the classification, so that it does not depend on colour. */
const SHAPES: Readonly<Record<string, string>> = {
  UNCLASSIFIED: `<circle r="${R}"/>`,
  'LIMITED OFFICIAL USE': `<rect x="${-R}" y="${-R}" width="${2 * R}" height="${2 * R}" rx="6"/>`,
  CONFIDENTIAL: `<rect x="${-R + 1}" y="${-R + 1}" width="${2 * R - 2}" height="${2 * R - 2}"/>`,
  SECRET: `<path d="M0 ${-R - 2}L${R + 2} 0L0 ${R + 2}L${-R - 2} 0Z"/>`,
  'TOP SECRET': `<path d="M0 ${-R - 3}L${R + 3} ${R}H${-R - 3}Z"/>`,
};

/** What shapes and letters mean, as a line of text. */
export function legendOf({ cables }: Timeline, words: TimelineWords): string {
  const used = new Set(cables.map(({ classification }) => classification ?? ''));
  const levels = Object.entries(LETTERS).filter(([level]) => used.has(level as Classification));
  const parts = levels.map(
    ([level, letter]) => `${letter} ${level.charAt(0)}${level.slice(1).toLowerCase()}`,
  );
  if (used.has('')) parts.push(`? ${words.noClassification}`);
  if (cables.some(({ place }) => !place)) parts.push(`${words.broken}: ${words.absent}`);
  return parts.join(' · ');
}

/** What a screen reader says of a cable, and its tooltip. */
function describeCable(cable: Cable, words: TimelineWords): string {
  const { mrn, subject, classification, instant, year, side, place } = cable;
  const date = instant === null ? String(year) : showDay(instant);
  const state = side === 'open' ? words.open : place ? '' : words.absent;
  return [mrn, date, place ? (classification ?? words.noClassification) : '', state, subject ?? '']
    .filter(part => part !== '')
    .join(', ');
}

/** The picture of a timeline as SVG; the classes are those of `timelineStyle`. Cables that are here are links. */
export function drawTimeline(timeline: Timeline, layout: Layout, words: TimelineWords): string {
  const { width, height, rows, ticks, points } = layout;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="timeline" role="group" aria-label="${xmlText(words.title)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    '<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="arrowhead" d="M0 0L8 4L0 8Z"/></marker></defs>',
    '<g aria-hidden="true">',
    ...rows.map(({ y, height: tall }, i) => drawRow(i, y, tall, width)),
    ...ticks.map(
      ({ x }) =>
        `<line class="tick" x1="${x}" y1="${SIZES.top - 8}" x2="${x}" y2="${height - SIZES.bottom}"/>`,
    ),
    ...timeline.citations.map(([citing, cited]) => arrow(points[citing], points[cited])),
    '</g>',
    ...timeline.cables.map((cable, index) => drawCable(cable, points[index], index, words)),
    // Both lie over the rest, and a view that is scrolled keeps them at its edges.
    `<g class="${PINNED.left}" aria-hidden="true">`,
    ...rows.map(
      ({ post, y, height: tall }, i) =>
        `<rect class="band" x="0" y="${y}" width="${SIZES.names}" height="${tall}"/>${drawRow(i, y, tall, SIZES.names)}<text class="post" x="10" y="${y + 24}">${xmlText(post)}</text>`,
    ),
    '</g>',
    `<g class="${PINNED.top}" aria-hidden="true"><rect class="band" x="0" y="0" width="${width}" height="${SIZES.top}"/>`,
    ...ticks.map(
      ({ x, label }) => `<text class="date" x="${x}" y="${SIZES.top - 14}">${xmlText(label)}</text>`,
    ),
    '</g>',
    '</svg>',
  ];
  return parts.join('\n');
}

function drawRow(index: number, y: number, height: number, width: number): string {
  return `<rect class="row ${index % 2 === 0 ? 'even' : 'odd'}" x="0" y="${y}" width="${width}" height="${height}"/>`;
}

/** From the citing cable to the cited one, which is further left as a rule; bent, so that arrows in one row can be told apart. */
function arrow(from: Point | undefined, to: Point | undefined): string {
  if (!from || !to) return '';
  const gap = R + 5;
  const length = Math.max(1, Math.hypot(to.x - from.x, to.y - from.y));
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const start = { x: from.x + dx * gap, y: from.y + dy * gap };
  const end = { x: to.x - dx * gap, y: to.y - dy * gap };
  const bend = Math.abs(to.y - from.y) < 2 ? -Math.min(26, length / 5) : 0;
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 + bend };
  const point = ({ x, y }: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  return `<path class="citation" d="M${point(start)}Q${point(middle)} ${point(end)}" marker-end="url(#arrow)"/>`;
}

function drawCable(cable: Cable, point: Point | undefined, index: number, words: TimelineWords): string {
  if (!point) return '';
  const { mrn, classification, side, place } = cable;
  const label = xmlText(describeCable(cable, words));
  const shape = SHAPES[classification ?? ''] ?? `<circle r="${R}"/>`;
  const letter = LETTERS[classification ?? ''] ?? '?';
  const classes = ['cable', side, place ? 'here' : 'absent'].join(' ');
  const role = place ? 'link' : 'img';
  // A link is named by what is in it, its title; a picture is not.
  const name = place ? '' : ` aria-labelledby="cable-${index}"`;
  return (
    `<g class="${classes}" role="${role}" tabindex="${index === 0 ? 0 : -1}"${name} data-index="${index}" transform="translate(${point.x} ${point.y})">` +
    `<title id="cable-${index}">${label}</title>${shape}<text class="letter" aria-hidden="true" y="4">${letter}</text><text class="id" aria-hidden="true" y="${R + 14}">${xmlText(mrn)}</text></g>`
  );
}
