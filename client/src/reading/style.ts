/** The style of the page. Colours are custom properties: a webview sets them from VS Code's theme, a saved file has its own. */
export const pageStyle = `
.page { max-width: 46rem; margin: 0 auto; padding: 1rem 1.25rem 4rem; font: 16px/1.6 Georgia, 'Times New Roman', serif; color: var(--text); }
.page h1 { font-size: 1.5rem; line-height: 1.25; margin: 0.2rem 0 0.6rem; overflow-wrap: anywhere; }
.page h2 { font-size: 1.05rem; margin: 1.8rem 0 0.4rem; letter-spacing: 0.02em; }
.page .id { margin: 0; font: 600 0.85rem ui-monospace, monospace; color: var(--quiet); }
.page .badge { display: inline-block; font: 600 0.72rem system-ui, sans-serif; letter-spacing: 0.04em; padding: 0.1rem 0.5rem; border: 1.5px solid var(--quiet); border-radius: 3px; }
.page .badge.confidential { border-style: dashed; }
.page .badge.secret, .page .badge.top-secret { border-width: 3px; border-color: var(--text); }
.page .fields { border-collapse: collapse; margin: 0.6rem 0 1.4rem; font: 0.85rem/1.5 system-ui, sans-serif; width: 100%; }
.page .fields th { width: 1%; text-align: start; vertical-align: top; padding-block: 0.15rem; padding-inline-end: 1rem; font-weight: 600; color: var(--quiet); white-space: nowrap; }
.page .fields td { padding: 0.15rem 0; overflow-wrap: anywhere; }
.page p { margin: 0.7rem 0; }
.page .number { font-weight: 700; }
.page .portion { font: 600 0.75em system-ui, sans-serif; color: var(--quiet); }
.page a { color: var(--link); text-decoration: underline; }
.page .absent { border-bottom: 1px dotted var(--quiet); }
.page .signature { margin-top: 2rem; letter-spacing: 0.08em; }
.page .line { scroll-margin-top: 2rem; }
.page .here { background: var(--here); }
.print { --text: #111; --quiet: #555; --link: #111; --here: none; background: #fff; }
@media (max-width: 360px) {
  .page .fields th, .page .fields td { display: block; width: auto; }
}
@media print {
  .page { max-width: none; padding: 0; font-size: 11pt; }
  .page p, .page tr { break-inside: avoid; orphans: 3; widows: 3; }
  .page h1, .page h2 { break-after: avoid; }
  .page .absent { border: 0; }
}
`;

/** What stands at the edges of each sheet of paper: the id, the classification above and below as on the paper, page numbers. */
export function paperStyle(id: string | null, classification: string | null): string {
  const mark = cssString(classification ?? '');
  const font = 'font: 9pt system-ui, sans-serif; color: #333;';
  return `
@page {
  margin: 20mm 18mm;
  @top-left { content: ${cssString(id ?? '')}; ${font} }
  @top-center { content: ${mark}; ${font} font-weight: 600; }
  @bottom-center { content: ${mark}; ${font} font-weight: 600; }
  @bottom-right { content: counter(page) " / " counter(pages); ${font} }
}
`;
}

/** A text as a string of CSS; whatever could end it, or the style element, is written by its number. */
function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} ,.-]/gu, sign => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
}
