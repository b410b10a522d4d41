/**
 * The style of the picture, with custom properties for its colours: the webview sets them from VS Code's theme, a saved file has
 * those of `PRINT_COLOURS`.
 */
export const timelineStyle = `
.timeline { font: 12px system-ui, sans-serif; direction: ltr; }
.timeline .band { fill: var(--background); }
.timeline .row { fill: var(--row); }
.timeline .row.odd { fill: var(--row-odd); }
.timeline text { fill: var(--text); }
.timeline .post { font-weight: 600; }
.timeline .date, .timeline .id, .timeline .letter { text-anchor: middle; }
.timeline .letter { font-weight: 700; font-size: 11px; }
.timeline .id { font-size: 11px; }
.timeline .count, .timeline .heading { font-size: 11px; }
.timeline .heading { font-weight: 600; }
.timeline .post, .timeline .count, .timeline .heading, .timeline .id, .timeline .scale { paint-order: stroke; stroke: var(--background); stroke-width: 3; stroke-linejoin: round; }
.timeline .tick { stroke: var(--faint); stroke-dasharray: 2 3; }
.timeline .citation { fill: none; stroke: var(--line); stroke-width: 1.2; }
.timeline .citation.chosen { stroke: var(--cable); stroke-width: 2.2; }
.timeline .arrowhead { fill: var(--line); }
.timeline .arrowhead.chosen { fill: var(--cable); }
.timeline .cable circle, .timeline .cable rect, .timeline .cable path { fill: var(--background); stroke: var(--cable); stroke-width: 1.6; }
.timeline .cable.absent circle, .timeline .cable.absent rect, .timeline .cable.absent path { stroke-dasharray: 3 2; stroke: var(--line); }
.timeline .cable.absent .id { font-style: italic; }
.timeline .cable.open circle, .timeline .cable.open rect, .timeline .cable.open path { stroke-width: 4; }
.timeline .cable.open .id { font-weight: 700; }
.timeline .cable, .timeline .bin { cursor: pointer; }
.timeline .bin .number { text-anchor: middle; font-weight: 600; }
.timeline .bin .box { fill: var(--background); stroke: var(--line); stroke-width: 1; }
.timeline .bin.unfolded .box { stroke: var(--cable); stroke-width: 2; }
.timeline .bin.absent .box { stroke-dasharray: 3 2; }
.timeline .bin .share { fill: var(--cable); }
.timeline .bin:hover .box { stroke-width: 2; }
.timeline .cable:focus, .timeline .bin:focus { outline: none; }
.timeline .cable:focus-visible circle, .timeline .cable:focus-visible rect, .timeline .cable:focus-visible path { stroke: var(--focus); stroke-width: 4; }
.timeline .bin:focus-visible .box { stroke: var(--focus); stroke-width: 3; }
.timeline .cable:hover .id { text-decoration: underline; }
.months .month { fill: var(--cable); }
.months .month:focus { outline: none; }
.months .month:focus-visible { stroke: var(--focus); stroke-width: 3; paint-order: stroke; }
.months .month:hover { fill: var(--text); }
.months .scale { text-anchor: end; font-size: 10px; }
.months .year { text-anchor: middle; }
.months .base { stroke: var(--line); }
.months .grid { stroke: var(--faint); stroke-width: 0.5; }
`;

/** Colours of a saved picture, on white paper. */
const PRINT_COLOURS =
  '.timeline{--background:#fff;--text:#1b1b1b;--row:#fff;--row-odd:#f4f5f7;--faint:#9aa0a6;--line:#5f6368;--cable:#1b4f8a;--focus:#1b4f8a}';

/** `svg` as a file of its own that looks the same in any viewer. */
export function standalone(svg: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg.replace(/(<svg [^>]*>)/, `$1\n<style>${PRINT_COLOURS}${timelineStyle}</style>`)}\n`;
}
