import { commands, l10n, type QuickPickItem, window } from 'vscode';
import type { CableEntry } from '../../../server/src/lsp/messages';
import { openPlace, startOf } from '../openCables';
import type { Server } from '../server';
import { dayOf, nameOf } from '../views/words';

/** How many cables are offered at a time. */
const OFFERED = 100;

/** How long the user must have stopped typing before the archive is asked, in milliseconds. */
const PAUSE = 40;

interface CableItem extends QuickPickItem {
  /** Null for a line that does something else, or says what is wrong. */
  readonly entry: CableEntry | null;
  readonly command?: readonly [command: string, argument: string];
}

/** `Cable: Open Cable by ID…`: id in any spelling, words of the subject, TAGS. What comes in while a folder is read is offered too. */
export function pickCable(server: Server): void {
  const pick = window.createQuickPick<CableItem>();
  pick.title = l10n.t('Open Cable by ID');
  pick.placeholder = l10n.t(
    '07MUSCAT73, Muscat 73, words of the subject, TAGS, or post:ankara year:2007 class:secret',
  );
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
    const items: CableItem[] = answer?.problem
      ? [{ label: answer.problem, entry: null, alwaysShow: true }]
      : [...(answer?.items ?? []).map(toItem), ...otherwise(value.trim())];
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
    if (item?.entry) await openPlace(startOf(item.entry));
    else if (item?.command) await commands.executeCommand(...item.command);
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

/** What else can be done with what was typed: look for its words in the texts. */
function otherwise(typed: string): readonly CableItem[] {
  if (typed === '') return [];
  const label = l10n.t('Search the texts: {0}', typed);
  return [{ label: `$(search) ${label}`, entry: null, command: ['reftel.search', typed], alwaysShow: true }];
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
