import {
  ConfigurationTarget,
  commands,
  type DocumentSymbol,
  type Hover,
  type Location,
  type LocationLink,
  Position,
  workspace,
} from 'vscode';
import {
  eventually,
  filesFound,
  fileUri,
  holds,
  nameOf,
  picture,
  positionOf,
  reftel,
  same,
  show,
  showSeed,
  tabs,
  write,
} from './helper';
import { MADE, madeCable } from './made';
import { OPTIONS } from './options';

/** So many files are asked for at a time. */
const TOGETHER = 64;

/** The longest that an answer about an open cable may take while the folder is read, in milliseconds. */
const PATIENCE = 3000;

const CABLE = madeCable(1).text.replaceAll('HARBOUR REPORT', 'CAMEL RACES');

/** Reads all made-up cables as the extension does, and gives how long that takes, in milliseconds. */
async function readAll(): Promise<number> {
  const start = performance.now();
  const uris = Array.from({ length: MADE }, (_, number) => fileUri(madeCable(number).path));
  for (let i = 0; i < uris.length; i += TOGETHER) {
    const some = uris.slice(i, i + TOGETHER);
    await Promise.all(some.map(uri => workspace.fs.stat(uri)));
    await Promise.all(some.map(uri => workspace.fs.readFile(uri)));
  }
  return performance.now() - start;
}

describe('a text that is no cable', () => {
  const setNotes = (enabled: boolean | undefined) =>
    workspace.getConfiguration('reftel').update('notes.enabled', enabled, ConfigurationTarget.Workspace);
  // A note beside cables is linked to them, unless the user wants nothing of notes.
  before(() => setNotes(false));
  after(() => setNotes(undefined));

  it('loads nothing but the recogniser', async () => {
    await reftel().activate();
    await write('notes.txt', 'Dear Ann,\n\nSubject: the cable car\n\nWe took it up, and walked down.\n');
    same((await show('notes.txt')).languageId, 'plaintext');
    await new Promise(next => setTimeout(next, 1000));
    const known = await commands.getCommands(true);
    same([known.includes('reftel.openCable'), known.includes('reftel.exportTable')], [true, false]);
    await commands.executeCommand('workbench.action.closeAllEditors');
  });
});

if (OPTIONS.host === 'serverless')
  describe('a folder without a disk', () => {
    it(`of ${MADE} cables is read without blocking the editor`, async () => {
      const alone = await readAll();
      const start = performance.now();
      const document = await showSeed(1);
      const last = madeCable(MADE - 1).id;
      let slowest = 0;
      await eventually(
        async () => {
          const asked = performance.now();
          await commands.executeCommand<DocumentSymbol[]>(
            'vscode.executeDocumentSymbolProvider',
            document.uri,
          );
          slowest = Math.max(slowest, performance.now() - asked);
          return filesFound(last);
        },
        found => found.length > 0,
      );
      const whole = performance.now() - start;
      console.info(
        `[mocha]     ${MADE} cables: ${Math.round(whole)} ms, of which reading the files alone takes ${Math.round(alone)} ms; slowest outline meanwhile ${Math.round(slowest)} ms`,
      );
      holds(slowest < PATIENCE, `the editor waited ${slowest} ms`);
    }).timeout(180_000);
  });

describe('the archive in a browser', () => {
  before(async () => {
    await showSeed(1);
    await eventually(
      () => filesFound('07MUSCAT1065'),
      found => found.length > 0,
    );
  });

  it('leads from a reference to the cited cable', async () => {
    const document = await showSeed(1);
    const targets = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      positionOf(document, 'MUSCAT 00073'),
    );
    const files = targets.map(target => nameOf('targetUri' in target ? target.targetUri : target.uri));
    same(files, ['000_2997beacdc0d1d2b.txt']);
  });

  it('shows the summary of a cable that is not open', async () => {
    const document = await showSeed(1);
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      positionOf(document, 'MUSCAT 00073'),
    );
    const text = hovers.flatMap(({ contents }) =>
      contents.map(one => (typeof one === 'string' ? one : one.value)),
    );
    holds(/07MUSCAT73/.test(text.join()) && text.join().length > 200, text.join());
  });

  it('lists who cites a cable', async () => {
    const document = await showSeed(0);
    const found = await commands.executeCommand<Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      new Position(22, 3),
    );
    same(found.map(({ uri, range }) => `${nameOf(uri).slice(0, 3)}:${range.start.line + 1}`).sort(), [
      '001:28',
      '001:39',
    ]);
  });

  it('finds words in texts that are not open, and exports what it finds', async () => {
    await commands.executeCommand('reftel.showTable', 'class:secret iran');
    await eventually(tabs, labels => labels.includes('Collection'));
    const target = await write('found.csv', '');
    const table = await eventually(
      async () => {
        await commands.executeCommand('reftel.exportTable', 'csv', target);
        return new TextDecoder().decode(await workspace.fs.readFile(target));
      },
      text => text.includes('07MUSCAT1065'),
    );
    holds(!table.includes('06MUSCAT10000'), table);
    await picture('table');
  });

  it('notices files that come, change and go', async () => {
    const uri = await write('races.txt', CABLE.replace('010001', '019001'));
    await eventually(
      () => filesFound('06MUSCAT19001'),
      found => found.includes('races.txt'),
    );
    await write('races.txt', CABLE.replace('010001', '019002'));
    await eventually(
      () => filesFound('06MUSCAT19002'),
      found => found.includes('races.txt'),
    );
    await workspace.fs.delete(uri);
    await eventually(
      () => filesFound('06MUSCAT19002'),
      found => found.length === 0,
    );
  });

  for (const [command, title] of [
    ['reftel.showTimeline', 'Citations of 07MUSCAT154'],
    ['reftel.openReadingView', 'Reading 07MUSCAT154'],
    ['reftel.showCollectionOverTime', 'Posts over time'],
  ] as const)
    it(`opens ${title}`, async () => {
      await showSeed(1);
      await commands.executeCommand(command);
      await eventually(tabs, labels => labels.includes(title));
      await picture(command);
    });

  it('makes a cable readable', async () => {
    const document = await showSeed(2);
    const before = document.getText();
    await commands.executeCommand('reftel.makeReadable');
    await eventually(tabs, labels => labels.some(label => label.startsWith('Make Readable')));
    await picture('readable');
    await commands.executeCommand('reftel.applyReadable');
    await eventually(
      () => document.getText(),
      text => text !== before,
    );
    await commands.executeCommand('undo');
  });

  // Without its server, this VS Code has no place for an extension's own files.
  if (OPTIONS.host === 'worker')
    it('opens the sample', async () => {
      await commands.executeCommand('reftel.openSample');
      await eventually(tabs, labels => labels.some(label => label.includes('VALLETTA')));
    });

  it('says that it cannot import', async () => {
    await commands.executeCommand('reftel.importCables');
  });
});

if (OPTIONS.host === 'serverless')
  describe('a folder with more files than the setting allows', () => {
    const allow = async (limit: number | undefined) => {
      const settings = workspace.getConfiguration('reftel.archive');
      await settings.update('virtualLimit', limit, ConfigurationTarget.Workspace);
      await commands.executeCommand('reftel.refreshArchive');
    };
    after(() => allow(undefined));

    it('is read up to that', async () => {
      const last = madeCable(MADE - 1).id;
      await allow(100);
      await eventually(
        () => filesFound(last),
        found => found.length === 0,
      );
      same((await filesFound('07MUSCAT73')).length > 0, true);
      await picture('limit');
      await allow(undefined);
      await eventually(
        () => filesFound(last),
        found => found.length > 0,
      );
    }).timeout(120_000);
  });
