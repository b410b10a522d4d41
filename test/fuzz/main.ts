import { mkdirSync, writeFileSync } from 'node:fs';
import { hashOf } from '../mutations/random';
import { inputOf } from './inputs';
import { assertSound } from './oracle';
import { shrunk } from './shrink';

/** Where texts that fail are kept; each is a fixture of the tests once it is in the repository. */
const FOUND = 'test/fuzz/found';

const optionOf = (name: string, otherwise: number) =>
  Number(process.argv.find(argument => argument.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise);

/** The message of what is wrong with a text; null if nothing is. */
function failureOf(text: string): string | null {
  try {
    assertSound(text);
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
}

/** Runs the texts with numbers from `--seed` on, `--runs` of them, for at most `--seconds`; keeps those that fail, made small. */
function main(): void {
  const [runs, first] = [optionOf('runs', 1_000_000), optionOf('seed', 1)];
  const until = Date.now() + optionOf('seconds', Number.POSITIVE_INFINITY) * 1000;
  const started = Date.now();
  const kinds = new Map<string, number>();
  let done = 0;
  for (; done < runs && Date.now() < until; done++) {
    const text = inputOf(first + done);
    const failure = failureOf(text);
    if (failure === null) continue;
    const kind = failure.replace(/\d+/g, '0');
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    // One of each kind is enough to mend it.
    if ((kinds.get(kind) ?? 0) > 1) continue;
    const small = shrunk(text, some => failureOf(some)?.replace(/\d+/g, '0') === kind);
    const path = `${FOUND}/${hashOf(small).toString(16)}.txt`;
    mkdirSync(FOUND, { recursive: true });
    writeFileSync(path, small);
    console.log(`${path}: seed ${first + done}: ${failure}\n  ${JSON.stringify(small)}`);
  }
  const seconds = Math.round((Date.now() - started) / 1000);
  const failed = [...kinds.values()].reduce((sum, count) => sum + count, 0);
  for (const [kind, count] of kinds) console.log(`${count} times: ${kind}`);
  console.log(`\n${done} texts, seeds ${first} to ${first + done - 1}, in ${seconds} s`);
  console.log(`${done - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || done === 0 ? 1 : 0;
}

main();
