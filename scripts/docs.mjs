// Generates what follows from the checks: the table of all checks in docs/diagnostics/README.md, the JSON Schema of
// reftel.json, and the levels that the setting reftel.diagnostics.levels takes in package.json, with their texts in package.nls.json.
// Also the tools of the chat in package.json, with the schemas that the server has for them.
//   node scripts/docs.mjs          writes them
//   node scripts/docs.mjs --check  writes nothing; fails if a file is out of date, or a page is missing or superfluous
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { common } from './build.mjs';

const PAGES = 'docs/diagnostics';

const { outputFiles } = await build({
  ...common,
  stdin: {
    contents: `
      export { checks, LEVELS } from './server/src/checks/index';
      export { levelDescriptions, settingsSchema } from './server/src/checks/settings/settingsSchema';
      export { toolSet } from './server/src/features/toolSet';`,
    resolveDir: '.',
  },
  format: 'esm',
  // What libraries have for browsers needs nothing of Node.js, which a module from a text could not find.
  platform: 'browser',
  write: false,
  sourcemap: false,
  minify: false,
});
const { checks, LEVELS, levelDescriptions, settingsSchema, toolSet } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

function table() {
  const rows = checks.map(
    ({ code, severity, offByDefault, summary }) =>
      `| [\`${code}\`](${code}.md) | ${severity}${offByDefault ? ', off by default' : ''} | ${summary} |`,
  );
  return `# Diagnostics

What Reftel reports about a cable, in the order of a cable's parts. Each code has a page: the message, the reason, an
example, the source of the rule. \`scripts/docs.mjs\` writes this table.

| code | severity | reports |
|---|---|---|
${rows.join('\n')}
`;
}

const SETTING = 'reftel.diagnostics.levels';
const textOf = code => `${SETTING}.${code}`;

/** A tool as VS Code's chat is offered it, while the setting is on. */
const chatTool = ({ name, description, inputSchema }) => ({
  name: `reftel_${name}`,
  toolReferenceName: `reftel_${name}`,
  canBeReferencedInPrompt: true,
  displayName: `%chat.${name}%`,
  userDescription: `%chat.${name}.description%`,
  modelDescription: description,
  inputSchema,
  when: 'config.reftel.chat.tools',
});

/** package.json with the tools of the chat, and each code as a property of the setting, which settings.json completes and the settings editor lists. */
function manifest() {
  const content = JSON.parse(readFileSync('package.json', 'utf8'));
  const setting = content.contributes.configuration
    .map(({ properties }) => properties[SETTING])
    .find(Boolean);
  setting.properties = Object.fromEntries(
    checks.map(({ code }) => [code, { type: 'string', enum: LEVELS, description: `%${textOf(code)}%` }]),
  );
  content.contributes.languageModelTools = toolSet.map(chatTool);
  return json(content);
}

function texts() {
  const content = JSON.parse(readFileSync('package.nls.json', 'utf8'));
  const levels = Object.entries(levelDescriptions).map(([code, text]) => [textOf(code), text]);
  return json({ ...without(content, key => key.startsWith(textOf(''))), ...Object.fromEntries(levels) });
}

function without(object, isLeftOut) {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !isLeftOut(key)));
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const files = {
  [`${PAGES}/README.md`]: table(),
  'schemas/reftel.schema.json': json(settingsSchema),
  'package.json': manifest(),
  'package.nls.json': texts(),
};
const pages = readdirSync(PAGES).filter(name => name.endsWith('.md') && name !== 'README.md');
const codes = checks.map(({ code }) => `${code}.md`);
const problems = [
  ...codes.filter(page => !pages.includes(page)).map(page => `${PAGES}/${page} is missing`),
  ...pages.filter(page => !codes.includes(page)).map(page => `${PAGES}/${page} is about no check`),
];
for (const [file, text] of Object.entries(files)) {
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8').replaceAll('\r\n', '\n') !== text)
    problems.push(`${file} is out of date: run node scripts/docs.mjs`);
}
for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);
