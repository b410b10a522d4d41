import type { Cable } from '../../cable/model';
import { originatorOf } from '../../reference/originators';
import type { Span } from '../../text/span';
import { entryStart } from '../citing';
import { instantInWords } from '../meanings/timeMeanings';
import type { Drawing } from './drawing';
import type { PageField, PageLine } from './model';

/** The rows of the header table, those that the copy does not tell left out. */
export function headerOf(cable: Cable, draw: Drawing): readonly PageField[] {
  const { transmission, executiveOrder, tags, references, authority } = cable;
  const { dtg, from, to, info } = transmission;
  const plain = (span: Span, text: string): PageLine => {
    const line = cable.lines.lineAt(span.start);
    const { start, end } = cable.lines.span(line);
    return { line, original: cable.text.slice(start, end), runs: [{ text, ids: [], place: null }] };
  };
  const date = dtg?.instant == null ? (dtg?.time?.value ?? null) : instantInWords(dtg.instant);
  const fields: readonly PageField[] = [
    { name: 'date', lines: dtg && date ? [plain(dtg, date)] : [] },
    { name: 'from', lines: from ? [plain(from, addressOf(from.value))] : [] },
    { name: 'to', lines: to.map(addressee => plain(addressee, addressOf(addressee.name.value))) },
    { name: 'info', lines: info.map(addressee => plain(addressee, addressOf(addressee.name.value))) },
    {
      name: 'declassify',
      lines: executiveOrder
        ? [
            plain(
              executiveOrder,
              [`E.O. ${executiveOrder.number?.value ?? ''}`.trim(), executiveOrder.value?.value]
                .filter(Boolean)
                .join(': '),
            ),
          ]
        : [],
    },
    { name: 'tags', lines: tags ? [plain(tags, tags.tags.map(({ value }) => value).join(', '))] : [] },
    {
      name: 'references',
      lines: (references?.items ?? []).flatMap((item, i, items) =>
        draw.lines({ start: entryStart(item, items[i - 1]), end: item.end }),
      ),
    },
    {
      name: 'classifiedBy',
      lines: authority?.by
        ? [plain(authority, [authority.by.value, authority.reasons.join(', ')].filter(Boolean).join(' · '))]
        : [],
    },
  ];
  return fields.filter(({ lines }) => lines.length > 0);
}

/** `Embassy Muscat (AMEMBASSY MUSCAT)`; an address that nothing more is known of stays as it is. */
function addressOf(plad: string): string {
  const { office, name } = originatorOf(plad);
  if (office === null && name === plad) return plad;
  return `${[office, name].filter(Boolean).join(' ')} (${plad})`;
}
