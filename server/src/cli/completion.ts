import { oneOf, only, readArguments } from './arguments';
import type { Command } from './command';
import { GLOBAL_OPTIONS, type HelpOption, helpParts } from './helpText';

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
type Shell = (typeof SHELLS)[number];

/** A command as a shell completes it. */
interface Completed {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly HelpOption[];
}

/** `commands` gives the other commands, whose help the script is made from. */
export function completionOf(commands: () => Promise<readonly Command[]>): Command {
  return {
    name: 'completion',
    summary: 'a script that completes commands and options in a shell',
    help: `usage: reftel completion bash|zsh|fish|powershell

Prints a script for the shell, which completes commands, options and their values.

  bash        eval "$(reftel completion bash)" in ~/.bashrc
  zsh         eval "$(reftel completion zsh)" in ~/.zshrc, after compinit
  fish        reftel completion fish > ~/.config/fish/completions/reftel.fish
  powershell  reftel completion powershell | Out-String | Invoke-Expression in $PROFILE
`,
    async run(args, output) {
      const { rest } = readArguments(args, []);
      const named = only(rest, 'SHELL');
      const shell = oneOf(named, named, SHELLS);
      const completed = (await commands()).map(command => ({
        name: command.name,
        summary: command.summary,
        options: [...helpParts(command).options, ...GLOBAL_OPTIONS],
      }));
      await output.write(scripts[shell](completed));
      return 0;
    },
  };
}

const scripts: Readonly<Record<Shell, (commands: readonly Completed[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};

const namesOf = (items: readonly { readonly name: string }[]) => items.map(({ name }) => name).join(' ');

function bashScript(commands: readonly Completed[]): string {
  const values = commands.flatMap(({ name, options }) =>
    options
      .filter(({ choices }) => choices.length > 0)
      .map(option => `    '${name} ${option.name}') words='${option.choices.join(' ')}' ;;\n`),
  );
  const options = commands.map(({ name, options }) => `      ${name}) words='${namesOf(options)}' ;;\n`);
  return `_reftel() {
  local current=\${COMP_WORDS[COMP_CWORD]} words=''
  case "\${COMP_WORDS[1]} \${COMP_WORDS[COMP_CWORD-1]}" in
${values.join('')}  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    words='${namesOf(commands)} help --help --version'
  elif [ "\${COMP_WORDS[1]}" = completion ]; then
    words='${SHELLS.join(' ')}'
  elif [ -z "$words" ] && [ "\${current:0:1}" = - ]; then
    case "\${COMP_WORDS[1]}" in
${options.join('')}    esac
  fi
  COMPREPLY=()
  if [ -n "$words" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  fi
}
complete -o bashdefault -o default -F _reftel reftel
`;
}

function zshScript(commands: readonly Completed[]): string {
  const described = commands.map(({ name, summary }) => `    ${singleQuoted(`${name}:${summary}`)}\n`);
  const cases = commands.map(({ name, options }) => {
    const specs = options.map(
      option =>
        `        ${singleQuoted(`${option.name}[${option.summary.replace(/[[\]:\\]/g, '\\$&')}]${zshValue(option)}`)} \\\n`,
    );
    const rest = name === 'completion' ? `'1:shell:(${SHELLS.join(' ')})'` : `'*:file:_files'`;
    return `    ${name})\n      _arguments -s \\\n${specs.join('')}        ${rest}\n      ;;\n`;
  });
  return `#compdef reftel
_reftel() {
  local -a commands
  commands=(
${described.join('')}  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
${cases.join('')}  esac
}
compdef _reftel reftel
`;
}

function zshValue({ value, choices }: HelpOption): string {
  if (value === null) return '';
  return `:${value}:${choices.length > 0 ? `(${choices.join(' ')})` : '_files'}`;
}

function fishScript(commands: readonly Completed[]): string {
  const lines = commands.flatMap(({ name, summary, options }) => [
    `complete -c reftel -n __fish_use_subcommand -f -a ${name} -d ${singleQuoted(summary)}`,
    ...options.map(option => {
      const argument =
        option.choices.length > 0
          ? ` -x -a '${option.choices.join(' ')}'`
          : option.value === null
            ? ''
            : ' -r';
      return `complete -c reftel -n '__fish_seen_subcommand_from ${name}' -l ${option.name.slice(2)}${argument} -d ${singleQuoted(option.summary)}`;
    }),
  ]);
  const shells = `complete -c reftel -n '__fish_seen_subcommand_from completion' -f -a '${SHELLS.join(' ')}'`;
  return `${[...lines, shells].join('\n')}\n`;
}

function powershellScript(commands: readonly Completed[]): string {
  const quotedList = (words: readonly string[]) => `@(${words.map(powershellQuoted).join(', ')})`;
  const options = commands.map(
    ({ name, options }) =>
      `    ${powershellQuoted(name)} = ${quotedList(options.map(option => option.name))}\n`,
  );
  const values = commands.flatMap(({ name, options }) =>
    options
      .filter(({ choices }) => choices.length > 0)
      .map(option => `    ${powershellQuoted(`${name} ${option.name}`)} = ${quotedList(option.choices)}\n`),
  );
  return `Register-ArgumentCompleter -Native -CommandName reftel -ScriptBlock {
  param($word, $ast, $position)
  $options = @{
${options.join('')}  }
  $values = @{
${values.join('')}  }
  $before = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.ToString() })
  $command = if ($before.Count -gt 1) { $before[1] } else { '' }
  $found = if ($before.Count -le 1) { @($options.Keys) + 'help' }
    elseif ($values.ContainsKey("$command $($before[-1])")) { $values["$command $($before[-1])"] }
    elseif ($command -eq 'completion') { ${quotedList(SHELLS)} }
    elseif ($word.StartsWith('-')) { $options[$command] }
    else { @() }
  $found | Where-Object { $_ -like "$word*" } | Sort-Object | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}

/** For a POSIX shell; fish ends a quotation in the same way. */
function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function powershellQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
