/** The command that brings cables in: a file of its own in `dist`; what reads tables, pages and PDFs is in others. */
export { importCables } from './import';
