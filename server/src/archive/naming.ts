/** How the files below a folder are named in answers. */
export interface Naming {
  /** The folder itself, as those call it who read files: a uri or a path. */
  readonly folder: string;
  /** The uri of a path, which is relative to the folder and has `/` between names. */
  uriOf(path: string): string;
  /** The path of a uri, or null where it does not lie below the folder. */
  pathOf(uri: string): string | null;
}
