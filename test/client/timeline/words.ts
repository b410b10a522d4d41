import type { ShowMonths, ShowTimeline } from '../../../client/src/page/messages';

/** The words of a timeline and its list, as English has them. */
export const timelineWords: ShowTimeline['words'] = {
  title: 'Citations of 07MUSCAT73',
  absent: 'not in this folder',
  open: 'the open cable',
  levels: {
    UNCLASSIFIED: 'Unclassified',
    'LIMITED OFFICIAL USE': 'Limited official use',
    CONFIDENTIAL: 'Confidential',
    SECRET: 'Secret',
    'TOP SECRET': 'Top secret',
  },
  noClassification: 'no classification',
  absentOutline: 'dashed outline: not in this folder',
  cables: { one: '1 cable', several: '{0} cables' },
  citing: '{0} citing',
  cited: '{0} cited',
  absentOnes: '{0} not in this folder',
  first: 'the first {0} of {1} cables',
  summary: 'Some cables.',
  empty: '07MUSCAT73 cites no cable, and no cable here cites it.',
  columns: ['Cable', 'Date', 'Classification', 'Subject', 'Cites'],
};

/** The words of the collection over time and its list. */
export const monthsWords: ShowMonths['words'] = {
  title: 'Collection over time',
  cables: { one: '1 cable', several: '{0} cables' },
  undated: '{0} undated',
  span: '{0} to {1}',
  summary: 'One group.',
  group: 'Post',
  undatedColumn: 'Undated',
  total: 'Total',
  hint: 'Point at a bar.',
  empty: 'No cable here has a date yet.',
};
