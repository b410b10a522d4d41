import { ok } from 'node:assert/strict';
import { isInstruction, isUnfinished } from '../../server/src/cable/continuation';

describe('a line above the text', () => {
  it('says how the telegram is to be handled or whom else it is for', () => {
    for (const line of [
      'THIS CABLE IS SENSITIVE BUT UNCLASSIFIED',
      'THIS MESSAGE CONTAINS PROPRIETARY BUSINESS INFORMATION',
      '(SENSITIVE BUT UNCLASSIFIED)',
      '(Not for Internet distribution)',
      'Unclassified but sensitive.',
      'SBU - PROTECT',
      'NOT FOR PUBLIC RELEASE',
      'FOR OFFICIAL USE ONLY',
      'PLEASE PROTECT ACCORDINGLY',
      'PROTECT ACCORDINGLY',
      'HANDLE ACCORDINGLY',
      'CONTAINS BUSINESS CONFIDENTIAL INFORMATION',
      'BUSINESS PROPRIETARY',
      'PROPRIETARY INFORMATION',
      'LAW ENFORCEMENT SENSITIVE',
      'PLS DEPT PASS USTR',
      'SUGGEST THAT THE DEPARTMENT REPEAT TO OTHER POSTS',
      'REQUEST STATE PASS',
      'RECOMMEND POSTS PASS',
      'THE DEPT PLEASE PASS',
      'Dept for NEA',
      'DEPTOFF PLS RELAY',
      'SECSTATE FOR NEA',
      'EMBASSY PASS',
      'POST PLEASE PASS',
    ])
      ok(isInstruction(line), line);
  });

  it('says nothing of the kind', () => {
    for (const line of [
      '',
      '(',
      'THE TALKS GO ON',
      'TREASURY FOR MR BAKER',
      'NOT A WORD',
      'STATEMENT FOR THE PRESS',
    ])
      ok(!isInstruction(line), line);
  });
});

describe('a text', () => {
  it('cannot end with a word that others follow, with a sign that joins, or with a genitive', () => {
    for (const end of [
      'the',
      'AN',
      'a',
      'VS.',
      'vs',
      'AGAINST',
      'DESPITE',
      'ENVOY’S',
      "envoy's",
      'ENVOYS’',
      'PORTS,',
    ])
      ok(isUnfinished(`THE TALKS WITH ${end}`), end);
    for (const end of ['OF', 'PORTS &', 'PORTS/', 'PORTS (', 'PORTS -']) ok(isUnfinished(end), end);
  });

  it('may end with any other', () => {
    for (const text of [
      '',
      'THE TALKS',
      'TALKS IN OMAN',
      'PROOF',
      "THE 'LATE TALKS'",
      "X 'S",
      'AFTERNOON',
      'VS..',
    ])
      ok(!isUnfinished(text), text);
  });
});
