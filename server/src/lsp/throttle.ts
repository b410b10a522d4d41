/** Views are notified at most this often, in milliseconds. */
const INTERVAL = 500;

/** Calls `action` shortly after a call, once for all calls until then. */
export function throttled(action: () => void, interval = INTERVAL): { (): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const call = () => {
    timer ??= setTimeout(() => {
      timer = null;
      action();
    }, interval);
  };
  const stop = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  return Object.assign(call, { stop });
}
