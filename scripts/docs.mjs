// Writes docs/diagnostics/README.md, the table of all checks, from the checks themselves.
//   node scripts/docs.mjs          writes the table
//   node scripts/docs.mjs --check  writes nothing; fails where the table is out of date, or a page is missing or too many
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { common } from './build.mjs';

const FOLDER = 'docs/diagnostics';
const TABLE = `${FOLDER}/README.md`;

const { outputFiles } = await build({
  ...common,
  entryPoints: ['server/src/checks/index.ts'],
  format: 'esm',
  write: false,
  sourcemap: false,
  minify: false,
});
const { checks } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

const rows = checks.map(
  ({ code, severity, offByDefault, summary }) =>
    `| [\`${code}\`](${code}.md) | ${severity}${offByDefault ? ', off by default' : ''} | ${summary} |`,
);
const table = `# Diagnostics

What Reftel says about a cable, in the order in which a cable is written. Each code has a page: what it says, why, an
example, the source of the rule. This table is written by \`scripts/docs.mjs\`.

| code | severity | reports |
|---|---|---|
${rows.join('\n')}
`;

const pages = readdirSync(FOLDER).filter(name => name.endsWith('.md') && name !== 'README.md');
const codes = checks.map(({ code }) => `${code}.md`);
const problems = [
  ...codes.filter(page => !pages.includes(page)).map(page => `${FOLDER}/${page} is missing`),
  ...pages.filter(page => !codes.includes(page)).map(page => `${FOLDER}/${page} is about no check`),
];
if (!process.argv.includes('--check')) writeFileSync(TABLE, table);
else if (readFileSync(TABLE, 'utf8') !== table)
  problems.push(`${TABLE} is out of date: run node scripts/docs.mjs`);
for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);
