/** Made-up telegrams for sources of imports. */

/** A telegram as the Cablegate table has it: header and text apart. */
export interface MadeTelegram {
  readonly id: string;
  readonly header: string;
  readonly text: string;
}

/** The telegram `serial` of Muscat in 2007, with more lines at its end. */
export function madeTelegram(serial: number, lines: readonly string[] = []): MadeTelegram {
  const number = String(serial).padStart(6, '0');
  return {
    id: `07MUSCAT${serial}`,
    header: [
      'VZCZCXYZ0000',
      'RR RUEHWEB',
      '',
      `DE RUEHMS #${number.slice(-4)} 0241550`,
      'ZNR UUUUU ZZH',
      'R 241550Z JAN 07',
      'FM AMEMBASSY MUSCAT',
      'TO RUEHC/SECSTATE WASHDC 7816',
    ].join('\n'),
    text: [
      `UNCLAS MUSCAT ${number} `,
      '',
      'SIPDIS ',
      '',
      'E.O. 12958: N/A ',
      'TAGS: PREL, MU ',
      `SUBJECT: HARBOUR WORKS, REPORT ${serial} `,
      '',
      'REF: MUSCAT 00012 ',
      '',
      '¶1. The harbour master calls the works "nearly done". ',
      '',
      ...lines,
      'GRAPPO ',
    ].join('\n'),
  };
}

/** Its whole text. */
export function wholeText({ header, text }: MadeTelegram): string {
  return `${header}\n\n${text}`;
}

/** Its row in the Cablegate table, quotes escaped with a backslash. */
export function madeRow(telegram: MadeTelegram, row: number): string {
  const cells = cellsOf(telegram, row).map(cell => cell.replaceAll('\\', '\\\\').replaceAll('"', '\\"'));
  return `"${cells.join('","')}"\n`;
}

export function cellsOf({ id, header, text }: MadeTelegram, row: number): readonly string[] {
  return [`${row}`, '1/24/2007 15:50', id, 'Embassy Muscat', 'UNCLASSIFIED', '07MUSCAT12', header, text];
}
