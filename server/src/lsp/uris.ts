import type { Naming } from '../archive/naming';

/**
 * One spelling for each file, so that what the editor opens and what is found on disk meet: everything but letters, digits and
 * `-._~/` percent-encoded, a drive letter in lower case, as VS Code writes it. Uris of other schemes stay as they are.
 */
export function canonicalUri(uri: string): string {
  const path = /^file:\/\/([^/?#]*)(\/[^?#]*)$/i.exec(uri);
  if (!path) return uri;
  const [, authority = '', rest = ''] = path;
  const segments = rest.split('/').map(segment => encode(decode(segment)));
  const drive = /^[A-Za-z]%3A$/.test(segments[1] ?? '') ? segments[1]?.charAt(0).toLowerCase() : null;
  if (drive) segments[1] = `${drive}%3A`;
  return `file://${authority.toLowerCase()}${segments.join('/')}`;
}

/** The canonical uri of an absolute path of this or another system: `/a/b`, `C:\\a\\b`, `\\\\server\\share\\a`. */
export function uriOfPath(path: string): string {
  const [share = '', server = ''] = /^\\\\([^\\/]+)/.exec(path) ?? [];
  const rest = path.slice(share.length).replaceAll('\\', '/');
  return canonicalUri(
    `file://${server}${rest.startsWith('/') ? '' : '/'}${rest.split('/').map(encode).join('/')}`,
  );
}

/**
 * The path of a file for people and programs of its system, with forward slashes, which Windows takes too: `/a/b`, `c:/a/b`,
 * `//server/share/a`; what is no file has its uri.
 */
export function pathOfUri(uri: string): string {
  const file = /^file:\/\/([^/?#]*)(\/[^?#]*)$/i.exec(uri);
  if (!file) return uri;
  const [, authority = '', rest = ''] = file;
  const path = rest.split('/').map(decode).join('/');
  if (authority !== '') return `//${authority}${path}`;
  return /^\/[A-Za-z]:/.test(path) ? path.slice(1) : path;
}

/** Whether `uri` is `folder` or lies below it; both canonical. */
export function isWithin(folder: string, uri: string): boolean {
  return uri === folder || uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** A folder's canonical uri as files below it continue it: without a slash at its end. */
export function canonicalFolder(uri: string): string {
  const canonical = canonicalUri(uri);
  return canonical.endsWith('/') ? canonical.slice(0, -1) : canonical;
}

/** Names the files below `folder`, which is canonical, by their canonical uris. */
export function namingBelow(folder: string): Naming {
  return {
    folder,
    uriOf: path => `${folder}/${path.split('/').map(encode).join('/')}`,
    pathOf: uri =>
      uri !== folder && isWithin(folder, uri)
        ? uri
            .slice(folder.length + 1)
            .split('/')
            .map(decode)
            .join('/')
        : null,
  };
}

/** The folders above `uri`, nearest first. */
export function* parentsOf(uri: string): Generator<string> {
  const top = uri.indexOf('/', uri.indexOf('://') + 3);
  for (let end = uri.lastIndexOf('/'); end > top; end = uri.lastIndexOf('/', end - 1))
    yield uri.slice(0, end);
}

/** The last part of a uri's path, as the reader knows it. */
export function nameOf(uri: string): string {
  return decode(uri.slice(uri.lastIndexOf('/') + 1));
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function encode(segment: string): string {
  const percent = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  // A lone surrogate cannot be encoded; such a name cannot be on disk either.
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd')).replace(/[!'()*]/g, percent);
}
