/** What a line of `reftel-import.ndjson` says of where a file comes from. */
export interface NotedLine {
  readonly kind: string;
  /** The id that the source gives it. */
  readonly id: string | null;
  /** The path of the source as it was named. */
  readonly source: string;
  readonly url?: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A line longer than this is none that an import wrote, in bytes or UTF-16 code units. */
export const LONGEST_LINE = 1 << 18;

/** What stands in the lines about the file `name`, whose path is that below the folder of imports. */
export function signOf(name: string): string {
  return `"file":${JSON.stringify(name)},`;
}

/**
 * What a line says of the file `name`; null where it is about another one, or is none that an import wrote. Anybody may have changed the
 * list, so that only what is a text counts as one. Never throws.
 */
export function readNotedLine(line: string, name: string): NotedLine | null {
  if (line.length > LONGEST_LINE) return null;
  const { file, kind, id, source, url, fields } = parsed(line);
  if (file !== name || typeof kind !== 'string' || typeof source !== 'string') return null;
  const texts = Object.entries(objectOf(fields)).flatMap(([key, text]) =>
    typeof text === 'string' ? [[key, text] as const] : [],
  );
  return {
    kind,
    id: typeof id === 'string' ? id : null,
    source,
    ...(typeof url === 'string' ? { url } : {}),
    fields: Object.fromEntries(texts),
  };
}

function parsed(line: string): Readonly<Record<string, unknown>> {
  try {
    return objectOf(JSON.parse(line));
  } catch {
    return {};
  }
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
