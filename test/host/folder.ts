import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Runs `use` on a new folder that holds `files` (name → content) and takes the folder away again. */
export async function withFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => void | Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'reftel-test-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    await use(folder);
  } finally {
    await removed(folder);
  }
}

/** Removes a folder, in which the process of a server that was just killed may still write. */
async function removed(folder: string): Promise<void> {
  for (let left = 25; ; left--) {
    try {
      return rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (left === 0) throw error;
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }
}

/** The least that is recognised as a cable. */
export function cableText(serial: number, lines: readonly string[] = []): string {
  return [
    'VZCZCXYZ0000',
    'RR RUEHWEB',
    `DE RUEHMS #${String(serial).padStart(4, '0')} 0241550`,
    'ZNR UUUUU ZZH',
    'R 241550Z JAN 07',
    'FM AMEMBASSY MUSCAT',
    'TO RUEHC/SECSTATE WASHDC 7816',
    '',
    `UNCLAS MUSCAT ${String(serial).padStart(6, '0')}`,
    '',
    'SIPDIS',
    '',
    'E.O. 12958: N/A',
    'TAGS: PREL, MU',
    `SUBJECT: CABLE NUMBER ${serial}`,
    '',
    ...lines,
    '',
  ].join('\n');
}
