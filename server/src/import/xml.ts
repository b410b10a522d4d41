/** The readers of XML: a file of their own in `dist`, with the library that reads it. */
export { readAadXml } from './aadXmlReader';
export { readFrus } from './frusReader';
