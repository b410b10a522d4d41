import { commands, l10n, ProgressLocation, window } from 'vscode';
import type { CableLink, CablePlace } from '../../../server/src/lsp/messages';
import { openPlace, startOf } from '../openCables';
import type { Server } from '../server';

/**
 * Opens the cable that a link names, at its paragraph, wherever its file is; the page of what is known of it where no file holds it. While
 * folders are being read it waits, and shows that.
 */
export async function openLink(server: Server, link: CableLink): Promise<void> {
  const { mrn, paragraph } = link;
  const place = (await server.ask('reftel/place', link)) ?? (await waitFor(server, link));
  if (!place) return void (await commands.executeCommand('reftel.openAbsent', mrn));
  await openPlace(startOf({ uri: place.uri, anchor: place.range }));
  if (paragraph !== null && !place.isParagraph)
    void window.showInformationMessage(l10n.t('This copy of {0} has no paragraph {1}.', mrn, paragraph));
}

/** The place as soon as it is known; null when the folders have been read or the user does not wait any longer. */
async function waitFor(server: Server, link: CableLink): Promise<CablePlace | null> {
  const isBusy = async () => (await server.ask('reftel/archive', {}))?.busy === true;
  if (!(await isBusy())) return null;
  return await window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: l10n.t('Looking for {0} while folders are being read', link.mrn),
      cancellable: true,
    },
    (_progress, token) =>
      new Promise<CablePlace | null>(resolve => {
        const end = (place: CablePlace | null) => {
          changed.dispose();
          resolve(place);
        };
        const look = async () => {
          // What is found when reading has ended is found for certain.
          const busy = await isBusy();
          const place = await server.ask('reftel/place', link);
          if (place || !busy) end(place);
        };
        const changed = server.onArchiveChanged(look);
        token.onCancellationRequested(() => end(null));
        void look();
      }),
  );
}
