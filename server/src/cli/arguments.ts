import { parseArgs } from 'node:util';

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
    throw new UsageError(error instanceof Error ? firstSentence(error.message) : String(error));
  }
}

/** `value` if it is one of `choices`; the first of them if it is not given. Throws `UsageError` otherwise. */
export function choose<Choice extends string>(
  option: string,
  value: string | undefined,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  if (value === undefined) return choices[0];
  const choice = choices.find(each => each === value);
  if (choice === undefined) throw new UsageError(`--${option} ${value}: expected ${listOf(choices)}`);
  return choice;
}

/** The only argument, which the usage line calls `name`. Throws `UsageError` if there is none or more than one. */
export function only(rest: readonly string[], name: string): string {
  const [value, more] = rest;
  if (value === undefined) throw new UsageError(`${name} is missing`);
  if (more !== undefined) throw new UsageError(`expected one ${name}, unexpected ${more}`);
  return value;
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function firstSentence(message: string): string {
  const end = message.indexOf('. ');
  return (end < 0 ? message : message.slice(0, end)).replace(/\s+/g, ' ');
}
