/** A value kept from an earlier window, of which nothing is known. */
export function kept(state: unknown, name: string): unknown {
  return typeof state === 'object' && state !== null ? (state as Record<string, unknown>)[name] : undefined;
}

/** A text that was kept; empty where there is none. */
export function keptText(state: unknown, name: string): string {
  const value = kept(state, name);
  return typeof value === 'string' ? value : '';
}
