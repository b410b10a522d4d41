import { deepEqual, equal } from 'node:assert/strict';
import { join } from 'node:path';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
} from 'vscode-languageserver/node';
import { withFolder } from '../host/folder';
import { seeds } from '../seeds';
import { Editor, uriOf } from './editor';

const [seed0, seed1] = seeds;
if (!seed0 || !seed1) throw new Error('the seeds are not there');

const show = ({ name, detail, range }: CallHierarchyItem) => `${name} ${range.start.line} ${detail}`;
const lines = (ranges: readonly { start: { line: number } }[]) => ranges.map(({ start }) => start.line);

describe('the call hierarchy of the language server', function () {
  // A server is started for it, which takes its time on a busy machine.
  this.timeout(60_000);

  it('follows the chain of citations both ways, and to what is not there', () =>
    withFolder(Object.fromEntries(seeds.map(({ name, text }) => [name, text])), async folder => {
      const editor = await Editor.start({ folders: [folder] });
      const prepare = (uri: string, text: string, words: string) =>
        editor.ask<CallHierarchyItem[] | null>('textDocument/prepareCallHierarchy', uri, text, words);
      const incoming = (item: CallHierarchyItem) =>
        editor.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
      const outgoing = (item: CallHierarchyItem) =>
        editor.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item });
      try {
        equal(editor.result.capabilities.callHierarchyProvider, true);
        const uri0 = uriOf(join(folder, seed0.name));
        const uri1 = uriOf(join(folder, seed1.name));
        await editor.open(uri0, seed0.text);
        await editor.open(uri1, seed1.text);

        const [cited] = (await prepare(uri1, seed1.text, 'MUSCAT 00073')) ?? [];
        if (!cited) throw new Error('the reference leads nowhere');
        deepEqual([cited.uri, show(cited)], [uri0, '07MUSCAT73 22 C-NE6-02218: OMAN-ISRAEL RELATIONS']);

        const callers = await incoming(cited);
        deepEqual(
          callers.map(({ from, fromRanges }) => [from.uri, from.name, lines(fromRanges)]),
          [[uri1, '07MUSCAT154', [27, 38]]],
        );
        const [caller] = callers;
        if (!caller) throw new Error('nobody cites it');
        const called = await outgoing(caller.from);
        deepEqual(
          called.map(({ to, fromRanges }) => [show(to), lines(fromRanges)[0]]),
          [
            ['07STATE16868 25 not in this folder', 25],
            [show(cited), 27],
            ['06MUSCAT1735 29 not in this folder', 29],
          ],
        );
        const [absent] = called;
        if (!absent) throw new Error('it cites nothing');
        deepEqual(await outgoing(absent.to), []);
        deepEqual(
          (await incoming(absent.to)).map(({ from }) => from.name),
          ['07MUSCAT154'],
        );
        const { data, ...foreign } = cited;
        deepEqual(data, { mrn: '07MUSCAT73' });
        deepEqual([await incoming(foreign), await outgoing(foreign)], [[], []]);
        deepEqual(editor.problems, []);
      } finally {
        editor.kill();
      }
    }));
});
