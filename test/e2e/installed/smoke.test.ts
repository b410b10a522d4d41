import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { commands, env, type Location, Position, type SymbolInformation, window, workspace } from 'vscode';
import {
  acceptUntil,
  caretAt,
  closeAll,
  definitionsAt,
  diagnosticsOf,
  eventually,
  fileUri,
  isClientLoaded,
  positionOf,
  reftel,
  SEEDS,
  showSeed,
  VIEWS,
  viewOpens,
} from '../helper';

const inPackage = (...names: string[]) => join(reftel().extensionPath, ...names);

describe('the installed package', () => {
  after(closeAll);

  it('is the one from the package, not the one of the source folder', () => {
    const source = join(__dirname, '../../../..');
    assert.ok(!reftel().extensionPath.startsWith(source), reftel().extensionPath);
  });

  it('has the files that its manifest names', () => {
    const manifest = JSON.stringify(reftel().packageJSON);
    const files = [...manifest.matchAll(/"(?:\.\/)?([a-z]+\/[\w./-]+\.(?:js|json|md|png|svg|css))"/g)].map(
      ([, file = '']) => file,
    );
    assert.ok(files.some(file => file.startsWith('walkthrough/')));
    assert.deepEqual(
      files.filter(file => !existsSync(inPackage(file))),
      [],
    );
    assert.doesNotMatch(manifest, /"%/, 'each text has been found in package.nls.json');
  });

  it('holds what a user needs and nothing else', () => {
    const files = readdirSync(inPackage(), { recursive: true, encoding: 'utf8' })
      .map(file => file.replaceAll('\\', '/'))
      .filter(file => statSync(inPackage(file)).isFile());
    const wanted = new RegExp(
      [
        String.raw`^(?:package\.json|package\.nls(?:\.[\w-]+)?\.json|readme\.md|changelog\.md|LICENSE\.txt|\.vsixmanifest|THIRD_PARTY_NOTICES(?:\.txt)?|`,
        String.raw`dist/(?:web/)?[\w.]+\.js|dist/reftel\.1|docs/.+\.md|images/[\w-]+\.(?:png|svg)|l10n/.+\.json|media/\w+\.css|schemas/.+\.json|`,
        String.raw`syntaxes/.+\.json|walkthrough/[\w-]+\.svg|walkthrough/sample/\w+\.txt)$`,
      ].join(''),
    );
    assert.deepEqual(
      files.filter(file => !wanted.test(file)),
      [],
    );
    const sizeOf = (chosen: RegExp) =>
      files.filter(file => chosen.test(file)).reduce((sum, file) => sum + statSync(inPackage(file)).size, 0);
    // The packer refuses a package of more than 4 MB; half of one is what is shown and not run.
    assert.ok(sizeOf(/\.(?:md|png|svg)$/) < 1024 * 1024);
    assert.ok(sizeOf(/./) < 12 * 1024 * 1024);
  });

  it('has a README that needs no network', () => {
    const readme = readFileSync(inPackage('readme.md'), 'utf8');
    const { repository } = reftel().packageJSON;
    const links = [...readme.matchAll(/\]\(([^)]{0,60})/g)].map(([, target = '']) => target);
    const pictures = links.filter(target => target.startsWith('data:image/png;base64,'));
    assert.ok(pictures.length >= 5);
    if (!repository)
      assert.deepEqual(
        links.filter(target => !/^(?:data:|https:)/.test(target)),
        [],
      );
  });

  it('finds a cable by its id before any is open', async () => {
    assert.equal(isClientLoaded(), false);
    const found = await eventually(
      // Until the folder has been looked at there is nothing to ask.
      () =>
        commands.executeCommand<SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', '07MUSCAT919'),
      symbols => symbols.length > 0,
    );
    assert.equal(found.length, 1, found.map(({ name }) => name).join());
  });

  it('recognises a cable and reports what is wrong with it', async () => {
    const document = await showSeed(2);
    assert.deepEqual(diagnosticsOf(document)[0], '7 error security-group-length');
  });

  it('finds in the archive who cites a cable', async () => {
    const { uri } = await showSeed(0);
    const at = new Position(24, 0);
    const found = await eventually(
      () => commands.executeCommand<Location[]>('vscode.executeReferenceProvider', uri, at),
      locations => locations.some(location => location.uri.path.endsWith(SEEDS[1])),
    );
    // The archive alone knows of it: nobody has opened that file.
    assert.ok(!workspace.textDocuments.some(document => document.fileName.endsWith(SEEDS[1])));
    assert.ok(found.length > 0);
  });

  it('follows a reference', async () => {
    const document = await showSeed(1);
    const [target] = await definitionsAt(document, positionOf(document, 'MUSCAT 00073'));
    assert.match(target?.path ?? '', /\/000_/);
    assert.deepEqual(target?.position, new Position(22, 0));
  });

  for (const { command, title } of VIEWS)
    it(`opens a view of its own: ${command}`, async () => {
      await showSeed(1);
      await commands.executeCommand(`reftel.${command}`);
      await viewOpens(title);
    });

  it('writes a citation', async () => {
    const document = await showSeed(1);
    caretAt(positionOf(document, 'Summary'));
    let isDone = false;
    void commands.executeCommand('reftel.copyCitation').then(() => {
      isDone = true;
    });
    await acceptUntil(() => isDone);
    assert.match(await env.clipboard.readText(), /07MUSCAT154/);
  });

  it('has a command line that reads an archive', () => {
    const folder = fileUri('.').fsPath;
    const args = ['index', folder, '--cache', join(folder, '.cache'), '--format', 'json'];
    const { stdout, stderr } = spawnSync(process.execPath, [inPackage('dist', 'cli.js'), ...args], {
      encoding: 'utf8',
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    });
    assert.equal(stderr, '');
    assert.equal(JSON.parse(stdout).cables, SEEDS.length);
  });

  it('opens the sample', async () => {
    await commands.executeCommand('reftel.openSample');
    const open = () => window.activeTextEditor?.document.uri.path ?? '';
    await eventually(open, path => path.endsWith('/sample/07VALLETTA112.txt'));
  });
});
