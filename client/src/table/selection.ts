/** Which rows of a table are selected, and which one the keys move from. */
export class Selection {
  readonly #rows = new Set<number>();
  #active: number | null = null;
  /** Where a selection that extends begins. */
  #anchor = 0;

  get active(): number | null {
    return this.#active;
  }

  has(row: number): boolean {
    return this.#rows.has(row);
  }

  /** In order. */
  rows(): readonly number[] {
    return [...this.#rows].sort((a, b) => a - b);
  }

  clear(): void {
    this.#rows.clear();
    this.#active = null;
  }

  /** Takes out the rows from `total` on. */
  limit(total: number): void {
    for (const row of this.#rows) if (row >= total) this.#rows.delete(row);
    if (this.#active !== null && this.#active >= total) this.#active = null;
  }

  only(row: number): void {
    this.#rows.clear();
    this.#rows.add(row);
    this.#anchor = row;
    this.#active = row;
  }

  toggle(row: number): void {
    if (!this.#rows.delete(row)) this.#rows.add(row);
    this.#anchor = row;
    this.#active = row;
  }

  /** Moves without selecting. */
  moveTo(row: number): void {
    this.#anchor = row;
    this.#active = row;
  }

  /** Selects from where the selection began to `row`. */
  extendTo(row: number): void {
    this.#rows.clear();
    for (let one = Math.min(this.#anchor, row); one <= Math.max(this.#anchor, row); one++)
      this.#rows.add(one);
    this.#active = row;
  }

  all(total: number): void {
    for (let row = 0; row < total; row++) this.#rows.add(row);
    this.#active ??= 0;
  }
}
