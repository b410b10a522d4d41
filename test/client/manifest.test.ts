import { deepEqual, doesNotMatch, ok } from 'node:assert/strict';
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
    const inMenus = Object.values(contributes.menus as Record<string, { command: string }[]>)
      .flat()
      .filter(({ command }) => command);
    const named = [...inMenus, ...contributes.keybindings].map(({ command }: { command: string }) => command);
    const inTexts = Object.values(texts).flatMap(text =>
      [...text.matchAll(/\(command:(reftel\.[\w.]+)/g)].map(([, command]) => command ?? ''),
    );
    const inSteps = manifestText.matchAll(/"onCommand:(reftel\.[\w.]+)"/g);
    for (const command of [...named, ...inTexts, ...[...inSteps].map(([, name]) => name ?? '')])
      ok(commands.includes(command) || ofViews.includes(command), command);
  });

  it('has no markup in the walkthrough and in empty views but bold, links and line breaks, which is all that VS Code renders', () => {
    const rendered = Object.entries(texts).filter(([key]) => /^(walkthrough|welcome)/.test(key));
    ok(rendered.length > 0);
    for (const [key, text] of rendered) doesNotMatch(text.replaceAll('**', ''), /[*`]/, key);
  });

  it('gives every command an icon where a title bar shows it', () => {
    const icons = new Set(
      contributes.commands
        .filter(({ icon }: { icon?: string }) => icon)
        .map(({ command }: { command: string }) => command),
    );
    // The answers to a preview are words.
    const inWords = new Set(['reftel.applyReadable', 'reftel.discardReadable']);
    for (const menu of ['view/title', 'editor/title'])
      for (const { command, group } of contributes.menus[menu])
        if (group.startsWith('navigation')) ok(icons.has(command) || inWords.has(command), command);
  });

  it('offers commands only where they work', () => {
    const anywhere = ['openCable', 'renameFiles', 'openSample'].map(name => `reftel.${name}`);
    const limited = new Set([
      ...contributes.commands
        .filter(({ enablement }: { enablement?: string }) => enablement)
        .map(({ command }: { command: string }) => command),
      ...contributes.menus.commandPalette.map(({ command }: { command: string }) => command),
    ]);
    deepEqual(
      commands.filter(command => !limited.has(command)),
      anywhere,
    );
  });

  it('shows one icon in the title of an editor, of a page or of a cable', () => {
    const icons = contributes.menus['editor/title'].filter(
      ({ group, when }: { group: string; when: string }) =>
        group.startsWith('navigation') && when !== 'resourceScheme == reftel-readable',
    );
    deepEqual(
      icons.map(({ command, when }: { command: string; when: string }) => [command, when]),
      [
        ['reftel.showPageAsCable', 'reftel.pageOfCable && resourceLangId == html'],
        [
          'reftel.openReadingView',
          'editorLangId == cable && reftel.active && resourceScheme != reftel-readable',
        ],
      ],
    );
  });

  it('gives no key that types a character or is one of inline suggestions', () => {
    const typed = /^(?:shift\+)?(?:alt\+|ctrl\+alt\+)?(?:shift\+)?(?:[^+]|\[\w+\])$/;
    for (const { key, mac = key } of contributes.keybindings)
      for (const stroke of [...key.split(' ').slice(0, 1), ...mac.split(' ').slice(0, 1)])
        ok(!typed.test(stroke), stroke);
  });

  it('has a command for all that can be done in a webview', () => {
    for (const command of Object.values(TWINS)) ok(commands.includes(command), command);
    for (const name of ['toggleCollectionList', 'saveCollectionOverTime', 'saveReadingPage'])
      ok(commands.includes(`reftel.${name}`), name);
  });
});

describe('what is open when the window is loaded anew', () => {
  const { activationEvents } = JSON.parse(manifestText);

  it('starts the extension: panels, pages of cables that are not here, texts of copies', () => {
    const source = readFileSync('client/src/page/restore.ts', 'utf8');
    const kinds = /PANELS = \[([^\]]+)\]/.exec(source)?.[1]?.match(/\w+/g) ?? [];
    ok(kinds.length >= 5);
    for (const kind of kinds) ok(activationEvents.includes(`onWebviewPanel:reftel.${kind}`), kind);
    const schemes = readFileSync('client/src/schemes.ts', 'utf8');
    for (const name of readFileSync('client/src/entry.ts', 'utf8').matchAll(/new ReadOnlyTexts\((\w+)/g)) {
      const scheme = new RegExp(`${name[1]} = '([\\w-]+)'`).exec(schemes)?.[1];
      ok(activationEvents.includes(`onFileSystem:${scheme}`), scheme);
    }
  });
});
