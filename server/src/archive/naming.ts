/** How the files below a folder are named in answers. */
export interface Naming {
  /** The uri of a path, which is relative to the folder and has `/` between names. */
  uriOf(path: string): string;
  /** The path of a uri, or null where it does not lie below the folder. */
  pathOf(uri: string): string | null;
}

/** Names files by `prefix` and their path, with nothing encoded: a folder with `/` behind it, or nothing. */
export function namedBehind(prefix: string): Naming {
  return {
    uriOf: path => prefix + path,
    pathOf: uri => (uri.startsWith(prefix) ? uri.slice(prefix.length) : null),
  };
}
