import { parseDocument } from '../cable/document';
import type { Cable } from '../cable/model';
import { type OutlineNode, outlineOf } from '../features/outline';
import type { LineTable } from '../text/lineTable';
import { choose, only, readArguments, UsageError } from './arguments';
import type { Command } from './command';
import { expandGlobs } from './globs';
import { readNamed } from './input';

export const outline: Command = {
  name: 'outline',
  summary: 'header fields, headings and paragraphs of a cable',
  help: `usage: reftel outline FILE [--format text|json] [--stdin-name NAME]

Prints the outline of a cable: header fields, headings, paragraphs with number, marking and first words.
FILE may be - for standard input.

  --format text  line number and name, indented (default)
  --format json  an array of { kind, name, detail, line, column, endLine, endColumn, children }, counting from 1
  --stdin-name NAME  what standard input is called (default: stdin)

Exit code: 0; 2 if FILE is not a cable or could not be read.
`,
  async run(args, output) {
    const { options, rest } = readArguments(args, ['format', 'stdin-name']);
    const format = choose('format', options.format, ['text', 'json']);
    const [path = '', ...more] = expandGlobs([only(rest, 'FILE')]);
    if (more.length > 0) throw new UsageError(`expected one FILE, and ${rest.join()} is ${more.length + 1}`);
    const read = readNamed({ path, stdinName: options['stdin-name'] }, output);
    if (read.kind !== 'cable') return 2;
    const cables = parseDocument(read.text, read.file);
    await (format === 'json'
      ? output.write(asJson(cables), 'json')
      : output.write(cables.map(asText).join('')));
    return 0;
  },
};

function asJson(cables: readonly Cable[]): string {
  const nodes = cables.flatMap(cable => outlineOf(cable).map(node => jsonNode(node, cable.lines)));
  return `${JSON.stringify(nodes, null, 2)}\n`;
}

function jsonNode({ kind, name, detail, span, children }: OutlineNode, lines: LineTable): object {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return {
    kind,
    name,
    detail,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    children: children.map(child => jsonNode(child, lines)),
  };
}

function asText(cable: Cable): string {
  const width = String(cable.lines.count).length;
  const rows = (nodes: readonly OutlineNode[], indent: string): string[] =>
    nodes.flatMap(({ name, detail, selection, children }) => {
      const line = String(cable.lines.lineAt(selection.start) + 1).padStart(width);
      const words = [name, detail].filter(part => part !== '').join(': ');
      return [`${line}  ${indent}${words}\n`, ...rows(children, `${indent}  `)];
    });
  return rows(outlineOf(cable), '').join('');
}
