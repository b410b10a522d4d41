/** The commands that look cables up and read them: a file of their own in `dist`, with the archive and what reads cables. */
export { chosenCables } from './chosenCables';
export { citeCable } from './cite';
export { compareCopies } from './compare';
export { missing } from './missing';
export { search } from './search';
