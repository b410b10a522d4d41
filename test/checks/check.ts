import assert from 'node:assert/strict';
import { parseCable } from '../../server/src/cable/parse';
import { type CheckContext, checks, type Diagnostic, type Levels, runChecks } from '../../server/src/checks';
import { NO_CONTEXT } from '../../server/src/checks/context';
import { textOf } from '../../server/src/text/span';
import { parseFixture } from '../fixture';

/** The lines of a made-up telegram in which nothing is wrong. */
const SOUND = {
  ti: 'VZCZCXRO1234',
  routing: 'RR RUEHDE RUEHDIR',
  de: 'DE RUEHMS #0412 0671200',
  security: 'ZNY CCCCC ZZH',
  dtg: 'R 081200Z MAR 07',
  from: 'FM AMEMBASSY MUSCAT',
  to: 'TO RUEHC/SECSTATE WASHDC 1111',
  info: 'INFO RUEHYN/AMEMBASSY SANAA 0007',
  gap: '',
  classLine: 'C O N F I D E N T I A L MUSCAT 000412',
  captions: 'SIPDIS',
  eo: 'E.O. 12958: DECL: 03/08/2017',
  tags: 'TAGS: PREL EPET MU',
  subject: 'SUBJECT: MINISTER VISITS THE NEW HARBOR',
  references: 'REF: A. SANAA 7\n     B. 06 MUSCAT 1512',
  authority: 'Classified By: Ambassador Jane Q. Doe for reasons 1.4 (b) and (d).',
  body: [
    '1. (C) The minister opened the new harbor on Monday (ref A).',
    '2. (C) He called it "a good day" for the coast.',
    '3. (C) Comment: He had said so before (ref B). End Comment.',
  ].join('\n\n'),
  signature: 'DOE',
};

export type CablePart = keyof typeof SOUND;

/** A sound telegram with some of its parts put differently; null leaves a part out. Markers are kept. */
export function cableWith(parts: Partial<Record<CablePart, string | null>> = {}): string {
  return Object.entries({ ...SOUND, ...parts })
    .flatMap(([part, lines]) => (lines === null ? [] : part === 'body' ? ['', lines, ''] : [lines]))
    .join('\n');
}

/**
 * Checks a text with `⟦ ⟧` round the characters at which the check `code` must speak, and nowhere else; the messages are in
 * the order of the ranges. The only place that asks for diagnostics.
 */
export function checkDiagnostics(code: string, marked: string, ...messages: readonly string[]): void {
  checkAmong(NO_CONTEXT, code, marked, ...messages);
}

/** The same for a text with something around it. */
export function checkAmong(
  context: CheckContext,
  code: string,
  marked: string,
  ...messages: readonly string[]
): void {
  const { text, ranges } = read(marked);
  const found = diagnose(text, context).filter(diagnostic => diagnostic.code === code);
  assert.deepEqual(
    found.map(diagnostic => ({
      at: textOf(text, diagnostic),
      start: diagnostic.start,
      message: diagnostic.message,
    })),
    ranges.map((range, i) => ({
      at: textOf(text, range),
      start: range.start,
      message: messages[i] ?? '(no message given)',
    })),
  );
  assert.equal(messages.length, ranges.length, 'one message for each range');
}

/** Checks that the check `code` has nothing to say. */
export function checkSilent(code: string, text: string): void {
  checkDiagnostics(code, text);
}

/** Checks what the text of the first diagnostic of `code` becomes by its fix. */
export function checkFix(code: string, text: string, title: string, fixed: string): void {
  const fix = diagnose(text)
    .find(diagnostic => diagnostic.code === code)
    ?.fix?.();
  assert.ok(fix, `${code} offers a fix`);
  assert.equal(fix.title, title);
  const edits = [...fix.edits].sort((a, b) => b.span.start - a.span.start);
  const result = edits.reduce(
    (rest, { span, newText }) => rest.slice(0, span.start) + newText + rest.slice(span.end),
    text,
  );
  assert.equal(result, fixed);
}

/** Checks what the fix of the other of two contradicting lines is called, null for none. */
export function checkOtherFix(code: string, text: string, title: string | null): void {
  const diagnostic = diagnose(text).find(candidate => candidate.code === code);
  assert.ok(diagnostic, `${code} speaks`);
  assert.equal(diagnostic.otherFix?.().title ?? null, title);
}

/** Checks that the first diagnostic of `code` offers no fix. */
export function checkNoFix(code: string, text: string): void {
  const diagnostic = diagnose(text).find(candidate => candidate.code === code);
  assert.ok(diagnostic, `${code} speaks`);
  assert.equal(diagnostic.fix, undefined);
}

/** Checks to which characters the first diagnostic of `code` points besides its own. */
export function checkRelated(code: string, text: string, ...related: readonly string[]): void {
  const diagnostic = diagnose(text).find(candidate => candidate.code === code);
  assert.deepEqual(
    diagnostic?.related?.map(({ span }) => textOf(text, span)),
    related,
  );
}

/** Checks everything that is said about a text: one entry `line severity code` for each diagnostic, lines from 1. */
export function checkAll(text: string, ...expected: readonly string[]): void {
  const cable = parseCable(text);
  assert.deepEqual(
    runChecks(cable).map(
      ({ start, severity, code }) => `${cable.lines.lineAt(start) + 1} ${severity} ${code}`,
    ),
    expected,
  );
}

/** Everything that the checks say, those that are off by default too. */
function diagnose(text: string, context: CheckContext = NO_CONTEXT): readonly Diagnostic[] {
  return runChecks(parseCable(text), ALL_ON, context);
}

const ALL_ON: Levels = Object.fromEntries(
  checks.flatMap(({ code, severity, offByDefault }) => (offByDefault ? [[code, severity]] : [])),
);

function read(marked: string) {
  const [file] = parseFixture(marked).files;
  if (!file) throw new Error('an empty fixture');
  return file;
}
