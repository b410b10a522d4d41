import {
  CancellationTokenSource,
  commands,
  type Disposable,
  env,
  l10n,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { ExportName, Facet, FindAnswer, Ordering } from '../../../server/src/lsp/messages';
import { openPlace, startOf } from '../openCables';
import { panelHtml } from '../page/panel';
import type { Restorers } from '../page/restore';
import { kept, keptText } from '../page/state';
import type { Server } from '../server';
import { numberOf } from '../views/words';
import type { FromTable, ShownRow, ShowTable, ToTable } from './messages';
import { tableBody } from './shell';

/** After so many milliseconds without another change the archive is asked again. */
const PAUSE = 500;

/** *Collection*, as a table in an editor: what a query finds, in windows of rows that the server gives. */
class TablePanel {
  readonly #server: Server;
  readonly #panel: WebviewPanel;
  readonly #disposables: Disposable[] = [];
  #query: string;
  #order: Ordering = { by: 'date', descending: true };
  #answer: FindAnswer | null = null;
  #result: number | null = null;
  #total = 0;
  #facets: readonly Facet[] = [];
  #version = 0;
  #progress = '';
  #searching: CancellationTokenSource | null = null;
  #selected: readonly number[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The search that runs, or the last one. */
  #finding: Promise<void> = Promise.resolve();

  /** Opens a panel, or fills one that VS Code has brought back. */
  constructor(
    server: Server,
    extension: Uri,
    query: string,
    onClosed: () => void,
    restored?: { readonly panel: WebviewPanel; readonly order: Ordering | null },
  ) {
    this.#server = server;
    this.#query = query;
    const title = l10n.t('Collection');
    if (restored?.order) this.#order = restored.order;
    this.#panel =
      restored?.panel ??
      window.createWebviewPanel('reftel.table', title, ViewColumn.Active, { retainContextWhenHidden: true });
    const { webview } = this.#panel;
    webview.options = { enableScripts: true, localResourceRoots: [extension] };
    webview.onDidReceiveMessage((message: FromTable) => this.#hear(message));
    this.#disposables.push(
      server.onArchiveChanged(() => this.#later()),
      server.onSearchProgress(({ query: about, result, found, done, total }) => {
        if (about !== this.#query || !this.#searching) return;
        this.#progress = l10n.t('{0} of {1} texts read', numberOf(done), numberOf(total));
        void this.#take(result, found);
      }),
    );
    this.#panel.onDidDispose(() => {
      clearTimeout(this.#timer);
      this.#searching?.cancel();
      for (const one of this.#disposables) one.dispose();
      onClosed();
    });
    webview.html = panelHtml(webview, extension, {
      title,
      script: 'tableView.js',
      body: tableBody({
        title,
        query: l10n.t('Query'),
        placeholder: l10n.t('iran "end summary" post:ankara year:2007 class:>=secret caption:noforn'),
        copy: l10n.t('Copy IDs'),
        export: l10n.t('Export…'),
        saveSearch: l10n.t('Show as Search'),
        facets: l10n.t('Narrow down'),
      }),
    });
    // Begun before the page is there, so that it has something to show at once.
    if (restored) void server.settled().then(() => (this.#answer ? undefined : this.find(query)));
    else void this.find(query);
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  /** Looks for what fits a query, and shows it. */
  find(query: string): Promise<void> {
    this.#finding = this.#find(query);
    return this.#finding;
  }

  async #find(query: string): Promise<void> {
    this.#searching?.cancel();
    const cancelling = new CancellationTokenSource();
    this.#searching = cancelling;
    this.#query = query;
    this.#progress = '';
    const answer = await this.#server.ask('reftel/find', { query }, cancelling.token);
    if (this.#searching !== cancelling) return;
    this.#searching = null;
    this.#progress = '';
    this.#answer = answer;
    if (answer?.result == null) this.#show();
    else await this.#take(answer.result, answer.total);
  }

  async copyIds(): Promise<void> {
    await this.#finding;
    const rows = await this.#chosenRows();
    const ids = rows.flatMap(({ mrn }) => mrn ?? []);
    if (ids.length === 0) return;
    await env.clipboard.writeText(`${ids.join('\n')}\n`);
    const said = ids.length === 1 ? ids[0] : l10n.t('{0} ids', numberOf(ids.length));
    window.setStatusBarMessage(l10n.t('Copied: {0}', said ?? ''), 4000);
  }

  /** Writes what is selected, or all that was found, to a file; asks for format and place where they are not given. */
  async export(format?: ExportName, target?: Uri): Promise<void> {
    await this.#finding;
    if (this.#result === null) return;
    const formats = this.#answer?.missing
      ? FORMATS.filter(({ name }) => name === 'csv' || name === 'ndjson')
      : FORMATS;
    const chosen = format
      ? FORMATS.find(({ name }) => name === format)
      : await window.showQuickPick(formats, { title: l10n.t('Export'), placeHolder: this.#exported() });
    if (!chosen) return;
    const folder = workspace.workspaceFolders?.[0]?.uri;
    const file =
      target ??
      (await window.showSaveDialog({
        ...(folder && { defaultUri: Uri.joinPath(folder, `cables.${chosen.extension}`) }),
        filters: { [chosen.label]: [chosen.extension] },
      }));
    if (!file) return;
    const rows = this.#selected.length > 0 ? this.#selected : null;
    const answer = await this.#server.ask('reftel/export', {
      result: this.#result,
      ...this.#order,
      rows,
      format: chosen.name,
    });
    if (!answer) return;
    await workspace.fs.writeFile(file, new TextEncoder().encode(answer.text));
    const name = workspace.asRelativePath(file);
    const said =
      answer.count === 1
        ? l10n.t('Wrote 1 cable to {0}.', name)
        : l10n.t('Wrote {0} cables to {1}.', numberOf(answer.count), name);
    if (answer.truncated)
      void window.showInformationMessage(
        `${said} ${l10n.t('There are more: reftel export --query writes all.')}`,
      );
    else window.setStatusBarMessage(said, 5000);
  }

  async #hear(message: FromTable): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.#show();
      case 'query':
        return await this.find(message.query);
      case 'order':
        this.#order = message.order;
        this.#version++;
        return this.#show();
      case 'rows':
        return await this.#giveRows(message);
      case 'selected':
        this.#selected = message.rows;
        return;
      case 'open':
        return await this.#open(message.row);
      case 'copy':
        return await this.copyIds();
      case 'export':
        return await this.export();
      case 'save':
        await commands.executeCommand('reftel.search', this.#query);
    }
  }

  async #take(result: number, total: number): Promise<void> {
    this.#result = result;
    this.#total = total;
    this.#version++;
    this.#show();
    const version = this.#version;
    const facets = await this.#server.ask('reftel/facets', { result });
    if (version !== this.#version || !facets) return;
    this.#facets = facets;
    this.#show();
  }

  async #giveRows({ version, from, limit }: FromTable & { readonly type: 'rows' }): Promise<void> {
    if (version !== this.#version || this.#result === null) return;
    const answer = await this.#server.ask('reftel/rows', {
      result: this.#result,
      ...this.#order,
      from,
      limit,
    });
    if (version !== this.#version) return;
    // What was found is no longer kept: it is looked for again.
    if (!answer) await this.find(this.#query);
    else this.#tell({ type: 'rows', version, from, rows: answer.rows.map(withFolder) });
  }

  async #open(row: number): Promise<void> {
    const [chosen] = await this.#rowsAt(row, 1);
    if (chosen?.entry) await openPlace(startOf(chosen.entry));
    else if (chosen?.mrn) await commands.executeCommand('reftel.openAbsent', chosen.mrn);
  }

  async #rowsAt(from: number, limit: number) {
    if (this.#result === null) return [];
    const answer = await this.#server.ask('reftel/rows', {
      result: this.#result,
      ...this.#order,
      from,
      limit,
    });
    return answer?.rows ?? [];
  }

  /** The rows selected; those that lie side by side are asked for together. */
  async #chosenRows() {
    const runs: [from: number, limit: number][] = [];
    for (const row of this.#selected) {
      const last = runs.at(-1);
      if (last && last[0] + last[1] === row && last[1] < 1000) last[1]++;
      else runs.push([row, 1]);
    }
    const rows = [];
    for (const [from, limit] of runs) rows.push(...(await this.#rowsAt(from, limit)));
    return rows;
  }

  /** Asks again when the archive has changed; texts are not read again for that. */
  #later(): void {
    if (this.#answer?.hasWords) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (!this.#searching) void this.find(this.#query);
    }, PAUSE);
  }

  #show(): void {
    const problem = this.#answer?.problem ?? null;
    const message: ShowTable = {
      type: 'table',
      query: this.#query,
      order: this.#order,
      state: { query: this.#query, order: this.#order },
      total: problem === null ? this.#total : 0,
      version: this.#version,
      summary: problem ?? this.#summary(),
      isProblem: problem !== null,
      facets: this.#facets,
      hasFolders: (workspace.workspaceFolders?.length ?? 0) > 1,
      words: {
        columns: {
          date: l10n.t('Date'),
          id: l10n.t('ID'),
          classification: l10n.t('Classification'),
          from: l10n.t('From'),
          tags: l10n.t('TAGS'),
          subject: l10n.t('Subject'),
          citedBy: l10n.t('Cited by'),
          folder: l10n.t('Folder'),
        },
        facets: {
          post: l10n.t('Post'),
          year: l10n.t('Year'),
          classification: l10n.t('Classification'),
          tag: l10n.t('TAGS'),
        },
        unknown: l10n.t('(unknown)'),
        absent: l10n.t('not in this folder'),
        waiting: '…',
      },
    };
    this.#tell(message);
  }

  #summary(): string {
    const found =
      this.#total === 0
        ? this.#answer === null
          ? ''
          : l10n.t('No cable matches.')
        : this.#total === 1
          ? l10n.t('1 cable')
          : l10n.t('{0} cables', numberOf(this.#total));
    return this.#progress === '' ? found : `${found} · ${this.#progress}`;
  }

  #exported(): string {
    const selected = this.#selected.length;
    if (selected === 1) return l10n.t('The cable selected');
    if (selected > 0) return l10n.t('The {0} cables selected', numberOf(selected));
    return this.#total === 1
      ? l10n.t('The cable found')
      : l10n.t('All {0} cables found', numberOf(this.#total));
  }

  #tell(message: ToTable): void {
    void this.#panel.webview.postMessage(message);
  }
}

const FORMATS: readonly { readonly name: ExportName; readonly label: string; readonly extension: string }[] =
  [
    { name: 'csv', label: 'CSV', extension: 'csv' },
    { name: 'ndjson', label: 'NDJSON', extension: 'ndjson' },
    { name: 'graphml', label: 'GraphML', extension: 'graphml' },
    { name: 'bibtex', label: 'BibTeX', extension: 'bib' },
    { name: 'csl-json', label: 'CSL-JSON (Zotero)', extension: 'json' },
  ];

/** A row with the workspace folder that its file is in. */
function withFolder(row: Omit<ShownRow, 'folder'>): ShownRow {
  const folder = row.entry ? workspace.getWorkspaceFolder(Uri.parse(row.entry.uri)) : undefined;
  return { ...row, folder: folder?.name ?? '' };
}

/** An order that was kept; null for anything else. */
function orderOf(state: unknown): Ordering | null {
  const by = ORDERS.find(each => each === kept(state, 'by'));
  return by ? { by, descending: kept(state, 'descending') === true } : null;
}

const ORDERS: readonly Ordering['by'][] = ['id', 'date', 'classification', 'from', 'subject', 'citedBy'];

/** `Cable: Show Collection as Table`, and a command for each thing that can be done in it. */
export function tableCommands(server: Server, extension: Uri, restorers: Restorers): Disposable[] {
  let panel: TablePanel | null = null;
  const closed = () => {
    panel = null;
  };
  restorers.set('table', (before, state) => {
    if (panel) return before.dispose();
    const order = orderOf(kept(state, 'order'));
    panel = new TablePanel(server, extension, keptText(state, 'query'), closed, { panel: before, order });
  });
  const open = async (query?: unknown) => {
    if (!panel) panel = new TablePanel(server, extension, typeof query === 'string' ? query : '', closed);
    else {
      panel.reveal();
      if (typeof query === 'string') await panel.find(query);
    }
    return panel;
  };
  return [
    commands.registerCommand('reftel.showTable', async (query?: unknown) => void (await open(query))),
    commands.registerCommand('reftel.exportTable', async (format?: ExportName, target?: Uri) =>
      (await open()).export(format, target),
    ),
    commands.registerCommand('reftel.copyTableIds', async () => (await open()).copyIds()),
    { dispose: () => panel?.dispose() },
  ];
}
