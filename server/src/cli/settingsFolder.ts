import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SETTINGS_FILE } from '../checks/settings/settingsName';

/** The first of the folder `path`, which is absolute, and those above it in which there is a `reftel.json`; null where there is none. */
export function nearestWithSettings(path: string): string | null {
  if (existsSync(join(path, SETTINGS_FILE))) return path;
  const parent = dirname(path);
  return parent === path ? null : nearestWithSettings(parent);
}
