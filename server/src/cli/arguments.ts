import { parseArgs } from 'node:util';
import { suggestionFor } from '../text/suggestion';

/** Arguments that were not understood; the message says which, without a full stop. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Whether it is one, of this file of `dist` or another one. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === 'UsageError';
}

/**
 * The values of the options `names`, each of which takes a value, those of `switches` that are given, and the other arguments.
 * Throws `UsageError`.
 */
export function readArguments<Name extends string, Switch extends string = never>(
  args: readonly string[],
  names: readonly Name[],
  switches: readonly Switch[] = [],
): {
  readonly options: Partial<Record<Name, string>>;
  readonly flags: ReadonlySet<Switch>;
  readonly rest: readonly string[];
} {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: Object.fromEntries([
        ...names.map(name => [name, { type: 'string' as const }] as const),
        ...switches.map(name => [name, { type: 'boolean' as const }] as const),
      ]),
      allowPositionals: true,
    });
    const flags = new Set(switches.filter(name => (values as Record<string, unknown>)[name] === true));
    return { options: values as Partial<Record<Name, string>>, flags, rest: positionals };
  } catch (error) {
    const unknown = isUnknownOption(error) ? unknownOption(args, [...names, ...switches]) : null;
    if (unknown) throw new UsageError(`unknown option --${unknown.name}${didYouMean(unknown.meant)}`);
    throw new UsageError(error instanceof Error ? firstSentence(error.message) : String(error));
  }
}

/** `value` if it is one of `choices`; the first of them if it is not given. Throws `UsageError` otherwise. */
export function choose<Choice extends string>(
  option: string,
  value: string | undefined,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  return value === undefined ? choices[0] : oneOf(`--${option} ${value}`, value, choices);
}

/** `value` if it is one of `choices`. Throws `UsageError` otherwise, which names it as `what`. */
export function oneOf<Choice extends string>(
  what: string,
  value: string,
  choices: readonly Choice[],
): Choice {
  const choice = choices.find(each => each === value);
  if (choice !== undefined) return choice;
  throw new UsageError(`${what}: expected ${listOf(choices)}${didYouMean(suggestionFor(value, choices))}`);
}

/** The whole number, from `least` on, that an option has; undefined if it is not given. Throws `UsageError`. */
export function wholeNumber(option: string, value: string | undefined, least = 0): number | undefined {
  if (value === undefined) return undefined;
  const number = /^-?\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least)) throw new UsageError(`--${option} ${value}: expected a whole number`);
  return number;
}

/** The only argument, which the usage line calls `name`. Throws `UsageError` if there is none or more than one. */
export function only(rest: readonly string[], name: string): string {
  const [value, more] = rest;
  if (value === undefined) throw new UsageError(`${name} is missing`);
  if (more !== undefined) throw new UsageError(`expected one ${name}, unexpected ${more}`);
  return value;
}

/** `; did you mean --level?`, or nothing. */
export function didYouMean(meant: string | null): string {
  return meant === null ? '' : `; did you mean ${meant}?`;
}

function isUnknownOption(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
}

/** The first long option of `args` that is none of `known`, and the one that it was probably meant to be. */
function unknownOption(
  args: readonly string[],
  known: readonly string[],
): { readonly name: string; readonly meant: string | null } | null {
  for (const arg of args) {
    const name = /^--([^=]+)/.exec(arg)?.[1];
    if (name === undefined || known.includes(name)) continue;
    const meant = suggestionFor(name, known);
    return { name, meant: meant && `--${meant}` };
  }
  return null;
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function firstSentence(message: string): string {
  const end = message.indexOf('. ');
  return (end < 0 ? message : message.slice(0, end)).replace(/\s+/g, ' ');
}
