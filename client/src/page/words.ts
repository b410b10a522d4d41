/** A sentence with `{0}`, `{1}` … replaced by what is given, as `l10n.t` of VS Code does it; pages have only the sentence. */
export function fill(sentence: string, ...parts: readonly (string | number)[]): string {
  return sentence.replace(/\{(\d)\}/g, (whole, index) => String(parts[Number(index)] ?? whole));
}

/** A sentence for one thing and one for several, which says how many with `{0}`. */
export interface Counted {
  readonly one: string;
  readonly several: string;
}

/** How many there are, in words; `locale` is that of the page. */
export function counted({ one, several }: Counted, count: number, locale?: string): string {
  return fill(count === 1 ? one : several, numberIn(count, locale));
}

/** `12,345` */
export function numberIn(count: number, locale?: string): string {
  return new Intl.NumberFormat(locale).format(count);
}
