/**
 * The globs of what an archive leaves out, from the values of the settings `reftel.archive.exclude`, a list of globs, and VS
 * Code's `files.exclude`, which says for each glob whether it counts. A condition on other files (`when`) is no exclusion.
 */
export function excludedGlobs(archive: unknown, files: unknown): readonly string[] {
  const own = Array.isArray(archive) ? archive.filter(glob => typeof glob === 'string') : [];
  const hidden = typeof files === 'object' && files !== null ? Object.entries(files) : [];
  return [...own, ...hidden.flatMap(([glob, counts]) => (counts === true ? [glob] : []))];
}
