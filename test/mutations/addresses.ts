import type { Addressee, Cable } from '../../server/src/cable/model';
import { originatingPost } from '../../server/src/checks/rules/statedIdentity';
import { stationsAt, stationsNamed } from '../../server/src/reference/routing';
import type { Station } from '../../server/src/reference/stations';
import { stations } from '../../server/src/reference/stations';
import { type Mutation, misspelt, put } from './mutation';

const indicators = new Set(stations.map(({ ri }) => ri));
const names = new Set(stations.flatMap(({ plad, also }) => [plad, ...also]));

/** Addressees that stand in the table as they stand here. */
function known({ transmission: { to, info } }: Cable): readonly (Addressee & { readonly row: Station })[] {
  return [...to, ...info].flatMap(addressee => {
    const row =
      addressee.ri && stationsAt(addressee.ri.value).find(({ plad }) => plad === addressee.name.value);
    return row && row.kind !== 'gateway' ? [{ ...addressee, row }] : [];
  });
}

const isCertainPost = ({ kind, confidence, post }: Station) =>
  (kind === 'embassy' || kind === 'consulate') && confidence === 'high' && post !== '';

export const addresses: readonly Mutation[] = [
  {
    code: 'info-keyword-missing',
    name: 'the word INFO gone',
    apply: (text, cable) => {
      const { to, info, order } = cable.transmission;
      const list = order.find(({ part }) => part === 'INFO');
      const post = originatingPost(cable);
      if (!list || to[0]?.name.value !== 'SECSTATE WASHDC' || to.length + info.length < 3) return null;
      if (
        cable.dialect !== 'cablegate' ||
        post === null ||
        post === 'STATE' ||
        !/^INFO R/.test(text.slice(list.start))
      )
        return null;
      return put(text, { start: list.start, end: list.start + 'INFO '.length }, '');
    },
  },
  {
    code: 'routing-indicator-unknown',
    name: 'a letter of an indicator changed',
    apply: (text, cable, random) => {
      const ri = random.pick(known(cable))?.ri;
      const wrong = ri && misspelt(ri.value, random, 1);
      return ri && wrong && !indicators.has(wrong) && wrong.length > 4 && wrong.length < 8
        ? put(text, ri, wrong)
        : null;
    },
  },
  {
    code: 'routing-indicator-other-station',
    name: 'the indicator of another post',
    apply: (text, cable, random) => {
      const addressee = random.pick(known(cable).filter(({ row }) => isCertainPost(row)));
      const other = random.pick(
        stations.filter(row => isCertainPost(row) && row.ri !== '' && row.post !== addressee?.row.post),
      );
      if (!addressee?.ri || !other || stationsNamed(addressee.name.value).some(({ ri }) => ri === other.ri))
        return null;
      return put(text, addressee.ri, other.ri);
    },
  },
  {
    code: 'address-misspelt',
    name: 'a letter of a long word changed',
    apply: (text, cable, random) => {
      const name = random.pick(known(cable))?.name;
      const words = [...(name?.value.matchAll(/[A-Z]{6,}/g) ?? [])].filter(
        ({ 0: word }) => word !== 'COLLECTIVE',
      );
      const word = random.pick(words.filter(({ 0: letters }) => letters.length > 6));
      if (!name || !word) return null;
      const wrong = put(
        name.value,
        { start: word.index, end: word.index + word[0].length },
        misspelt(word[0], random),
      );
      return names.has(wrong) || wrong === name.value ? null : put(text, name, wrong);
    },
  },
];
