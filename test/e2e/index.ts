import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

const environment = process.env;

/** VS Code calls this in its extension host. Runs one suite, and leaves its output and its counts where it was told to. */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const output = environment.REFTEL_E2E_OUTPUT ?? '';
  Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => appendFileSync(output, `${format(...parts)}\n`);
  const grep = environment.REFTEL_E2E_GREP;
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: 'spec',
    color: false,
    // A busy machine is no failure; a test that never ends is.
    timeout: 60_000,
    ...(grep ? { grep } : {}),
  });
  const suite = environment.REFTEL_E2E_SUITE ?? '';
  const folder = join(__dirname, suite === 'development' ? 'suite' : suite);
  const wanted = environment.REFTEL_E2E_FILES?.split(',');
  const files = readdirSync(folder).filter(file => wanted?.includes(file) ?? file.endsWith('.test.js'));
  for (const file of files.sort()) mocha.addFile(join(folder, file));

  const failed: { title: string; message: string; file: string }[] = [];
  const failures = await new Promise<number>(done => {
    const runner = mocha.run(failures => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      writeFileSync(
        environment.REFTEL_E2E_RESULT ?? '',
        JSON.stringify({ passes, failures, pending, failed }),
      );
      done(failures);
    });
    runner.on('fail', (test, { message }) =>
      failed.push({ title: test.fullTitle(), message, file: basename(test.file ?? '') }),
    );
  });
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
