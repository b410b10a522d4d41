import { performance } from 'node:perf_hooks';
import type { LocationLink } from 'vscode-languageserver/node';
import { Editor } from '../../protocol/editor';
import { memoryOf } from './machine';
import type { Sample } from './samples';

/** A server that has read all of `folder`. */
export function startServer(folder: string, cacheDir: string): Promise<Editor> {
  return Editor.start({ folders: [folder], options: { cacheDir } });
}

/** The first of the samples whose reference leads to another file. Throws where none does. */
export async function firstResolved(editor: Editor, samples: readonly Sample[]): Promise<Sample> {
  for (const sample of samples) {
    await editor.open(sample.uri, sample.text);
    const found = await leadsAway(editor, sample);
    await editor.close(sample.uri);
    if (found) return sample;
  }
  throw new Error('no reference of the samples leads to another cable');
}

/** Whether the reference of an open sample leads to another file. */
async function leadsAway(editor: Editor, { uri, reference }: Sample): Promise<boolean> {
  const params = { textDocument: { uri }, position: reference };
  const links = await editor.request<LocationLink[] | null>('textDocument/definition', params);
  return links?.some(({ targetUri }) => targetUri !== uri) ?? false;
}

export interface Reopened {
  /** Milliseconds from the editor's hello to the first jump to another cable. */
  readonly answered: number;
  /** The same from the start of the process. */
  readonly fromStart: number;
}

/** Opens a folder whose archive is saved, and asks until a reference leads to its cable. */
export async function reopen(folder: string, cacheDir: string, sample: Sample): Promise<Reopened> {
  const start = performance.now();
  const editor = Editor.idle();
  try {
    // Refused before the hello; so the answer tells that the process is there.
    await editor.request('shutdown', {}).catch(() => {});
    const hello = performance.now();
    await editor.begin({ folders: [folder], options: { cacheDir }, atOnce: true });
    await editor.open(sample.uri, sample.text);
    while (!(await leadsAway(editor, sample)));
    const end = performance.now();
    return { answered: end - hello, fromStart: end - start };
  } finally {
    editor.kill();
  }
}

/** Milliseconds from the start of a server to the first jump to another cable, in a folder that it has never seen. */
export async function firstJump(folder: string, cacheDir: string, sample: Sample): Promise<number> {
  const start = performance.now();
  const editor = Editor.idle();
  try {
    await editor.begin({ folders: [folder], options: { cacheDir }, atOnce: true });
    await editor.open(sample.uri, sample.text);
    while (!(await leadsAway(editor, sample))) await new Promise(next => setTimeout(next, 10));
    return performance.now() - start;
  } finally {
    editor.kill();
  }
}

/**
 * Milliseconds that a server needs to look whether an archive that it has opened is as the disk has it: what it does in the
 * background when a folder is opened, asked for once more.
 */
export async function verificationTime(folder: string, cacheDir: string): Promise<number> {
  const editor = await startServer(folder, cacheDir);
  try {
    const start = performance.now();
    await editor.request('workspace/executeCommand', { command: 'reftel.refreshArchive' });
    await editor.hasRead(2);
    return performance.now() - start;
  } finally {
    editor.kill();
  }
}

/** The memory of the server, and of what it has started, once it has been left alone for a while; in bytes. */
export async function memoryAtRest(editor: Editor, seconds = 5): Promise<number | null> {
  await new Promise(resolve => setTimeout(resolve, seconds * 1000));
  return memoryOf(editor.pid);
}
