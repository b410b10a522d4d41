import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { commands, env, type Location, languages, type Uri, window, workspace } from 'vscode';
import {
  acceptUntil,
  caretAt,
  closeAll,
  diagnosticsOf,
  eventually,
  fileUri,
  hasHands,
  languageOf,
  paste,
  picture,
  positionOf,
  SCRATCH,
  SEEDS,
  show,
  showSeed,
  until,
  viewOpens,
  writeFile,
} from '../helper';

/** What a person does at once: runs a command, opens a file, puts the caret somewhere, chooses in a list. */
type Step = () => unknown;

/** The most steps that a task may take. docs/tasks.md names them. */
const STEPS = 3;

async function take(...steps: readonly Step[]): Promise<void> {
  assert.ok(steps.length <= STEPS, `${steps.length} steps`);
  for (const step of steps) await step();
}

/** Runs a command in which something is chosen by Enter, until that is done. */
async function choose(command: string): Promise<void> {
  let isDone = false;
  const done = Promise.resolve(commands.executeCommand(command)).then(() => {
    isDone = true;
  });
  await acceptUntil(() => isDone);
  await done;
}

const nameOf = ({ path }: Uri) => basename(path);
const run = (command: string, ...given: unknown[]) => commands.executeCommand(command, ...given);
const written = (uri: Uri) => (existsSync(uri.fsPath) ? readFileSync(uri.fsPath, 'utf8') : '');

const ON_MISSILES = `P 120900Z MAR 07
FM AMEMBASSY ANKARA
TO RUEHC/SECSTATE WASHDC PRIORITY 1234
S E C R E T ANKARA 000512
NOFORN
E.O. 12958: DECL: 03/12/2017
TAGS: PREL IR RS TU
SUBJECT: IRAN: AIR DEFENSE
Classified By: A. Officer for Reasons 1.4 (b, d)
1. (S/NF) An official said that Iran wants the S-300 from Russia.
2. (C) He would not say when.
WILSON
`;

describe('a task of research takes three steps at most', () => {
  before(async () => {
    writeFile('ankara.cable', ON_MISSILES);
    await languageOf(await show(fileUri(`${SCRATCH}/ankara.cable`)), 'cable');
    await showSeed(0);
    await eventually(
      () => commands.getCommands(true),
      all => all.includes('reftel.copyMissing'),
    );
    // Until the folder has been read.
    await eventually(
      async () => {
        await run('reftel.copyMissing');
        return env.clipboard.readText();
      },
      text => text.includes('06STATE203034'),
    );
  });
  afterEach(closeAll);
  after(async () => {
    await workspace.fs.delete(fileUri(SCRATCH), { recursive: true });
    await run('workbench.view.explorer');
  });

  it('who cites 07MUSCAT73, and what they say', async () => {
    await take(
      () => showSeed(0),
      () => run('reftel.showCitedBy'),
    );
    await picture('task-cited-by', '.reference-zone-widget .monaco-list-row');
    const document = await showSeed(0);
    const found = await commands.executeCommand<Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      positionOf(document, 'MUSCAT 000073'),
    );
    const citing = found.filter(({ uri }) => nameOf(uri) === SEEDS[1]);
    const text = (await workspace.openTextDocument(fileUri(SEEDS[1]))).getText().split('\n');
    assert.ok(citing.some(({ range }) => /ref B\)/i.test(text[range.start.line] ?? '')));
  });

  it('the missing cables as a spreadsheet', async () => {
    const target = writeFile('missing.csv', '');
    await take(
      () => run('reftel.showTable', 'is:missing'),
      () => viewOpens('Collection'),
      () => run('reftel.exportTable', 'csv', target),
    );
    assert.match(written(target), /^mrn,citedBy,earliest,latest,citing\r\n(?:.*\r\n)*06STATE203034,1,/);
  });

  it('a footnote for ¶4', async () => {
    await take(
      async () => caretAt(positionOf(await showSeed(1), '4. (C)')),
      () => choose('reftel.copyCitation'),
    );
    await eventually(
      () => env.clipboard.readText(),
      text => /telegram 07MUSCAT154, February 14, 2007.*para\. 4/.test(text),
    );
  });

  it('all that the embassy in Ankara wrote of the S-300 in 2007, SECRET and NOFORN', async () => {
    await eventually(
      () => run('reftel.search', 'post:ankara year:2007 class:secret caption:noforn s-300'),
      found => found === 1,
    );
    await picture(
      'task-search',
      '[id="workbench.view.extension.reftel"] .monaco-list-row:has-text("07ANKARA512")',
    );
  });

  it('a web page pasted as a cable', async function () {
    if (!hasHands()) this.skip();
    const page = `<meta charset='utf-8'><div><pre>${ON_MISSILES}</pre></div>`;
    await take(
      () => run('workbench.action.files.newUntitledFile'),
      () => paste({ 'text/plain': ON_MISSILES.replace(/\s+/g, ' '), 'text/html': page }),
    );
    const document = await eventually(
      () => window.activeTextEditor?.document,
      active => active?.isUntitled === true && active.getText() !== '',
    );
    assert.ok(document);
    await languageOf(document, 'cable');
    assert.equal(document.getText().trim(), ON_MISSILES.trim());
    await run('workbench.action.revertAndCloseActiveEditor');
  });

  it('how two versions of a cable differ', async () => {
    const seed = written(fileUri(SEEDS[0]));
    writeFile('other.cable', seed.replace(/^\s+/, '').replace('bin Alawi', 'XXXXXXXX'));
    const document = await showSeed(0);
    await until(languages.onDidChangeDiagnostics, () =>
      diagnosticsOf(document).some(found => found.endsWith('duplicate-cable')),
    );
    await take(
      () => showSeed(0),
      () => run('reftel.compareCopies'),
    );
    await viewOpens('Copies of 07MUSCAT73');
    await picture('task-compare', 'iframe.webview.ready');
    await workspace.fs.delete(fileUri(`${SCRATCH}/other.cable`));
  });

  it('notes that lead to their sources', async () => {
    const note = writeFile('notes.md', '# Oman\n\nThe minister met Livni (07MUSCAT154 ¶2).\n');
    await take(
      async () => caretAt(positionOf(await show(note), '07MUSCAT154')),
      () => run('editor.action.revealDefinition'),
    );
    await eventually(
      () => window.activeTextEditor,
      editor =>
        editor !== undefined &&
        nameOf(editor.document.uri) === SEEDS[1] &&
        /2\. \(C\)/.test(editor.document.lineAt(editor.selection.active.line).text),
    );
  });

  it('a page to print', async () => {
    const target = writeFile('page.html', '');
    await take(
      () => showSeed(1),
      () => run('reftel.saveReadingPage', { to: target }),
    );
    const page = written(target);
    assert.match(page, /@page/);
    assert.match(page, /07MUSCAT154/);
    assert.match(page, /CONFIDENTIAL/);
  });

  it('a table for pandas and a network for Gephi', async () => {
    const table = writeFile('cables.csv', '');
    const network = writeFile('cables.graphml', '');
    await take(
      () => run('reftel.showTable'),
      () => run('reftel.exportTable', 'csv', table),
      () => run('reftel.exportTable', 'graphml', network),
    );
    assert.match(written(table), /^file,mrn,/);
    assert.match(written(table), /07MUSCAT154/);
    assert.match(written(network), /<graphml[\s>][\s\S]*<edge /);
  });

  it('a glossary of what a header says', async () => {
    await take(
      () => showSeed(1),
      () => run('reftel.explainHeader'),
    );
    await viewOpens('Header of 07MUSCAT154');
    await picture('task-header', 'iframe.webview.ready');
  });
});
