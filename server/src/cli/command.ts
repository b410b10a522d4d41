import type { Output } from './output';

/**
 * Exit codes: 0 done and nothing to complain of; 1 a diagnostic at or above the level, or an id that is not known; 2 could not
 * run, or could not read what was named.
 */
export type Status = 0 | 1 | 2;

/** One word after `reftel`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `reftel <command> --help` prints, from the usage line on. */
  readonly help: string;
  /** Throws `UsageError` for arguments that it does not understand. */
  run(args: readonly string[], output: Output): Promise<Status>;
}
