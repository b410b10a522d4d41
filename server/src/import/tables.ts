/** The readers of tables: a file of their own in `dist`, with the library that reads comma-separated values. */
export { readCablegate } from './cablegateReader';
