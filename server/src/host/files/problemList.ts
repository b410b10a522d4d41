import type { FileProblem } from './problem';

/** What could not be read in a folder, each kind of problem once: a hundred thousand of one kind are still one line. */
export class ProblemList {
  readonly #kinds = new Map<string, { readonly first: string; count: number }>();

  add({ path, message }: FileProblem): void {
    const kind = this.#kinds.get(message);
    if (kind) kind.count++;
    else this.#kinds.set(message, { first: path, count: 1 });
  }

  /** `a/b.txt: no permission to read it (and 3 others)`, in the order of the first of each kind. */
  lines(): readonly string[] {
    return [...this.#kinds].map(([message, { first, count }]) => {
      const others = count === 1 ? '' : ` (and ${count - 1} ${count === 2 ? 'other' : 'others'})`;
      return `${first}: ${message}${others}`;
    });
  }
}
