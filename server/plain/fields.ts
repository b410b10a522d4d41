/**
 * Reads the TAGS and the subject of the cable whose preamble was read, and adds them to the row. False where the plain reader is not
 * sure.
 */
export function readFields(): bool {
  return false;
}
