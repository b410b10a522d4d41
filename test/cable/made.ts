import type { Cable } from '../../server/src/cable/model';
import { parseCable } from '../../server/src/cable/parse';

/** Parts of a made-up telegram that a test replaces. */
export interface Parts {
  readonly dtg?: string;
  readonly classLine?: string;
  readonly tags?: string;
  readonly subject?: string;
  readonly ref?: string;
  readonly authority?: string;
  readonly body?: string;
}

/** A telegram of 10 APR 08 from Muscat with the parts given, parsed. */
export function cableWith(parts: Parts): Cable {
  const lines = [
    `P ${parts.dtg ?? '101200Z APR 08'}`,
    'FM AMEMBASSY MUSCAT',
    'TO RUEHC/SECSTATE WASHDC PRIORITY 0001',
    '',
    parts.classLine ?? 'C O N F I D E N T I A L MUSCAT 000250',
    '',
    'SIPDIS',
    '',
    'E.O. 12958: DECL: 04/10/2018',
    parts.tags ?? 'TAGS: PREL MU',
    parts.subject ?? 'SUBJECT: A SUBJECT',
    '',
    ...(parts.ref === undefined ? [] : [parts.ref, '']),
    parts.authority ?? 'Classified By: Ambassador Jane Q. Doe for reasons 1.4 (b) and (d).',
    '',
    parts.body ?? '1. (C) Text.',
  ];
  return parseCable(lines.join('\n'));
}
