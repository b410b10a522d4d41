import { env, type Memento } from 'vscode';

/** A search that the user has given a name. */
export interface SavedSearch {
  readonly name: string;
  readonly query: string;
}

const KEY = 'searches';

/** The searches that the user has saved, on this machine and for all folders. */
export class SavedSearches {
  readonly #memory: Memento;

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  /** By name. */
  get all(): readonly SavedSearch[] {
    return this.#memory.get<readonly SavedSearch[]>(KEY, []);
  }

  /** Saves a search in place of one with the same name. */
  async save(search: SavedSearch): Promise<void> {
    const others = this.all.filter(({ name }) => name !== search.name);
    await this.#memory.update(
      KEY,
      [...others, search].sort((a, b) => a.name.localeCompare(b.name, env.language)),
    );
  }

  async remove({ name }: SavedSearch): Promise<void> {
    await this.#memory.update(
      KEY,
      this.all.filter(search => search.name !== name),
    );
  }
}
