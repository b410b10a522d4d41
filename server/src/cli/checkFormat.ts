import { styleText } from 'node:util';
import type { Severity } from '../checks';
import { visibleLine } from '../text/visible';
import type { FileDiagnostic } from './fileDiagnostic';
import type { Kind, Output } from './output';

/** How diagnostics are written one by one, so that none has to wait for the last. */
export interface CheckFormat {
  readonly kind: Kind;
  readonly begin: string;
  readonly between: string;
  readonly end: string;
  /** The most diagnostics that those who read it take. */
  readonly limit?: number;
  item(diagnostic: FileDiagnostic): string;
}

type Style = Parameters<typeof styleText>[0];

const COLORS: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'gray',
};

/** `file:line:column severity code message`, in colour where the output has it. */
export function textFormat({ useColor }: Pick<Output, 'useColor'>): CheckFormat {
  return lineFormat(({ file, line, column, severity, code, message }) => {
    const place = `${file}:${line}:${column}`;
    const styled = (style: Style, text: string) =>
      useColor ? styleText(style, text, { validateStream: false }) : text;
    return `${styled('bold', visibleLine(place))} ${styled(COLORS[severity], severity)} ${styled('gray', code)} ${visibleLine(message)}`;
  }, 'styled');
}

/** `file:line:column: severity: message [code]`, as compilers print it. */
export const unixFormat: CheckFormat = lineFormat(
  ({ file, line, column, severity, code, message }) =>
    `${visibleLine(file)}:${line}:${column}: ${severity}: ${visibleLine(message)} [${code}]`,
);

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands of GitHub Actions, whose characters are escaped as its toolkit does. */
export const githubFormat: CheckFormat = lineFormat(diagnostic => {
  const { file, line, endLine, column, endColumn, severity, code, message } = diagnostic;
  const properties = { file, line, endLine, col: column, endColumn, title: `reftel ${code}` };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(`${value}`)}`);
  return `::${COMMANDS[severity]} ${written.join(',')}::${escapedData(message)}`;
});

function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function lineFormat(show: (diagnostic: FileDiagnostic) => string, kind: Kind = 'words'): CheckFormat {
  return { kind, begin: '', between: '', end: '', item: diagnostic => `${show(diagnostic)}\n` };
}

/** One array of diagnostics, each with its own place alone. */
export const jsonFormat: CheckFormat = {
  kind: 'json',
  begin: '[',
  between: ',\n',
  end: ']\n',
  item: ({ related: _, fix: __, ...diagnostic }) => JSON.stringify(diagnostic),
};
