import { parseCable } from '../cable/parse';
import type { Diagnostic } from '../checks/check';
import { runChecks, type Severity } from '../checks/index';
import type { LineTable } from '../text/lineTable';
import { choose, readArguments } from './arguments';
import { type CheckFormat, type FileDiagnostic, jsonFormat, textFormat } from './checkFormat';
import type { Command } from './command';
import { settingsFinder } from './folderSettings';
import { eachCable } from './input';
import { sarifFormat } from './sarif';
import { FilesSoFar } from './surroundings';

/** From the most serious to the least. */
const LEVELS: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

const formats: Readonly<Record<'text' | 'json' | 'sarif', CheckFormat>> = {
  text: textFormat,
  json: jsonFormat,
  sarif: sarifFormat,
};

export const check: Command = {
  name: 'check',
  summary: 'what is wrong or odd in cables',
  help: `usage: reftel check [PATH…] [--format text|json|sarif] [--level error|warning|information|hint]

Checks the cables of files and folders (default: .). A folder's other files are passed over.

  --format text   a line for each diagnostic: file:line:column severity code message (default)
  --format json   one array of { file, line, column, endLine, endColumn, severity, code, message }, counting from 1
  --format sarif  SARIF 2.1.0
  --level LEVEL   report what is at least as serious as LEVEL (default: warning)

A reftel.json in the folder, or in the nearest one above, says how serious each finding is and what is ignored.

Exit code: 0 if there is nothing to report; 1 if there is; 2 if it could not run, could not read a PATH, or something is wrong
with reftel.json.
`,
  async run(args, output) {
    const { options, rest } = readArguments(args, ['format', 'level']);
    const format = formats[choose('format', options.format, ['text', 'json', 'sarif'])];
    const level = choose('level', options.level, ['warning', 'error', 'information', 'hint']);
    const reported = new Set(LEVELS.slice(0, LEVELS.indexOf(level) + 1));
    const files = new FilesSoFar();
    let count = 0;
    await output.write(format.begin);
    const paths = rest.length === 0 ? ['.'] : rest;
    const settingsOf = settingsFinder(output);
    let complete = true;
    for (const path of paths) {
      const settings = settingsOf(path);
      const read = await eachCable([path], output, async (file, text) => {
        if (file !== path && settings.excludes(file)) return;
        const cable = parseCable(text, file);
        for (const diagnostic of runChecks(cable, settings.levels(file), files.of(file, cable.mrn))) {
          if (!reported.has(diagnostic.severity)) continue;
          if (count > 0) await output.write(format.between);
          await output.write(format.item(fileDiagnostic(file, cable.lines, diagnostic)));
          count++;
        }
      });
      if (!read || !settings.sound) complete = false;
    }
    await output.write(format.end);
    if (!complete) return 2;
    return count === 0 ? 0 : 1;
  },
};

function fileDiagnostic(file: string, lines: LineTable, diagnostic: Diagnostic): FileDiagnostic {
  const start = lines.positionAt(diagnostic.start);
  const end = lines.positionAt(diagnostic.end);
  const { severity, code, message } = diagnostic;
  return {
    file,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    severity,
    code,
    message,
  };
}
