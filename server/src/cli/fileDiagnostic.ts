import type { Diagnostic, Severity } from '../checks';
import type { LineTable } from '../text/lineTable';
import type { Span } from '../text/span';

/** A stretch of a file; lines and columns count from 1, `endColumn` is that after the last character. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A place that a diagnostic is about besides its own. */
export interface RelatedRegion extends Region {
  readonly file: string;
  readonly message: string;
}

/** A change of the file that removes a diagnostic. */
export interface FileFix {
  readonly title: string;
  readonly replacements: readonly (Region & { readonly newText: string })[];
}

/** A diagnostic with its place. */
export interface FileDiagnostic extends Region {
  readonly file: string;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly related: readonly RelatedRegion[];
  readonly fix: FileFix | null;
}

export function toFileDiagnostic(file: string, lines: LineTable, diagnostic: Diagnostic): FileDiagnostic {
  const { severity, code, message, related = [], relatedLocations = [] } = diagnostic;
  const fix = diagnostic.fix?.();
  return {
    file,
    ...regionOf(lines, diagnostic),
    severity,
    code,
    message,
    related: [
      ...related.map(other => ({ file, message: other.message, ...regionOf(lines, other.span) })),
      ...relatedLocations.map(({ uri, range: { start, end }, message }) => ({
        file: uri,
        message,
        line: start.line + 1,
        column: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
      })),
    ],
    fix:
      fix && fix.edits.length > 0
        ? {
            title: fix.title,
            replacements: fix.edits.map(({ span, newText }) => ({ newText, ...regionOf(lines, span) })),
          }
        : null,
  };
}

function regionOf(lines: LineTable, span: Span): Region {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
