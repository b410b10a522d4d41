import type { Cable } from '../cable/model';

/**
 * Whether the preamble of a text can be expected to be whole: no partial extract, it begins with the first section, and the copy
 * goes on behind it.
 */
export function isPreambleComplete({ partial, classLine, body }: Cable): boolean {
  return (
    !partial &&
    body.end > body.start &&
    classLine !== null &&
    (classLine.section === null || classLine.section.n <= 1)
  );
}
