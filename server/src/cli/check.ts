import { parseDocument } from '../cable/document';
import type { Cable } from '../cable/model';
import { type Level, runChecks, type Severity } from '../checks/index';
import { choose, readArguments, UsageError, wholeNumber } from './arguments';
import { diffFixer, fileFixer } from './checkFix';
import { type CheckFormat, githubFormat, jsonFormat, textFormat, unixFormat } from './checkFormat';
import type { Command } from './command';
import { pageOf } from './diagnosticPages';
import { toFileDiagnostic } from './fileDiagnostic';
import { FilesSoFar, idsIn } from './filesSoFar';
import { settingsFinder } from './folderSettings';
import { eachCable, namedPaths, STDIN } from './input';
import type { Output } from './output';
import { sarifFormat } from './sarif';

/** From the most serious to the least. */
const LEVELS: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

const ASKS_FOR_IDS = 'reference-unresolved';
const isOff = (level: Level | undefined) => level === undefined || level === 'default' || level === 'off';

const FORMATS = ['text', 'json', 'sarif', 'unix', 'github'] as const;
const formats: Readonly<Record<(typeof FORMATS)[number], (output: Output) => CheckFormat>> = {
  text: textFormat,
  json: () => jsonFormat,
  sarif: () => sarifFormat(pageOf),
  unix: () => unixFormat,
  github: () => githubFormat,
};

export const check: Command = {
  name: 'check',
  summary: 'what is wrong or odd in cables',
  help: `usage: reftel check [PATH…] [--format text|json|sarif|unix|github] [--level error|warning|information|hint]
                    [--max-warnings N] [--fix | --dry-run] [--stdin-name NAME]

Checks the cables of files and folders (default: .; - is standard input). Other files in a folder are skipped.

  --format text   a line for each diagnostic: file:line:column severity code message (default)
  --format json   one array of { file, line, column, endLine, endColumn, severity, code, message }, counting from 1
  --format sarif  SARIF 2.1.0
  --format unix   a line for each diagnostic: file:line:column: severity: message [code]
  --format github workflow commands, which GitHub Actions shows beside the lines
  --level LEVEL   report findings of at least LEVEL (default: warning)
  --max-warnings N  fail for more than N warnings only, and for nothing less; an error always fails
  --stdin-name NAME  what standard input is called (default: stdin)
  --fix           first apply every certain fix, whatever its level, and report what remains
  --dry-run       write nothing: print a diff of what --fix would do, instead of a report

A file is rewritten in its own encoding and with its own line endings, completely or not at all.

A reftel.json in the folder, or in the nearest folder above, sets levels, ignored findings and excluded files.

--quiet reports errors alone.

Exit code: 0 if there is nothing to report; 1 if there is; 2 if it could not run, could not read a PATH or write a file, or
reftel.json has errors. --dry-run exits like a check without --fix.
`,
  async run(args, output) {
    const { options, flags, rest } = readArguments(
      args,
      ['format', 'level', 'max-warnings', 'stdin-name'],
      ['fix', 'dry-run'],
    );
    const stdinName = options['stdin-name'];
    const isDry = flags.has('dry-run');
    if (isDry && options.format !== undefined && options.format !== 'text')
      throw new UsageError(`--dry-run prints a diff, not ${options.format}`);
    if (flags.has('fix') && rest.includes(STDIN))
      throw new UsageError('--fix cannot rewrite standard input; --dry-run prints a diff');
    const fixer = isDry ? diffFixer(output) : flags.has('fix') ? fileFixer(output) : null;
    const format = formats[choose('format', options.format, FORMATS)](output);
    const level = output.quiet
      ? 'error'
      : choose('level', options.level, ['warning', 'error', 'information', 'hint']);
    const maxWarnings = wholeNumber('max-warnings', options['max-warnings']);
    const reported = new Set(LEVELS.slice(0, LEVELS.indexOf(level) + 1));
    const { limit = Number.POSITIVE_INFINITY } = format;
    let count = 0;
    const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
    await output.write(format.begin, format.kind);
    const settingsOf = settingsFinder(output);
    const paths = namedPaths(rest).map(path => ({ path, stdinName, ...settingsOf(path, stdinName) }));
    // Only one check needs the ids of the other files, and it is off by default.
    const asks = paths.some(({ path, levels }) => !isOff(levels(path)[ASKS_FOR_IDS]));
    const files = new FilesSoFar(asks ? await idsIn(paths, output) : null);
    let complete = true;
    for (const path of paths) {
      const read = await eachCable([path], output, async (file, text) => {
        const levels = path.levels(file);
        const cables = parseDocument(text, file);
        const contexts = cables.map(({ mrn }) => files.of(file, mrn));
        const diagnose = (cable: Cable) => runChecks(cable, levels, contexts[cable.telegram.n - 1]);
        const remaining = fixer
          ? await fixer.fix(file, file === path.path ? null : path.path, text, other =>
              parseDocument(other, file).flatMap(diagnose),
            )
          : text;
        for (const cable of remaining === text ? cables : parseDocument(remaining, file)) {
          for (const diagnostic of diagnose(cable)) {
            counts[diagnostic.severity]++;
            if (!reported.has(diagnostic.severity)) continue;
            if (!isDry && count < limit) {
              if (count > 0) await output.write(format.between, format.kind);
              await output.write(format.item(toFileDiagnostic(file, cable.lines, diagnostic)), format.kind);
            }
            count++;
          }
        }
      });
      if (!read || !path.sound) complete = false;
    }
    await output.write(format.end, format.kind);
    if (count > limit) output.note(`reftel: only the first ${limit} of ${count} findings are in the report`);
    if (fixer && !fixer.conclude()) complete = false;
    if (!complete) return 2;
    if (maxWarnings === undefined) return count === 0 ? 0 : 1;
    if (counts.warning > maxWarnings)
      output.say(`reftel: ${counts.warning} warnings, more than the ${maxWarnings} allowed`);
    return counts.error > 0 || counts.warning > maxWarnings ? 1 : 0;
  },
};
