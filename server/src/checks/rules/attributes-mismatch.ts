import * as l10n from '@vscode/l10n';
import { MONTHS } from '../../cable/dateTimeGroup';
import { splitMrn } from '../../cable/identity';
import type { Attribute, Cable } from '../../cable/model';
import { postKey } from '../../reference/posts';
import { isKnownPost } from '../../reference/stations';
import type { Span } from '../../text/span';
import { type Check, type Finding, finding, findingsIn, seeAlso } from '../check';
import { DAY } from './instants';
import { originatingPost, placeOfId, samePost } from './statedIdentity';

/** The archive's description against the text it describes (cable-format 6). Only what both sides say readably is compared. */
export const check: Check = {
  code: 'attributes-mismatch',
  severity: 'warning',
  summary: 'The archive’s Message Attributes contradict the text.',
  run(cable) {
    if (cable.dialect !== 'sas') return [];
    const said = new Set<string>();
    return findingsIn(cable.attributes, attribute => {
      const name = attribute.name.toLowerCase();
      const compare = COMPARE[name];
      if (!compare || said.has(name) || attribute.value.value === '') return null;
      said.add(name);
      return compare(cable, attribute);
    });
  },
};

type Comparison = (cable: Cable, attribute: Attribute) => Finding | null;

const COMPARE: Readonly<Record<string, Comparison>> = {
  'document number': compareNumber,
  'draft date': compareDate,
  from: compareFrom,
  tags: compareTags,
  subject: compareSubject,
};

function contradiction(attribute: Attribute, place: Span, text: string): Finding {
  const { value } = attribute.value;
  const message = l10n.t('Message Attributes say {0}; the text says {1}.', value, text);
  return finding(attribute.value, message, seeAlso(place, l10n.t('The text says {0}.', text)));
}

const NUMBER = /^(\d{4})([A-Z]{3,20}?)(\d{4,6})(?:_[a-z])?$/i;

/** The station's letters are cut to six in a document number. */
function compareNumber(cable: Cable, attribute: Attribute): Finding | null {
  const match = NUMBER.exec(attribute.value.value);
  const text = cable.mrn ? splitMrn(cable.mrn) : null;
  if (!match || !text || !cable.classLine?.serial) return null;
  const [, year = '', post = '', serial = ''] = match;
  const samePlace = text.post.startsWith(post.toUpperCase()) || samePost(postKey(post), text.post);
  const sameYear = Number(year) === text.year;
  if (samePlace && sameYear && Number(serial) === text.serial) return null;
  return contradiction(attribute, placeOfId(cable), cable.mrn ?? '');
}

const DATE = /^(\d{1,2}) ([A-Z]{3}) (\d{4})$/i;

/** A telegram may be drafted on the day before it is sent, or be sent when it is already the next day in UTC. */
function compareDate({ transmission: { dtg } }: Cable, attribute: Attribute): Finding | null {
  const [, day = '', month = '', year = ''] = DATE.exec(attribute.value.value) ?? [];
  const rank = MONTHS.indexOf(month.toUpperCase());
  if (!dtg?.time || dtg.instant === null || rank < 0) return null;
  const drafted = Date.UTC(Number(year), rank, Number(day));
  const sent = Math.floor(dtg.instant / DAY) * DAY;
  return Math.abs(sent - drafted) <= SLACK * DAY ? null : contradiction(attribute, dtg.time, dtg.time.value);
}

const SLACK = 3;

function compareFrom(cable: Cable, attribute: Attribute): Finding | null {
  const key = postKey(attribute.value.value);
  const from = originatingPost(cable);
  const line = cable.transmission.from;
  if (!from || !line || !isKnownPost(key) || samePost(key, from)) return null;
  return contradiction(attribute, line, line.value);
}

/** Archives add and normalise codes: only lists without a common code are of two telegrams. */
function compareTags({ tags }: Cable, attribute: Attribute): Finding | null {
  const codes = (tags?.tags ?? []).filter(({ kind }) => kind === 'code').map(({ value }) => value);
  const archived = attribute.value.value.toUpperCase().match(/\b[A-Z]{2,4}\b/g) ?? [];
  if (!tags || codes.length === 0 || archived.length === 0) return null;
  if (archived.some(code => codes.includes(code))) return null;
  return contradiction(attribute, tags, codes.join(' '));
}

/** Archives cut and retype subjects: only those that share less than a third of their words are of two telegrams. */
function compareSubject({ subject }: Cable, attribute: Attribute): Finding | null {
  const words = (text: string) => new Set(text.toUpperCase().match(/[A-Z]{3,}/g) ?? []);
  const text = words(subject?.value ?? '');
  const archived = words(attribute.value.value);
  const least = Math.min(text.size, archived.size);
  if (!subject || least < 2) return null;
  const common = [...archived].filter(word => text.has(word)).length;
  return common * 3 >= least ? null : contradiction(attribute, subject, subject.value);
}
