/** The readers of web pages, and what makes texts of them: a file of their own in `dist`, with the library that reads HTML. */
export { readablePage, readPlusdPage, readWikileaksPage } from './pageReader';
export { makeReadable } from './readable';
