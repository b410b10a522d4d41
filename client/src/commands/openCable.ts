import { l10n, type QuickPickItem, window } from 'vscode';
import type { CableEntry } from '../../../server/src/lsp/messages';
import { openPlace, startOf } from '../openCables';
import type { Server } from '../server';
import { dayOf, nameOf } from '../views/words';

/** How many cables are offered at a time. */
const OFFERED = 100;

/** How long the user must have stopped typing before the archive is asked, in milliseconds. */
const PAUSE = 40;

interface CableItem extends QuickPickItem {
  readonly entry: CableEntry;
}

/** `Cable: Open Cable by ID…`: id in any spelling, words of the subject, TAGS. What comes in while a folder is read is offered too. */
export function pickCable(server: Server): void {
  const pick = window.createQuickPick<CableItem>();
  pick.title = l10n.t('Open Cable by ID');
  pick.placeholder = l10n.t('07MUSCAT73, Muscat 73, words of the subject or TAGS');
  let asked = 0;
  let answered: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Shows the answer, and gives it; null if a later question has been asked meanwhile, whose answer counts. */
  const search = async () => {
    const turn = ++asked;
    const { value } = pick;
    pick.busy = true;
    const answer = await server.ask('reftel/search', { query: value, limit: OFFERED });
    const archive = await server.ask('reftel/archive', {});
    if (turn !== asked) return null;
    answered = value;
    pick.busy = archive?.busy === true;
    const items = (answer?.items ?? []).map(toItem);
    pick.items = items;
    return items;
  };
  const changed = server.onArchiveChanged(search);
  pick.onDidChangeValue(() => {
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE);
  });
  pick.onDidAccept(async () => {
    // Who types quickly and presses Enter means what was typed, not what is still shown.
    clearTimeout(timer);
    const items = answered === pick.value ? pick.activeItems : await search();
    if (!items) return;
    const item = items[0] ?? pick.items[0];
    pick.hide();
    if (item) await openPlace(startOf(item.entry));
  });
  pick.onDidHide(() => {
    asked++;
    clearTimeout(timer);
    changed.dispose();
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
