import './mocha';
import { OPTIONS } from './options';

/** What of mocha's browser build is used here. */
interface Mocha {
  setup(options: object): void;
  grep(pattern: string): void;
  run(done: (failures: number) => void): {
    readonly stats?: { passes: number; pending: number };
    on(event: 'fail', hear: (test: { fullTitle(): string }, error: Error) => void): void;
  };
}

const scope = globalThis as unknown as {
  readonly mocha: Mocha;
  readonly Mocha: { readonly reporters: { readonly Base: { consoleLog(...parts: unknown[]): void } } };
};

/** VS Code calls this in its extension host. What it prints is read by `scripts/e2e/web.mjs`. */
export async function run(): Promise<void> {
  const { mocha, Mocha } = scope;
  Mocha.reporters.Base.consoleLog = (pattern: unknown = '', ...values: unknown[]) => {
    const text = String(pattern).replace(/%[sd]/g, () => String(values.shift()));
    for (const line of text.split('\n')) console.info(`[mocha] ${line}`);
  };
  mocha.setup({ ui: 'bdd', reporter: 'spec', color: false, timeout: 60_000 });
  if (OPTIONS.grep) mocha.grep(OPTIONS.grep);
  if (OPTIONS.opening === 'first') await import('./first.js');
  else await import('./second.js');
  const failed: { title: string; message: string }[] = [];
  const failures = await new Promise<number>(done => {
    const runner = mocha.run(failures => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      console.info(`[verdict] ${JSON.stringify({ passes, failures, pending, failed })}`);
      done(failures);
    });
    runner.on('fail', (test, { message }) => failed.push({ title: test.fullTitle(), message }));
  });
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
