import { deepEqual } from 'node:assert/strict';
import { symbolsFor } from '../../server/src/features/workspaceSymbols';
import { readFixture } from './reading';

const FILES = `
    § a.txt
    R 241550Z JAN 07
    FM AMEMBASSY MUSCAT
    S E C R E T MUSCAT 000073
    SUBJECT: TALKS ABOUT TEA
    § b.txt
    P 141412Z FEB 07
    FM AMEMBASSY DOHA
    C O N F I D E N T I A L DOHA 000154
    SUBJECT: MORE TALKS
    § c.txt
    nothing much
`;

function checkSymbols(query: string, limit: number, expected: readonly string[], truncated: boolean): void {
  const { snapshot } = readFixture(FILES).reading;
  const symbols = symbolsFor(snapshot, query, limit);
  const shown = symbols.items.map(
    ({ name, container, uri, range }) => `${uri}:${range.start.line} ${name} | ${container}`,
  );
  deepEqual([shown, symbols.truncated], [expected, truncated]);
}

describe('workspace symbols', () => {
  const tea = 'a.txt:2 07MUSCAT73 TALKS ABOUT TEA | AMEMBASSY MUSCAT';
  const more = 'b.txt:2 07DOHA154 MORE TALKS | AMEMBASSY DOHA';

  it('finds by id', () => checkSymbols('07 Muscat 00073', 9, [tea], false));
  it('finds by words of the subject', () => checkSymbols('more tal', 9, [more], false));
  it('says where it stopped', () => checkSymbols('talks', 1, [more], true));
  it('finds nothing for what is nowhere', () => checkSymbols('coffee', 9, [], false));
});
