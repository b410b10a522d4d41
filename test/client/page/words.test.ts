import { equal, match } from 'node:assert/strict';
import { counted, dayIn, directionOf, fill, monthIn, numberIn } from '../../../client/src/page/words';

const DAY = Date.UTC(2007, 0, 24, 23, 59);

describe('words of pages', () => {
  it('puts parts into a sentence, in any order, and leaves what it has none for', () => {
    equal(fill('{1} of {0}', 'ten', 2), '2 of ten');
    equal(fill('{0} and {1}', 'one'), 'one and {1}');
    equal(fill('{0}', '{1}', 'x'), '{1}');
    equal(counted({ one: '1 cable', several: '{0} cables' }, 1), '1 cable');
    equal(counted({ one: '1 cable', several: '{0} cables' }, 2660, 'en'), '2,660 cables');
  });

  it('writes numbers and dates as a language does', () => {
    equal(numberIn(26600, 'es'), '26.600');
    equal(dayIn(DAY, 'es'), '24 de enero de 2007');
    equal(dayIn(DAY, 'de'), '24. Januar 2007');
    equal(monthIn(DAY, 'long', 'fr'), 'janvier 2007');
  });

  it('writes days in one form of English', () => {
    for (const english of [undefined, 'en', 'en-us', 'en-GB']) equal(dayIn(DAY, english), '24 January 2007');
    equal(monthIn(DAY, 'short', 'en'), 'Jan 2007');
  });

  it('keeps the year that ids have where a language has another calendar', () => {
    match(dayIn(DAY, 'th'), /2007/);
    match(dayIn(DAY, 'fa'), /۲۰۰۷/);
  });

  it('does without a language that there is none of', () => {
    equal(numberIn(1000, 'not a language'), '1,000');
    for (const none of ['!', '', 'qps-ploc']) equal(dayIn(DAY, none), '24 January 2007');
  });

  it('knows what is written from right to left', () => {
    equal(directionOf('ar-EG'), 'rtl');
    equal(directionOf('he'), 'rtl');
    equal(directionOf('es'), 'ltr');
    equal(directionOf('arn'), 'ltr');
  });
});
