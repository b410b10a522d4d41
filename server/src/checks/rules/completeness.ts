import type { Cable } from '../../cable/model';

/** Whether the preamble of a text can be expected to be whole: no partial extract, and it begins with the first section. */
export function isPreambleComplete({ partial, classLine }: Cable): boolean {
  return !partial && classLine !== null && (classLine.section === null || classLine.section.n <= 1);
}
