import assert from 'node:assert/strict';
import { captionLengthAt } from '../../server/src/reference/captions';
import { executiveOrder, executiveOrders, nearestOrder } from '../../server/src/reference/executiveOrders';
import {
  isEntireText,
  isKnownMarking,
  isNotReleasable,
  portionRank,
} from '../../server/src/reference/markings';
import { nearIndex, oneLetterAway } from '../../server/src/reference/nearIndex';
import { precedenceRank } from '../../server/src/reference/precedence';
import {
  addressesLike,
  indicatorsLike,
  isGateway,
  kindOfAddress,
  meantBy,
  postOfAddress,
  serves,
} from '../../server/src/reference/routing';
import { postsLike, stations } from '../../server/src/reference/stations';
import { splitTag, tagOf, tags } from '../../server/src/reference/tags';

describe('words one letter away', () => {
  it('differ by one letter lost, added, changed or swapped with its neighbour', () => {
    for (const [a, b] of [
      ['RHMFIS', 'RHMFISS'],
      ['RUEHMD', 'RUEHMA'],
      ['KATHAMNDU', 'KATHMANDU'],
      ['A', ''],
    ] as const) {
      assert.ok(oneLetterAway(a, b), `${a} ${b}`);
      assert.ok(oneLetterAway(b, a), `${b} ${a}`);
    }
    for (const [a, b] of [
      ['MUSCAT', 'MUSCAT'],
      ['ABCD', 'ABDX'],
      ['ABC', 'CBA'],
      ['ABCD', 'AB'],
      ['AXBY', 'ABXZ'],
    ] as const)
      assert.ok(!oneLetterAway(a, b), `${a} ${b}`);
  });

  it('are all found by the index, as by comparing with each word', () => {
    const words = stations.map(station => station.ri).filter(ri => ri !== '');
    const near = nearIndex(() => words);
    for (const word of ['RUEHM', 'RHMFIS', 'RUEHXX', 'RUEHYNN', 'REUHC', ''])
      assert.deepEqual(
        near(word),
        [...new Set(words)].filter(other => oneLetterAway(word, other)).sort(),
        word,
      );
  });
});

describe('routing indicators and addresses', () => {
  it('knows gateways, misspellings and who is served', () => {
    assert.ok(isGateway('RHMFISS'));
    assert.ok(!isGateway('RUEHC'));
    assert.equal(meantBy('RHMFIS'), 'RHMFISS');
    assert.equal(meantBy('RHMFISS'), null);
    assert.ok(serves('RUEHBS', 'USEU BRUSSELS'));
    assert.ok(indicatorsLike('RUEHYNN').includes('RUEHYN'));
  });

  it('tells posts, collectives and activities apart, unknown ones too', () => {
    assert.equal(kindOfAddress('AMEMBASSY MUSCAT'), 'post');
    assert.equal(kindOfAddress('AMCONSUL ATLANTIS'), 'post');
    assert.equal(kindOfAddress('LOST ISLANDS COLLECTIVE'), 'collective');
    assert.equal(kindOfAddress('COMUSCENTAF SHAW AFB SC'), 'activity');
  });

  it('finds the station of an originator', () => {
    assert.equal(postOfAddress('AMEMBASSY TEL AVIV'), 'TELAVIV');
    assert.equal(postOfAddress('SECSTATE WASHDC'), 'STATE');
    assert.equal(postOfAddress('USMISSION GENEVA'), 'GENEVA');
    assert.equal(postOfAddress('IRAN RPO DUBAI'), 'RPODUBAI');
    assert.equal(postOfAddress('AMEMBASSY ATLANTIS'), null);
  });

  it('suggests an address for one letter in a long word only', () => {
    assert.deepEqual(addressesLike('CDR USCENCOM MACDILL AFB FL'), ['CDR USCENTCOM MACDILL AFB FL']);
    assert.deepEqual(addressesLike('AMEMBASY MUSCAT'), ['AMEMBASSY MUSCAT']);
    assert.deepEqual(addressesLike('CIFA WASHDC'), []);
    assert.deepEqual(addressesLike('AMEMBASSY MUSCAT'), []);
  });

  it('suggests a station for a swapped letter', () => {
    assert.deepEqual(postsLike('KATHAMNDU'), ['KATHMANDU']);
    assert.deepEqual(postsLike('JERSUALEM'), ['JERUSALEM']);
  });
});

describe('executive orders', () => {
  it('follow one another without a gap of more than a day', () => {
    const main = executiveOrders.filter(order => order.number !== '13292');
    main.slice(1).forEach((order, i) => {
      const gap = Date.parse(order.from) - Date.parse(main[i]?.until ?? '');
      assert.equal(gap, 24 * 3600 * 1000, order.number);
    });
  });

  it('are found behind misprints', () => {
    for (const number of ['12598', '19528', '19523', '1295', '12985'])
      assert.equal(nearestOrder(number), '12958', number);
    assert.equal(nearestOrder('10000'), null);
    assert.equal(nearestOrder('12958'), null);
    assert.equal(executiveOrder('11652')?.from, '1972-06-01');
  });
});

describe('portion marks', () => {
  it('rank by their first letters', () => {
    const ranks = { U: 0, SBU: 1, 'SBU/NF': 1, LOU: 1, C: 2, 'C//NF': 2, 'S-NF': 3, 'S/REL UK': 3, TS: 4 };
    for (const [mark, rank] of Object.entries(ranks)) assert.equal(portionRank(mark), rank, mark);
    for (const mark of ['IRAN', '', 'CHINA']) assert.equal(portionRank(mark), null, mark);
  });

  it('say what they control', () => {
    assert.ok(isNotReleasable('S//FGI//NF'));
    assert.ok(isNotReleasable('C/NOFORN'));
    assert.ok(!isNotReleasable('C/REL UNFICYP'));
    assert.ok(isEntireText('C - ENTIRE TEXT'));
    assert.ok(isKnownMarking('S/REL USA, AUS, GBR'));
    assert.ok(!isKnownMarking('S/QX'));
  });
});

describe('precedences, captions and TAGS', () => {
  it('rank from FLASH to ROUTINE', () => {
    const words = ['FLASH', 'IMMEDIATE', 'PRIORITY', 'ROUTINE', 'SOON'];
    assert.deepEqual(words.map(precedenceRank), [4, 3, 2, 1, 0]);
    assert.deepEqual(['Z', 'O', 'P', 'R'].map(precedenceRank), [4, 3, 2, 1]);
  });

  it('knows captions of one word and of several', () => {
    assert.equal(captionLengthAt(['SIPDIS'], 0), 1);
    assert.equal(captionLengthAt(['CHANNEL'], 0), 0);
    assert.equal(captionLengthAt(['NOFORN', 'ROGER', 'CHANNEL'], 1), 2);
    assert.equal(captionLengthAt(['REL', 'TO', 'USA', 'GBR'], 0), 4);
    assert.equal(captionLengthAt(['DEPT', 'FOR', 'NEA'], 0), 0);
  });

  it('splits codes that ran together, where there is one way', () => {
    assert.deepEqual(splitTag('PGOVLO'), ['PGOV', 'LO']);
    assert.deepEqual(splitTag('ECONEFIN'), ['ECON', 'EFIN']);
    assert.equal(splitTag('PGOV'), null);
    assert.equal(splitTag('PGOVQQ'), null);
  });

  it('has each code once, and a known code wherever it names another', () => {
    assert.equal(new Set(tags.map(tag => tag.code)).size, tags.length);
    for (const tag of tags) if (tag.use) assert.ok(tagOf(tag.use), tag.code);
  });
});
