import type { Severity } from '../checks/check';

/** A diagnostic with its place; lines and columns count from 1, `endColumn` is that behind the last character. */
export interface FileDiagnostic {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
}

/** How diagnostics are written one by one, so that none has to wait for the last. */
export interface CheckFormat {
  readonly begin: string;
  readonly between: string;
  readonly end: string;
  item(diagnostic: FileDiagnostic): string;
}

/** `file:line:column severity code message` */
export const textFormat: CheckFormat = {
  begin: '',
  between: '',
  end: '',
  item: ({ file, line, column, severity, code, message }) =>
    `${file}:${line}:${column} ${severity} ${code} ${message}\n`,
};

/** One array of diagnostics. */
export const jsonFormat: CheckFormat = {
  begin: '[',
  between: ',\n',
  end: ']\n',
  item: diagnostic => JSON.stringify(diagnostic),
};
