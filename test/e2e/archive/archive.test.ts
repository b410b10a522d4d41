import assert from 'node:assert/strict';
import { basename, sep } from 'node:path';
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  ConfigurationTarget,
  commands,
  type Location,
  type Position,
  type SymbolInformation,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { fileOf } from '../../bench/generate';
import { citationsOf, idOf, planOf, randomOf, rowId } from '../../bench/generate/plan';
import {
  caretAt,
  definitionsAt,
  eventually,
  fileUri,
  languageOf,
  picture,
  positionOf,
  show,
  writeFile,
} from '../helper';

/** The archive of this launch, which `scripts/e2e/run.mjs` generates. */
const plan = planOf(Number(process.env.REFTEL_E2E_CABLES));
const ids = Array.from({ length: plan.size }, (_, row) => rowId(plan, row));
const rows = new Map(ids.map((id, row) => [id, row]));
const cites = ids.map((_, row) => citationsOf(plan, row, randomOf(row)).map(idOf));
const citers = (id: string) => ids.filter((_, row) => cites[row]?.includes(id));

/** The newest cable that cites one that three others cite and that itself cites one that is here; and that one. */
const [citing, cited] = chainLink();

function chainLink(): [citing: number, cited: string] {
  const counts = new Map<string, number>();
  for (const id of cites.flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
  for (let row = plan.size - 1; row >= 0; row--) {
    const found = cites[row]?.find(
      id => (counts.get(id) ?? 0) > 3 && cites[rows.get(id) ?? -1]?.some(further => rows.has(further)),
    );
    if (found) return [row, found];
  }
  throw new Error('the archive has no such cables');
}

const idOfRow = (row: number) => ids[row] ?? '';

function idsOf(locations: readonly { readonly uri: { readonly path: string } }[]): string[] {
  return [...new Set(locations.map(({ uri }) => basename(uri.path, '.txt')))];
}

async function showCable(row: number): Promise<TextDocument> {
  const document = await show(fileUri(fileOf(plan, row).split(sep).join('/')));
  await languageOf(document, 'cable');
  return document;
}

/** Where the open cable prints its own serial, on its classification line. */
function ownPlace(document: TextDocument): Position {
  return positionOf(document, ` ${String(plan.serial[citing]).padStart(6, '0')}`);
}

/** The first place of a document that leads to the file of `id`; null if none does. */
async function placeLeadingTo(document: TextDocument, id: string): Promise<Position | null> {
  const row = rows.get(id) ?? -1;
  const serial = String(plan.serial[row]);
  const occurrences = document.getText().split(serial).length - 1;
  for (let occurrence = 1; occurrence <= occurrences; occurrence++) {
    const place = positionOf(document, serial, occurrence);
    const targets = await definitionsAt(document, place);
    if (targets.some(({ path }) => basename(path, '.txt') === id)) return place;
  }
  return null;
}

function symbolsFor(query: string): Thenable<SymbolInformation[]> {
  return commands.executeCommand<SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query);
}

/** How many of `n` cables, spread over the archive, are known. */
async function knownOf(n: number): Promise<number> {
  const probes = Array.from({ length: n }, (_, i) => symbolsFor(idOfRow(Math.floor((i * plan.size) / n))));
  return (await Promise.all(probes)).filter(symbols => symbols.length > 0).length;
}

/** Cables that are here and not known yet, each with one that cites it. */
async function* unreadCitations(): AsyncGenerator<[id: string, citer: number]> {
  for (const [row, cited] of cites.entries()) {
    const id = cited.find(target => (plan.serial[rows.get(target) ?? -1] ?? 0) > 99);
    if (id && (await symbolsFor(id)).length === 0) yield [id, row];
  }
}

/** Presses the button of the progress again and again for a second: as long as there is none, there is no list of notifications. */
async function pressStop(): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    await commands.executeCommand('notifications.showList');
    await commands.executeCommand('notification.acceptPrimaryAction');
    await new Promise(next => setTimeout(next, 20));
  }
  await commands.executeCommand('notifications.hideList');
}

/** Leaves out of the archive what the globs name; nothing for undefined. */
function leaveOut(globs: readonly string[] | undefined): Thenable<void> {
  return workspace.getConfiguration('reftel.archive').update('exclude', globs, ConfigurationTarget.Global);
}

/** So many cables are asked for to know how much of the archive has been read. */
const PROBES = 50;

describe(`an archive of ${plan.size} cables`, function () {
  this.timeout(120_000);
  let document: TextDocument;
  let reference: Position;

  before(async () => {
    document = await showCable(citing);
  });

  it('can be stopped while it is read', async () => {
    // The progress is in the status bar; a click on it shows this list, where it can be stopped.
    await commands.executeCommand('notifications.showList');
    await picture('archive-progress', '.notifications-center .notification-list-item');
    await pressStop();
    // What is open is known in any case.
    assert.equal((await symbolsFor(idOfRow(citing))).length, 1);
    let known = await knownOf(PROBES);
    // On a quick machine it has been read before anybody could stop it; then it is read once more, with the finger on the button.
    for (let tries = 0; known === PROBES && tries < 5; tries++) {
      await leaveOut(['**/*.txt']);
      await eventually(
        () => knownOf(PROBES),
        left => left <= 1,
      );
      await Promise.all([leaveOut(undefined), pressStop()]);
      known = await knownOf(PROBES);
    }
    assert.ok(known < PROBES);
  });

  it('jumps by file name to a cable that has not been read yet', async () => {
    // Where the walk was stopped, the names of some files were not yet known either.
    for await (const [id, citer] of unreadCitations()) {
      if (!(await placeLeadingTo(await showCable(citer), id))) continue;
      assert.equal((await symbolsFor(id)).length, 1);
      return;
    }
    assert.fail('no reference leads to a cable that has not been read');
  });

  it('goes on when something changes', async () => {
    // A new folder makes it look again.
    writeFile('new.txt', 'No cable at all.');
    await eventually(
      () => knownOf(PROBES),
      found => found === PROBES,
    );
    const place = await placeLeadingTo(document, cited);
    assert.ok(place);
    reference = place;
  });

  it('jumps to a cited cable', async () => {
    await showCable(citing);
    caretAt(reference);
    await commands.executeCommand('editor.action.revealDefinition');
    const editor = await eventually(
      () => window.activeTextEditor,
      active => active !== undefined && basename(active.document.fileName, '.txt') === cited,
    );
    const line = editor?.document.lineAt(editor.selection.active.line).text ?? '';
    assert.match(line, /\d{6}$/);
  });

  it('peeks at who cites a cable', async () => {
    await showCable(citing);
    const locations = await eventually(
      () => commands.executeCommand<Location[]>('vscode.executeReferenceProvider', document.uri, reference),
      found => idsOf(found).includes(idOfRow(citing)),
    );
    assert.deepEqual(idsOf(locations).sort(), [...citers(cited)].sort());
    caretAt(reference);
    await commands.executeCommand('editor.action.referenceSearch.trigger');
    await picture('archive-references', '.reference-zone-widget .referenceMatch');
    await commands.executeCommand('closeReferenceSearch');
  });

  it('follows the chain of citations in both directions', async () => {
    await showCable(citing);
    const [item] = await commands.executeCommand<CallHierarchyItem[]>(
      'vscode.prepareCallHierarchy',
      document.uri,
      ownPlace(document),
    );
    assert.equal(item?.name, idOfRow(citing));
    const outgoing = (from: CallHierarchyItem) =>
      commands.executeCommand<CallHierarchyOutgoingCall[]>('vscode.provideOutgoingCalls', from);
    const first = await outgoing(item as CallHierarchyItem);
    assert.deepEqual(first.map(({ to }) => to.name).sort(), [...(cites[citing] ?? [])].sort());
    const next = first.find(({ to }) => to.name === cited);
    assert.ok(next);
    const second = await outgoing(next.to);
    assert.deepEqual(
      second.map(({ to }) => to.name).sort(),
      [...(cites[rows.get(cited) ?? -1] ?? [])].sort(),
    );
    for (const { to } of second) assert.equal(to.detail === 'not in this folder', !rows.has(to.name));
    const back = await commands.executeCommand<CallHierarchyIncomingCall[]>(
      'vscode.provideIncomingCalls',
      next.to,
    );
    assert.deepEqual(back.map(({ from }) => from.name).sort(), citers(cited).sort());
  });

  it('shows the chain to the person', async () => {
    await showCable(citing);
    caretAt(reference);
    await commands.executeCommand('editor.showCallHierarchy');
    await picture('archive-chain', '.call-hierarchy .callhierarchy-element');
    await commands.executeCommand('editor.closeCallHierarchy');
  });

  it('finds cables by id in any spelling and by words', async () => {
    const id = idOfRow(citing);
    const [, year = '', post = '', serial = ''] = /^(\d\d)([A-Z]+)(\d+)$/.exec(id) ?? [];
    for (const query of [id, `${year} ${post} ${serial}`, `${post}${serial}`]) {
      const symbols = await symbolsFor(query);
      assert.ok(
        symbols.some(({ name }) => name.startsWith(id)),
        query,
      );
    }
    const found = await symbolsFor('port strike');
    assert.ok(found.length > 10);
    assert.ok(found.every(({ name }) => name.includes('PORT STRIKE')));
  });
});
