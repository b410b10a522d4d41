/** What makes texts of web pages: the bundle `pages.js` that imports use, with the library that reads HTML, loaded when it is needed. */
export { makeReadable } from '../../server/src/import/pages';
