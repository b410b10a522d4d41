import type { Connection } from 'vscode-languageserver';

/** Runs a command with the arguments that the editor gives. */
export type Command = (args: readonly unknown[]) => unknown;

/** Runs the server's commands by their names; one that is not known gives null. */
export function routeCommands(connection: Connection, commands: ReadonlyMap<string, Command>): void {
  connection.onExecuteCommand(
    async ({ command, arguments: args = [] }) => (await commands.get(command)?.(args)) ?? null,
  );
}
