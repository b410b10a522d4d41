/**
 * A pattern of the setting `files.associations` as a glob over whole paths. Such a pattern names files in any folder where it
 * has no slash, and does not tell capital from small letters; a glob of VS Code's document filters does both.
 */
export function associationGlob(pattern: string): string {
  const anywhere = pattern.includes('/') ? pattern : `**/${pattern}`;
  let inClass = false;
  let glob = '';
  for (const character of anywhere) {
    if (character === '[') inClass = true;
    const lower = character.toLowerCase();
    const upper = character.toUpperCase();
    glob += !inClass && lower !== upper ? `[${lower}${upper}]` : character;
    if (character === ']') inClass = false;
  }
  return glob;
}
