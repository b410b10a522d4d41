/** The file at a folder's root in which it says how its cables are checked, for the command line and every editor. */
export const SETTINGS_FILE = 'reftel.json';
