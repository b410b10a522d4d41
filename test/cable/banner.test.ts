import { equal } from 'node:assert/strict';
import { bannerOf } from '../../server/src/cable/banner';

const BANNERS = [
  'UNCLASSIFIED',
  'CONFIDENTIAL',
  'SECRET',
  'TOP SECRET',
  'LIMITED OFFICIAL USE',
  'UNCLAS',
] as const;

describe('the banner of a page', () => {
  for (const banner of BANNERS) {
    const classification = banner === 'UNCLAS' ? 'UNCLASSIFIED' : banner;

    it(`is read in any spacing and case: ${banner}`, () => {
      for (const line of [banner, banner.toLowerCase(), [...banner].join(' '), banner.replaceAll(' ', '')])
        equal(bannerOf(line, false), classification, line);
    });

    it(`is read with letters lost, added or changed where scanners may have misread it: ${banner}`, () => {
      const letters = banner.replaceAll(' ', '');
      // What is left of TOP SECRET without two letters may be SECRET.
      const changes = letters.length > 9 ? 2 : 1;
      for (let at = 0; at + changes <= letters.length; at++) {
        const [before, behind] = [letters.slice(0, at), letters.slice(at + changes)];
        for (const line of [before + behind, `${before}${'WK'.slice(0, changes)}${behind}`]) {
          equal(bannerOf(line, true), classification, line);
          equal(bannerOf(line, false), null, line);
        }
        equal(
          bannerOf(`${before}${'W8'.slice(0, changes)}${letters.slice(at)}`, true),
          classification,
          `${banner} ${at}`,
        );
      }
    });
  }

  it('is read with signs that scanners take for letters', () => {
    equal(bannerOf('|UNC1ASS|FlED', true), 'UNCLASSIFIED');
    equal(bannerOf('C0NF1DENT|AL', true), 'CONFIDENTIAL');
  });

  it('is no name, no rule and no text', () => {
    for (const line of [
      'CLINTON',
      'PATTERSON',
      'SECRETARY',
      '-----',
      'UNCLASSIFIED MUSCAT 000250',
      'TO SECSTATE',
    ])
      equal(bannerOf(line, true), null, line);
  });
});
