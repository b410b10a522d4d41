/** The cable that the sample begins with. */
export const FIRST = '07VALLETTA112.txt';

/** The files of the bundled sample: where an extension comes over the network, its folders cannot be listed. */
export const SAMPLE: readonly string[] = [
  '06TUNIS845.txt',
  '07ROME377.txt',
  '07TUNIS131.txt',
  FIRST,
  '07VALLETTA140.txt',
  '07VALLETTA98.txt',
  '75VALLETTA312.txt',
  '86ROME2215.txt',
];
