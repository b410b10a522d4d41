// Runs a script with another version of Node.js, which comes from npm and is kept in .vscode-test/.
//   node scripts/withNode.mjs MAJOR SCRIPT [ARG …]      node scripts/withNode.mjs 24 scripts/test.mjs unit
// Ends as the script does.
import { spawnSync } from 'node:child_process';
import { fetchNode } from './e2e/vscode-fetch.mjs';

const [major, ...command] = process.argv.slice(2);
const { node, missing } = fetchNode(Number(major));
if (!node) {
  console.error(missing);
  process.exit(1);
}
const { status } = spawnSync(node, command, { stdio: 'inherit' });
process.exit(status ?? 1);
