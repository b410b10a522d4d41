// Serves the stand-in on a folder, with the extension of this folder, until it is told to end. Prints the address of a window.
//   node scripts/e2e/serve.mjs WORKSPACE DATA
import { resolve } from 'node:path';
import { fetchStandin } from './vscode-fetch.mjs';
import { QUIET_SETTINGS, startServer } from './vscode-server.mjs';

const [workspace, folder] = process.argv.slice(2);
const standin = fetchStandin('oldest');
if ('missing' in standin) throw new Error(standin.missing);
const server = await startServer(standin, { folder, settings: QUIET_SETTINGS, themesOnly: true });
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
const payload = [
  ['skipWelcome', 'true'],
  ['extensionDevelopmentPath', server.remote(resolve(import.meta.dirname, '../..'))],
];
console.log(server.url(workspace, payload));
