import type { Base } from '../archive/index/format/base';
import type { Progress } from '../archive/progress';
import type { RefreshEnd } from './host';

/** Hears of the work on a workspace's folders. */
export interface Watcher {
  /** A folder is being brought up to date; `cancel` ends that early. */
  started(folder: string, cancel: () => void): ProgressSink;
}

/** Hears of one refresh: any number of times how far it is, then once how it ended. */
export interface ProgressSink {
  progress(progress: Progress): void;
  ended(end: RefreshEnd, base: Base | null): void;
  failed(error: unknown): void;
}
