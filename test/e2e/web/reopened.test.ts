import { extensions, languages } from 'vscode';
import { eventually, filesFound, fileUri, holds, reftel, same, show } from './helper';
import { madeCable } from './made';
import type { Memory } from './memory';
import { OPTIONS } from './options';
import { SEEDS } from './seeds';

describe('a folder that is opened again', () => {
  it('is known from the last time', async () => {
    await reftel().activate();
    const memory = extensions.getExtension<Memory>('test.memory')?.exports;
    const start = performance.now();
    await show(SEEDS[1]?.[0] ?? '');
    const { id, path } = madeCable(7);
    await eventually(
      () => filesFound(OPTIONS.host === 'serverless' ? id : '07MUSCAT73'),
      found => found.length > 0,
    );
    console.info(`[mocha]     known after ${Math.round(performance.now() - start)} ms`);
    if (!memory) return;
    // Until the folder has been looked at.
    await new Promise(next => setTimeout(next, 5000));
    const { reads } = memory;
    // Those of restored editors, and some that citations on screen lead to.
    holds(reads < 100, `${reads} files were read`);
    console.info(`[mocha]     ${reads} files were read`);
    same(languages.getDiagnostics(fileUri(path)), []);
  });
});
