import type { FileDiagnostic } from './fileDiagnostic';

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

/** One array of diagnostics, each with its own place alone. */
export const jsonFormat: CheckFormat = {
  begin: '[',
  between: ',\n',
  end: ']\n',
  item: ({ related: _, fix: __, ...diagnostic }) => JSON.stringify(diagnostic),
};
