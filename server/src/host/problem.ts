/** Why a file or a folder could not be read, in words for a person. */
export interface FileProblem {
  readonly path: string;
  readonly kind: 'vanished' | 'unreadable' | 'binary' | 'too-large';
  /** `no permission to read it`, without the path and without a full stop. */
  readonly message: string;
}

const messages: Readonly<Record<string, string>> = {
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  EISDIR: 'it is a folder',
  ELOOP: 'its links go round in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  EIO: 'the disk reports an error',
};

/** The problem behind an error thrown by `node:fs`. */
export function problemOf(path: string, error: unknown): FileProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return { path, kind: 'vanished', message: 'no such file or folder' };
  const message = messages[code] ?? `it cannot be read (${code || String(error)})`;
  return { path, kind: 'unreadable', message };
}
