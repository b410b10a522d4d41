/** The commands that look for cables by queries: a file of their own in `dist`, with the archive and what reads cables. */
export { chosenCables } from './chosenCables';
export { missing } from './missing';
export { search } from './search';
