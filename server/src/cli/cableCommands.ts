/** The commands that read cables, and what reads a `reftel.json`: a file of their own in `dist`. */
export { check } from './check';
export { explain } from './explain';
export { exportCables } from './export';
export { settingsFinder } from './folderSettings';
export { outline } from './outline';
