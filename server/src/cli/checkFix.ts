import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { type Diagnose, type FixedText, fixAll } from '../features/fixAll';
import { rewriteText } from '../host/files/rewrite';
import { sayProblem } from './input';
import type { Output } from './output';

/** What a check does to the files it reads. */
export interface Fixer {
  /**
   * Applies all certain fixes to a file and resolves to its text after them. `folder` is the folder that was named and the file
   * found in; null for a file that was named itself.
   */
  fix(file: string, folder: string | null, text: string, diagnose: Diagnose): Promise<string>;
  /** Reports what was done. Returns true if everything succeeded. */
  conclude(): boolean;
}

/** Writes certain fixes into the files. */
export function fileFixer(output: Output): Fixer {
  const tally = new Tally();
  let complete = true;
  return {
    async fix(file, folder, text, diagnose) {
      const fixed = fixAll(text, diagnose);
      if (fixed.text === text) return text;
      const problem = rewriteText(file, text, fixed.text, folder);
      if (problem) {
        sayProblem(problem, output);
        complete = false;
        return text;
      }
      tally.add(fixed);
      return fixed.text;
    },
    conclude() {
      output.note(`reftel: ${tally.files === 0 ? 'nothing to fix' : `fixed ${tally}`}`);
      return complete;
    },
  };
}

/** Writes only a unified diff of what would be fixed. */
export function diffFixer(output: Output): Fixer {
  const tally = new Tally();
  return {
    async fix(file, _folder, text, diagnose) {
      const fixed = fixAll(text, diagnose);
      if (fixed.text !== text) {
        tally.add(fixed);
        await output.write(unifiedDiff(file, text, fixed.text), 'data');
      }
      return text;
    },
    conclude() {
      output.note(
        `reftel: ${tally.files === 0 ? 'nothing to fix' : `would fix ${tally}`}; nothing was written`,
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

/** How many files were fixed, and how often each code. */
class Tally {
  files = 0;
  readonly #fixes = new Map<string, number>();

  add({ codes }: FixedText): void {
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
