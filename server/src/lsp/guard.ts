export interface Log {
  info(message: string): void;
  error(message: string): void;
}

/**
 * Runs `action`; if it throws, logs the error and returns `empty`. Every handler runs through here, so that a
 * bug costs one answer and never the server.
 */
export function guarded<T, E = T>(log: Log, what: string, empty: E, action: () => T): T | E {
  try {
    return action();
  } catch (error) {
    logError(log, what, error);
    return empty;
  }
}

/** The same for an action that takes its time. */
export async function guardedAsync<T>(
  log: Log,
  what: string,
  empty: T,
  action: () => Promise<T>,
): Promise<T> {
  try {
    return await action();
  } catch (error) {
    logError(log, what, error);
    return empty;
  }
}

/** Runs `action` in the background and logs its errors. */
export function inBackground(log: Log, what: string, action: () => Promise<void>): void {
  action().catch((error: unknown) => logError(log, what, error));
}

function logError(log: Log, what: string, error: unknown): void {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log.error(`${what}: ${details}`);
}
