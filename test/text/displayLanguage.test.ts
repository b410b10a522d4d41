import { equal } from 'node:assert/strict';
import { instantInWords } from '../../server/src/features/meanings/timeMeanings';
import { showDay, showTime } from '../../server/src/text/dates';
import { displayIn, showNumber } from '../../server/src/text/displayLanguage';

const SENT = Date.UTC(2007, 0, 24, 15, 50);

describe('the display language', () => {
  afterEach(() => displayIn(undefined));

  it('decides how days, times and numbers are shown, the clock that of UTC', () => {
    displayIn('es');
    equal(showDay(SENT), '24 de enero de 2007');
    equal(/^24 de enero de 2007.*15:50.*UTC$/.test(showTime(SENT)), true);
    equal(/^miércoles.*24 de enero de 2007.*15:50.*UTC$/.test(instantInWords(SENT)), true);
    displayIn('de');
    equal(showDay(SENT), '24. Januar 2007');
    equal(showNumber(251_287), '251.287');
  });

  it('counts years by the calendar of cables in every language', () => {
    for (const locale of ['th', 'fa', 'ja-JP-u-ca-japanese', 'zh-cn', 'pt-br']) {
      displayIn(locale);
      equal(/2007|۲۰۰۷/.test(showDay(SENT)), true, locale);
    }
  });

  it('is English where it is no language', () => {
    for (const locale of [
      undefined,
      null,
      7,
      '',
      'x',
      'en',
      'en-GB',
      'qps-ploc',
      'en_US.UTF-8',
      'C',
      '../es',
    ]) {
      displayIn(locale);
      equal(showTime(SENT), '24 January 2007, 15:50 UTC', String(locale));
      equal(instantInWords(SENT), 'Wednesday, 24 January 2007, 15:50 UTC', String(locale));
      equal(showNumber(12_000), '12,000', String(locale));
    }
  });
});
