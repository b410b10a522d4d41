/** The readers of web pages: a file of their own in `dist`, with the library that reads HTML. */
export { readPlusdPage, readWikileaksPage } from './pageReader';
