import type { Cable } from '../../cable/model';
import { partsOf } from './parts';

/** A cable as plain text to be shown beside another copy of it: a line for each part, without what copies and pages added. */
export function plainText(cable: Cable): string {
  return partsOf(cable, false)
    .map(({ kind, name, number, marking, words }) => {
      const text = words.map(word => word.text).join(' ');
      if (kind === 'field') return `${name}: ${text}\n`;
      const head = [number === null ? '' : `${number}.`, marking === null ? '' : `(${marking})`];
      return `\n${[...head, text].filter(piece => piece !== '').join(' ')}\n`;
    })
    .join('');
}
