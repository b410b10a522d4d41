/** A table of facts, bundled as text. */
declare module '*.tsv' {
  const text: string;
  export default text;
}
