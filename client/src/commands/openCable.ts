import { l10n, type QuickPickItem, window } from 'vscode';
import type { CableEntry } from '../../../server/src/lsp/messages';
import { openPlace } from '../openCables';
import type { Server } from '../server';
import { dayOf, nameOf } from '../views/words';

/** How many cables are offered at a time. */
const OFFERED = 100;

/** How long a person must have stopped typing before the archive is asked, in milliseconds. */
const PAUSE = 40;

interface CableItem extends QuickPickItem {
  readonly entry: CableEntry;
}

/** `Cable: Open Cable by ID…`: id in any spelling, words of the subject, TAGS. */
export function pickCable(server: Server): void {
  const pick = window.createQuickPick<CableItem>();
  pick.title = l10n.t('Open Cable by ID');
  pick.placeholder = l10n.t('07MUSCAT73, Muscat 73, words of the subject or TAGS');
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const search = async () => {
    const turn = ++asked;
    pick.busy = true;
    const answer = await server.ask('reftel/search', { query: pick.value, limit: OFFERED });
    // A later question has been asked meanwhile, and its answer counts.
    if (turn !== asked) return;
    pick.busy = false;
    pick.items = (answer?.items ?? []).map(toItem);
  };
  pick.onDidChangeValue(() => {
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE);
  });
  pick.onDidAccept(async () => {
    const [item] = pick.selectedItems;
    pick.hide();
    if (item) await openPlace({ uri: item.entry.uri, range: item.entry.anchor });
  });
  pick.onDidHide(() => {
    asked++;
    clearTimeout(timer);
    pick.dispose();
  });
  pick.show();
  void search();
}

function toItem(entry: CableEntry): CableItem {
  const { subject, instant, classification } = entry;
  return {
    entry,
    label: nameOf(entry),
    description: [classification ?? '', dayOf(instant)].filter(word => word !== '').join(' · '),
    detail: entry.mrn === null ? '' : (subject ?? ''),
    // The archive has already chosen: the list must not be filtered again by how the id is spelt.
    alwaysShow: true,
  };
}
