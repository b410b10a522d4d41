/** A task with its paths as one text: a message carries that at a fraction of what as many strings cost. */
export type Packed<Task extends { readonly paths: readonly string[] }> = Omit<Task, 'paths'> & {
  readonly packed: string;
};

/** No path holds this character. */
const BETWEEN = '\0';

export function pack<Task extends { readonly paths: readonly string[] }>(task: Task): Packed<Task> {
  const { paths, ...others } = task;
  return { packed: paths.join(BETWEEN), ...others };
}

/** The paths of a packed task, which has at least one. */
export function unpackPaths(packed: string): string[] {
  return packed.split(BETWEEN);
}
