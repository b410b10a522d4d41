/** As much of citation-js as is used here; it brings no types of its own. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: readonly object[]);
    format(name: 'bibtex'): string;
  }
  export const plugins: { readonly config: { get(name: '@bibtex'): { format: { useIdAsLabel: boolean } } } };
}

declare module '@citation-js/plugin-bibtex' {}
