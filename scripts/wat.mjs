// Compiles server/src/host/landmarks.wat; run it after every change there. Takes the assembler from the npm registry on demand.
import { spawnSync } from 'node:child_process';

const file = 'server/src/host/landmarks';
const { status } = spawnSync(
  'npx',
  ['--yes', '--package=wabt@1.0.39', 'wat2wasm', `${file}.wat`, '-o', `${file}.wasm`],
  { stdio: 'inherit', shell: process.platform === 'win32' },
);
process.exit(status ?? 1);
