import { fill } from '../page/words';

/** A sentence for translators begins with so many characters that say which one it is. */
const TELLING = 8;

/**
 * What the command line says, in the language whose sentences `bundle` has by what they are in English. What none of them fits stays as it
 * is, and so does everything without a bundle. Linear in the length of the text for each sentence.
 */
export function translatorOf(bundle: Readonly<Record<string, string>> = {}): (english: string) => string {
  const sentences = Object.keys(bundle)
    .filter(key => key.indexOf('{') >= TELLING)
    .map(key => ({ key, parts: key.split(/\{\d\}/), places: key.match(/\{\d\}/g) ?? [] }));
  return english => {
    if (Object.hasOwn(bundle, english)) return bundle[english] || english;
    for (const { key, parts, places } of sentences) {
      const values = valuesIn(english, parts);
      if (!values) continue;
      const byPlace: string[] = [];
      for (const [i, place] of places.entries()) byPlace[Number(place.charAt(1))] = values[i] ?? '';
      return fill(bundle[key] || key, ...byPlace);
    }
    return english;
  };
}

/** What stands between the fixed `parts` of a sentence in `text`; null where it is another sentence. */
function valuesIn(text: string, [first = '', ...others]: readonly string[]): readonly string[] | null {
  if (!text.startsWith(first)) return null;
  const values: string[] = [];
  let from = first.length;
  for (const [i, part] of others.entries()) {
    const isLast = i === others.length - 1;
    const at = isLast ? text.length - part.length : text.indexOf(part, from + 1);
    if (at <= from || !text.startsWith(part, at)) return null;
    values.push(text.slice(from, at));
    from = at + part.length;
  }
  return values;
}
