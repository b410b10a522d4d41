import { ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { FromView } from '../../client/src/page/messages';

const manifestText = readFileSync('package.json', 'utf8');
const { contributes } = JSON.parse(manifestText);
const texts: Record<string, string> = JSON.parse(readFileSync('package.nls.json', 'utf8'));
const commands: readonly string[] = contributes.commands.map(({ command }: { command: string }) => command);

/** The commands that views contribute by themselves, such as `reftel.missing.focus`. */
const ofViews: readonly string[] = contributes.views.reftel.map(({ id }: { id: string }) => `${id}.focus`);

/** What a person can do in a webview, and the command that does the same. */
const TWINS: Readonly<Record<Exclude<FromView['type'], 'ready' | 'picture' | 'unfold'>, string>> = {
  open: 'reftel.openCable',
  absent: 'reftel.openCable',
  depth: 'reftel.chooseTimelineDepth',
  by: 'reftel.chooseCollectionRows',
  listed: 'reftel.toggleTimelineList',
  save: 'reftel.saveTimeline',
  scrolled: 'reftel.openReadingView',
  line: 'reftel.goToParagraph',
};

describe('commands of package.json', () => {
  it('has every command that its menus, keys and walkthrough name', () => {
    const inMenus = Object.values(contributes.menus as Record<string, { command: string }[]>).flat();
    const named = [...inMenus, ...contributes.keybindings].map(({ command }: { command: string }) => command);
    const inTexts = Object.values(texts).flatMap(text =>
      [...text.matchAll(/\(command:(reftel\.[\w.]+)/g)].map(([, command]) => command ?? ''),
    );
    const inSteps = manifestText.matchAll(/"onCommand:(reftel\.[\w.]+)"/g);
    for (const command of [...named, ...inTexts, ...[...inSteps].map(([, name]) => name ?? '')])
      ok(commands.includes(command) || ofViews.includes(command), command);
  });

  it('gives every command an icon where a title bar shows it', () => {
    const icons = new Set(
      contributes.commands
        .filter(({ icon }: { icon?: string }) => icon)
        .map(({ command }: { command: string }) => command),
    );
    for (const menu of ['view/title', 'editor/title'])
      for (const { command, group } of contributes.menus[menu])
        if (group.startsWith('navigation')) ok(icons.has(command), command);
  });

  it('has a command for all that can be done in a webview', () => {
    for (const command of Object.values(TWINS)) ok(commands.includes(command), command);
    for (const name of ['toggleCollectionList', 'saveCollectionOverTime', 'saveReadingPage'])
      ok(commands.includes(`reftel.${name}`), name);
  });
});
