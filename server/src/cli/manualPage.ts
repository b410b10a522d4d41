import type { Command } from './command';
import { GLOBAL_OPTIONS, type HelpOption, helpParts } from './helpText';

/** The manual page `reftel(1)` in the macros of man(7), made from the help of `commands`. */
export function manualPage(commands: readonly Command[], version: string): string {
  return [
    `.TH REFTEL 1 "" "reftel ${roff(version)}" "User Commands"`,
    '.SH NAME',
    'reftel \\- read US diplomatic cables',
    '.SH SYNOPSIS',
    '.B reftel',
    '.I COMMAND',
    roff('[ARGUMENT…]'),
    '.SH COMMANDS',
    ...commands.flatMap(sectionOf),
    '.SH GLOBAL OPTIONS',
    ...GLOBAL_OPTIONS.flatMap(optionLines),
    '.SH ENVIRONMENT',
    '.TP',
    '.B NO_COLOR',
    roff('Any value but the empty one switches colours off.'),
    '',
  ].join('\n');
}

function sectionOf(command: Command): readonly string[] {
  const { usage, options, paragraphs } = helpParts(command);
  return [
    `.SS ${roff(usage)}`,
    ...paragraphs.flatMap(paragraph => [
      '.PP',
      // A list keeps its lines.
      ...(/^ {2}/m.test(paragraph)
        ? ['.nf', ...paragraph.split('\n').map(roff), '.fi']
        : [roff(paragraph.replaceAll('\n', ' '))]),
    ]),
    ...options.flatMap(optionLines),
  ];
}

function optionLines({ name, value, choices, summary }: HelpOption): readonly string[] {
  const argument = choices.length > 0 ? choices.join('|') : (value ?? '');
  return ['.TP', `.BR ${roff(name)}${argument === '' ? '' : ` " " ${roff(argument)}`}`, roff(summary)];
}

/** Text that stands for itself in roff(7). */
function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/, '\\&');
}
