/**
 * Gives the row the captions of class line, preamble and running text, each once; to be called when the running text was read. False
 * where the plain reader is not sure.
 */
export function writeCaptions(): bool {
  return false;
}
