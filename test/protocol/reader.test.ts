import { deepEqual, equal, match } from 'node:assert/strict';
import { join } from 'node:path';
import type { Requests } from '../../server/src/lsp/messages';
import { withFolder } from '../host/folder';
import { seeds } from '../seeds';
import { Editor, uriOf } from './editor';

const [seed0, seed1] = seeds;
if (!seed0 || !seed1) throw new Error('the seeds are not there');

describe('the requests of views and commands', function () {
  this.timeout(60_000);

  it('are answered from the open cable and the archive', () =>
    withFolder(Object.fromEntries(seeds.map(({ name, text }) => [name, text])), async folder => {
      const editor = await Editor.start({ folders: [folder] });
      const ask = <M extends keyof Requests>(method: M, params: Requests[M]['params']) =>
        editor.request<Requests[M]['result']>(method, params);
      const name = (uri: string) => uri.slice(uri.lastIndexOf('/') + 1);
      try {
        const uri = uriOf(join(folder, seed0.name));
        equal(await ask('reftel/cable', { uri }), null, 'a document that is not open');
        await editor.open(uri, seed0.text);

        const state = await ask('reftel/cable', { uri });
        deepEqual([state?.mrn, state?.classification, state?.citedBy], ['07MUSCAT73', 'SECRET', 1]);

        const cites = await ask('reftel/cites', { uri });
        equal(cites.items[0]?.mrn, '06STATE203034');
        const citedBy = await ask('reftel/citedBy', { mrn: '07MUSCAT73' });
        deepEqual([citedBy.items[0]?.mrn, citedBy.truncated], ['07MUSCAT154', false]);

        const { totals, busy } = await ask('reftel/archive', {});
        deepEqual([totals.cables, busy], [5, false]);
        deepEqual(await ask('reftel/groups', { by: 'post' }), [{ key: 'MUSCAT', count: 5, words: '' }]);
        const group = await ask('reftel/group', { by: 'year', key: '2008', from: 0, limit: 10 });
        deepEqual(
          group.items.map(({ mrn }) => mrn),
          ['08MUSCAT789'],
        );
        const missing = await ask('reftel/missing', { limit: 1 });
        deepEqual([missing.items.length, missing.truncated], [1, true]);
        const [months] = await ask('reftel/months', { by: 'post', keys: ['MUSCAT'] });
        equal(
          months?.months.reduce((sum, { count }) => sum + count, 0),
          5,
        );
        equal(months?.undated, 0);
        const timeline = await ask('reftel/timeline', { mrn: '07MUSCAT73', depth: 1 });
        deepEqual([timeline.total, timeline.absent, timeline.groups], [timeline.cables.length, 2, []]);
        const years = { post: 'MUSCAT', from: 2005, to: 2009 };
        const unfolded = await ask('reftel/timelineGroup', { mrn: '07MUSCAT73', depth: 1, group: years });
        deepEqual(
          [unfolded.cables.map(({ mrn }) => mrn), unfolded.total],
          [['06MUSCAT1735', '07MUSCAT154'], 2],
        );
        const found = await ask('reftel/search', { query: 'muscat 73', limit: 1 });
        equal(found.items[0]?.mrn, '07MUSCAT73');
        const next = await ask('reftel/neighbour', { uri, step: 1 });
        equal(next && name(next.uri), seed1.name);

        const paragraphs = await ask('reftel/paragraphs', { uri });
        deepEqual([paragraphs[0]?.number, paragraphs[0]?.marking], [1, 'C']);
        const citations = await ask('reftel/cite', { uri, position: paragraphs[1]?.range.start ?? null });
        match(citations?.whole.chicago ?? '', /January 24, 2007, Secret\.$/);
        match(
          citations?.paragraph?.chicago ?? '',
          /^U\.S\. Embassy Muscat to Department of State, .*telegram 07MUSCAT73, January 24, 2007, para\. 2, Secret\.$/,
        );
      } finally {
        editor.kill();
      }
    }));

  it('count the cables without a date apart', () =>
    withFolder(
      { 'a.txt': seed0.text, 'b.txt': seed1.text.replace(/^.*\d{6}Z [A-Z]{3} \d\d.*$/gm, '') },
      async folder => {
        const editor = await Editor.start({ folders: [folder] });
        const ask = <M extends keyof Requests>(method: M, params: Requests[M]['params']) =>
          editor.request<Requests[M]['result']>(method, params);
        try {
          await editor.open(uriOf(join(folder, 'a.txt')), seed0.text);
          const [months] = await ask('reftel/months', { by: 'post', keys: ['MUSCAT'] });
          deepEqual([months?.months.map(({ count }) => count), months?.undated], [[1], 1]);
        } finally {
          editor.kill();
        }
      },
    ));

  it('find cables by queries, and give what was found piece by piece', () =>
    withFolder(Object.fromEntries(seeds.map(({ name, text }) => [name, text])), async folder => {
      const editor = await Editor.start({ folders: [folder] });
      const ask = <M extends keyof Requests>(method: M, params: Requests[M]['params']) =>
        editor.request<Requests[M]['result']>(method, params);
      const order = { by: 'date', descending: true } as const;
      try {
        const uri = uriOf(join(folder, seed0.name));
        await editor.open(uri, seed0.text);
        const found = await ask('reftel/find', { query: 'class:>=confidential iran' });
        deepEqual([found.total, found.complete, found.hasWords], [4, true, true]);
        const result = found.result ?? 0;
        const page = await ask('reftel/rows', { result, ...order, from: 0, limit: 2 });
        deepEqual(
          page?.rows.map(({ mrn, citedBy }) => [mrn, citedBy]),
          [
            ['08MUSCAT789', 0],
            ['07MUSCAT1065', 0],
          ],
        );
        match(page?.rows[0]?.tags[0] ?? '', /\w/);
        const facets = await ask('reftel/facets', { result });
        deepEqual(
          facets?.find(({ by }) => by === 'year')?.groups.map(({ key, count }) => [key, count]),
          [
            ['2007', 3],
            ['2008', 1],
          ],
        );
        const hits = await ask('reftel/hits', { result, from: 0, limit: 1 });
        equal(hits?.items[0]?.entry.mrn, '07MUSCAT154');
        equal(typeof hits?.items[0]?.hits[0]?.words, 'string');
        const table = await ask('reftel/export', { result, ...order, rows: [1], format: 'csv' });
        deepEqual([table?.count, table?.text.split('\r\n').length], [1, 3]);
        const bibtex = await ask('reftel/export', { result, ...order, rows: null, format: 'bibtex' });
        match(bibtex?.text ?? '', /^@techreport\{08MUSCAT789,/);

        const wrong = await ask('reftel/find', { query: 'calss:x' });
        match(wrong.problem ?? '', /did you mean class:x/);
        const absent = await ask('reftel/find', { query: 'is:missing post:state' });
        const rows = await ask('reftel/rows', { result: absent.result ?? 0, ...order, from: 0, limit: 9 });
        deepEqual([absent.missing, rows?.rows[0]?.entry], [true, null]);
        const missing = await ask('reftel/missing', { limit: 1, filter: 'post:state' });
        deepEqual([missing.items.length, missing.total], [1, absent.total]);

        const line = seed0.text.split('\n').findIndex(text => /STATE 203034/.test(text));
        const at = { line, character: (seed0.text.split('\n')[line] ?? '').indexOf('203034') };
        equal(await ask('reftel/absentAt', { uri, position: at }), '06STATE203034');
        const page203034 = await ask('reftel/absent', { mrn: '06STATE203034' });
        equal(page203034?.count, 1);
        const cites = await ask('reftel/cites', { uri, filter: 'post:muscat' });
        deepEqual(
          cites.items.every(({ mrn }) => mrn?.includes('MUSCAT')),
          true,
        );
      } finally {
        editor.kill();
      }
    }));
});
