import { match, throws } from 'node:assert/strict';
import noNetwork from '../../../server/src/features/bibliography/noNetwork';
import { toBibtex } from '../../../server/src/features/bibliography/toBibtex';

describe('BibTeX', () => {
  it('has the id as its key and nothing that TeX would take as a command', () => {
    const entry = toBibtex({
      id: '07TELAVIV73',
      type: 'report',
      genre: 'Telegram',
      title: 'OIL & GAS: 5% OF #1',
      author: [{ literal: 'U.S. Embassy Tel Aviv' }],
      issued: { 'date-parts': [[2007, 1, 24]] },
      number: '07TELAVIV73',
      publisher: 'U.S. Department of State',
    });
    match(entry, /^@techreport\{07TELAVIV73,\n/);
    match(entry, /author = \{\{U\.S\. Embassy Tel Aviv\}\},/);
    match(entry, /title = \{.*\\& .*5\\% .*\\#1.*\},/);
    match(entry, /year = \{2007\},\n\s*month = \{jan 24\},/);
    match(entry, /type = \{Telegram\},/);
  });

  it('comes without any way to the network', () => {
    throws(() => noNetwork().fetch(), /does not use the network/);
  });
});
