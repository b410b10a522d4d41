/** What client and server say to each other beyond the Language Server Protocol. Imports nothing but types. */

/** `initializationOptions` of the `initialize` request. */
export interface InitializationOptions {
  /** Folder for the saved archive; without it the server uses the user's cache folder. */
  readonly cacheDir?: string;
}

/** The language id of cables. */
export const LANGUAGE_ID = 'cable';
