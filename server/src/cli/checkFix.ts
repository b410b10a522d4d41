import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { type Diagnose, type Mended, mendAll } from '../features/mending';
import { rewriteText } from '../host/files/rewrite';
import { sayProblem } from './input';
import type { Output } from './output';

/** What a check does to the files that it reads. */
export interface Mender {
  /** Mends a file as far as is certain, and gives the text that it holds then. */
  mend(file: string, text: string, diagnose: Diagnose): Promise<string>;
  /** Says what was done. Gives whether all of it could be done. */
  conclude(): boolean;
}

/** Writes what is certain into the files. */
export function fileMender(output: Output): Mender {
  const tally = new Tally();
  let complete = true;
  return {
    async mend(file, text, diagnose) {
      const mended = mendAll(text, diagnose);
      if (mended.text === text) return text;
      const problem = rewriteText(file, text, mended.text);
      if (problem) {
        sayProblem(problem, output);
        complete = false;
        return text;
      }
      tally.add(mended);
      return mended.text;
    },
    conclude() {
      output.say(`reftel: ${tally.files === 0 ? 'nothing to mend' : `mended ${tally}`}`);
      return complete;
    },
  };
}

/** Writes nothing but a unified diff of what would be done. */
export function diffMender(output: Output): Mender {
  const tally = new Tally();
  return {
    async mend(file, text, diagnose) {
      const mended = mendAll(text, diagnose);
      if (mended.text !== text) {
        tally.add(mended);
        await output.write(unifiedDiff(file, text, mended.text));
      }
      return text;
    },
    conclude() {
      output.say(
        `reftel: ${tally.files === 0 ? 'nothing to mend' : `would mend ${tally}`}; nothing was written`,
      );
      return true;
    },
  };
}

/** In the form that `patch -p0` reads. */
function unifiedDiff(file: string, before: string, after: string): string {
  return createTwoFilesPatch(file, file, before, after, undefined, undefined, {
    context: 1,
    headerOptions: FILE_HEADERS_ONLY,
  });
}

/** How many files were mended, and how often each code. */
class Tally {
  files = 0;
  readonly #fixes = new Map<string, number>();

  add({ codes }: Mended): void {
    this.files++;
    for (const code of codes) this.#fixes.set(code, (this.#fixes.get(code) ?? 0) + 1);
  }

  /** `2 files: caption-in-text 1, security-group-length 2` */
  toString(): string {
    const fixes = [...this.#fixes]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, count]) => `${code} ${count}`);
    return `${this.files === 1 ? '1 file' : `${this.files} files`}: ${fixes.join(', ')}`;
  }
}
