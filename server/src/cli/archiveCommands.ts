/** The commands that ask the archive of a folder: a file of their own in `dist`, without what reads and checks cables. */
export { citedBy } from './citedBy';
export { cites } from './cites';
export { indexFolder } from './indexFolder';
