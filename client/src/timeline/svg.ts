import type { Classification, Timeline } from '../../../server/src/lsp/messages';
import { xmlText } from '../../../server/src/text/xml';
import { type Counted, counted, dayIn, fill, numberIn } from '../page/words';
import { type Bin, countOf, keyOf } from './bins';
import type { Edge } from './edges';
import {
  type Heading,
  type Layout,
  labelOfYears,
  type PlacedBin,
  type PlacedCable,
  type Point,
  SIZES,
} from './layout';

/** The class of the dates of a picture, which a view keeps in sight at its upper edge. */
export const PINNED = 'pinned-top';

type Cable = Timeline['cables'][number];

/** The words of the picture, in the user's language. */
export interface TimelineWords {
  readonly title: string;
  readonly absent: string;
  readonly open: string;
  /** Classifications as words, by how they are printed. */
  readonly levels: Readonly<Record<Classification, string>>;
  readonly noClassification: string;
  /** What the outline of an absent cable looks like, and means. */
  readonly absentOutline: string;
  readonly cables: Counted;
  /** `{0} cite it`, `{0} are cited`, `{0} are not in this folder`. */
  readonly citing: string;
  readonly cited: string;
  readonly absentOnes: string;
  /** `The first {0} of {1} are shown.` */
  readonly first: string;
}

const LETTERS: Readonly<Record<Classification, string>> = {
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
export function legendOf({ cables }: Layout, words: TimelineWords): string {
  const used = new Set(cables.map(({ cable }) => cable.classification ?? ''));
  const levels = (Object.keys(LETTERS) as Classification[]).filter(level => used.has(level));
  const parts = levels.map(level => `${LETTERS[level]} ${words.levels[level]}`);
  if (used.has('')) parts.push(`? ${words.noClassification}`);
  if (cables.some(({ cable }) => !cable.place)) parts.push(words.absentOutline);
  return parts.join(' · ');
}

/** What a screen reader says of a cable, and its tooltip. */
function describeCable(cable: Cable, words: TimelineWords, locale?: string): string {
  const { mrn, subject, classification, instant, year, side, place } = cable;
  const date = instant === null ? String(year) : dayIn(instant, locale);
  const state = side === 'open' ? words.open : place ? '' : words.absent;
  return [mrn, date, place ? (classification ?? words.noClassification) : '', state, subject ?? '']
    .filter(part => part !== '')
    .join(', ');
}

/** What a screen reader says of a post and years, and their tooltip. */
export function describeBin(bin: Bin, words: TimelineWords, locale?: string): string {
  const { citing, cited, absent, post } = bin;
  const some = (sentence: string, count: number) =>
    count > 0 ? [fill(sentence, numberIn(count, locale))] : [];
  return [
    post,
    labelOfYears(bin),
    counted(words.cables, countOf(bin), locale),
    ...some(words.citing, citing),
    ...some(words.cited, cited),
    ...some(words.absentOnes, absent),
  ].join(', ');
}

/** The heading of the cables of an unfolded post and years. */
export function headingOf({ bin, shown, total }: Heading, words: TimelineWords, locale?: string): string {
  const name = `${bin.post} ${labelOfYears(bin)}`;
  const first = fill(words.first, numberIn(shown, locale), numberIn(total, locale));
  return shown < total ? `${name}: ${first}` : `${name}: ${counted(words.cables, total, locale)}`;
}

/**
 * The picture of a timeline as SVG; the classes are those of `timelineStyle`. Every cable is a link, to itself or to the page of
 * a cable that is not here; what a group holds can be unfolded. One of them has the keyboard: what is `chosen`, by id or key.
 */
export function drawTimeline(
  layout: Layout,
  edges: readonly Edge[],
  words: TimelineWords,
  chosen: string | null,
  locale?: string,
): string {
  const { width, height, rows, ticks, cables, bins, headings } = layout;
  const keys = [...cables.map(({ cable }) => cable.mrn), ...bins.map(({ bin }) => keyOf(bin))];
  const reached = chosen !== null && keys.includes(chosen) ? chosen : keys[0];
  const most = Math.max(1, ...bins.map(({ bin }) => countOf(bin)));
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="timeline" role="group" aria-label="${xmlText(words.title)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    '<defs>',
    marker('arrow', 'arrowhead'),
    marker('arrow-chosen', 'arrowhead chosen'),
    '</defs>',
    '<g aria-hidden="true">',
    ...rows.map(({ y, height: tall }, i) => drawRow(i, y, tall, width)),
    ...ticks.map(
      ({ x }) =>
        `<line class="tick" x1="${x}" y1="${SIZES.top - 8}" x2="${x}" y2="${height - SIZES.bottom}"/>`,
    ),
    ...rows.map(row => drawName(row, layout.left, locale)),
    '</g>',
    ...bins.map(bin => drawBin(bin, most, words, reached, locale)),
    // Arrows lie over boxes, which they begin and end at, and below cables.
    drawEdges(edges),
    ...headings.map(
      heading =>
        `<text class="heading" aria-hidden="true" x="${heading.x}" y="${heading.y}">${xmlText(headingOf(heading, words, locale))}</text>`,
    ),
    ...cables.map((cable, index) => drawCable(cable, index, words, reached, locale)),
    // Dates lie over the rest, and a view that is scrolled keeps them at its edge.
    `<g class="${PINNED}" aria-hidden="true"><rect class="band" x="0" y="0" width="${width}" height="${SIZES.top - 4}"/>`,
    ...ticks.map(
      ({ x, label }) => `<text class="date" x="${x}" y="${SIZES.top - 14}">${xmlText(label)}</text>`,
    ),
    '</g>',
    '</svg>',
  ];
  return parts.join('\n');
}

/** The arrows as a group, which a view replaces when something else is chosen. */
export function drawEdges(edges: readonly Edge[]): string {
  const inOrder = [...edges].sort((a, b) => Number(a.isChosen) - Number(b.isChosen));
  return `<g class="edges" aria-hidden="true">${inOrder.map(arrow).join('\n')}</g>`;
}

function marker(id: string, classes: string): string {
  return `<marker id="${id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="${classes}" d="M0 0L8 4L0 8Z"/></marker>`;
}

function drawRow(index: number, y: number, height: number, width: number): string {
  return `<rect class="row ${index % 2 === 0 ? 'even' : 'odd'}" x="0" y="${y}" width="${width}" height="${height}"/>`;
}

/** The name of a post beside its row, or above it where there is no room, and how many cables it has. */
function drawName({ post, count, y }: Layout['rows'][number], left: number, locale?: string): string {
  const isBeside = left === SIZES.names;
  const number = count === null || count === 0 ? '' : numberIn(count, locale);
  const line = count === null ? 24 : 18;
  const name = isBeside ? rowName(post, 10, y + line, SIZES.names - 22) : rowName(post, 10, y + 17);
  if (number === '') return name;
  return isBeside
    ? `${name}<text class="count" x="10" y="${y + 33}">${number}</text>`
    : `${name}<text class="count" x="${20 + post.length * 9}" y="${y + 17}">${number}</text>`;
}

/** The name of a row; where it is wider than `room`, it is pressed together. */
export function rowName(name: string, x: number, y: number, room = Number.POSITIVE_INFINITY): string {
  return `<text class="post" x="${x}" y="${y}"${pressed(name, 8.5, room)}>${xmlText(name)}</text>`;
}

/** The attributes that press a text into `room`, if it is wider with an average capital of `each` pixels. */
function pressed(text: string, each: number, room: number): string {
  return text.length * each > room ? ` textLength="${room}" lengthAdjust="spacingAndGlyphs"` : '';
}

/** From what cites to what is cited, which is further left as a rule; bent, so that arrows in one row can be told apart. */
function arrow({ from, to, isChosen }: Edge): string {
  const length = Math.max(1, Math.hypot(to.x - from.x, to.y - from.y));
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const gaps = [gapOf(from, dx, dy), gapOf(to, -dx, -dy)] as const;
  // Of a short arrow something must be left.
  const fit = Math.min(1, Math.max(0.2, length - 18) / (gaps[0] + gaps[1]));
  const [leaving, arriving] = [gaps[0] * fit, gaps[1] * fit];
  const start = { x: from.x + dx * leaving, y: from.y + dy * leaving };
  const end = { x: to.x - dx * arriving, y: to.y - dy * arriving };
  const bend = Math.abs(to.y - from.y) < 2 ? -Math.min(26, length / 5) : 0;
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 + bend };
  const point = ({ x, y }: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const path = `M${point(start)}Q${point(middle)} ${point(end)}`;
  return isChosen
    ? `<path class="citation chosen" d="${path}" marker-end="url(#arrow-chosen)"/>`
    : `<path class="citation" d="${path}" marker-end="url(#arrow)"/>`;
}

/** How far from its middle an arrow leaves a cable or box in a direction, so that it does not cross the id below a cable. */
function gapOf(place: Edge['from'], dx: number, dy: number): number {
  const tall = 'bin' in place ? SIZES.bin.height / 2 : dy > 0.35 ? R + 20 : R + 5;
  const wide = 'bin' in place ? place.width / 2 : R + 5;
  const isSteep = Math.abs(dy) * wide > Math.abs(dx) * tall;
  return isSteep ? tall / Math.abs(dy) : Math.min(wide / Math.max(0.01, Math.abs(dx)), wide + 12);
}

function drawBin(
  { bin, x, y, width, unfolded }: PlacedBin,
  most: number,
  words: TimelineWords,
  reached: string | undefined,
  locale?: string,
): string {
  const key = keyOf(bin);
  const count = countOf(bin);
  const wide = Math.min(width - 4, 120);
  const tall = SIZES.bin.height - 4;
  const share = Math.max(2, (count / most) * (wide - 2));
  const classes = ['bin', bin.absent === count ? 'absent' : 'here', ...(unfolded ? ['unfolded'] : [])].join(
    ' ',
  );
  return (
    `<g class="${classes}" role="button" tabindex="${key === reached ? 0 : -1}" aria-expanded="${unfolded}" data-key="${xmlText(key)}" transform="translate(${x} ${y})">` +
    `<title>${xmlText(describeBin(bin, words, locale))}</title>` +
    `<rect class="box" x="${(-wide / 2).toFixed(1)}" y="${-tall / 2}" width="${wide.toFixed(1)}" height="${tall}" rx="3"/>` +
    `<rect class="share" x="${(1 - wide / 2).toFixed(1)}" y="${tall / 2 - 5}" width="${share.toFixed(1)}" height="4"/>` +
    `<text class="number" aria-hidden="true" y="3">${numberIn(count, locale)}</text></g>`
  );
}

function drawCable(
  { cable, x, y }: PlacedCable,
  index: number,
  words: TimelineWords,
  reached: string | undefined,
  locale?: string,
): string {
  const { mrn, classification, side, place } = cable;
  const shape = SHAPES[classification ?? ''] ?? `<circle r="${R}"/>`;
  const letter = classification === null ? '?' : LETTERS[classification];
  const classes = ['cable', side, place ? 'here' : 'absent'].join(' ');
  return (
    `<g class="${classes}" role="link" tabindex="${mrn === reached ? 0 : -1}" data-index="${index}" data-key="${xmlText(mrn)}" transform="translate(${x} ${y})">` +
    `<title>${xmlText(describeCable(cable, words, locale))}</title>${shape}<text class="letter" aria-hidden="true" y="4">${letter}</text><text class="id" aria-hidden="true" y="${R + 14}"${pressed(mrn, 7.4, SIZES.cable.width - 6)}>${xmlText(mrn)}</text></g>`
  );
}
