import type { PageWords } from '../../../client/src/reading/html';

/** The words of a reading page in English. */
export const pageWords: PageWords = {
  untitled: 'none',
  absentOnes: '{0}: not here',
  printed: 'Line {0}: {1}',
  fields: {
    date: 'Date',
    from: 'From',
    to: 'To',
    info: 'Info',
    declassify: 'Declassify',
    tags: 'TAGS',
    references: 'References',
    classifiedBy: 'Classified by',
  },
};
