/** The worker of the library, which is loaded for what it does; see `pdf.ts`. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
