/** The bundler makes a string of a text. */
declare module '*.txt' {
  const text: string;
  export default text;
}
