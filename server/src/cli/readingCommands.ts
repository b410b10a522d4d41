/** The commands that look a cable up in the archive of a folder and read it: a file of their own in `dist`. */
export { citeCable } from './cite';
