import {
  type Connection,
  ErrorCodes,
  type Message,
  type MessageStrategy,
  type NotificationMessage,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver';
import { isRecord } from './untrusted';

/** A request that is refused comes back to the connection under this name, with the reason as its parameters. */
const REFUSED = 'reftel/refused';

interface Refusal {
  readonly code: number;
  readonly message: string;
}

/**
 * Lets through what the Language Server Protocol permits at each time: before `initialize` requests are refused with -32002 and
 * notifications dropped, a second `initialize` is refused with `InvalidRequest`, and so is every request after `shutdown`. `exit` always
 * passes. For the options of a connection; `answerRefused` makes the refusals.
 */
export function lifecycle(): MessageStrategy {
  let state: 'new' | 'running' | 'ended' = 'new';
  const refusalOf = (method: string): Refusal | null => {
    if (state === 'new' && method !== 'initialize')
      return { code: ErrorCodes.ServerNotInitialized, message: 'initialize comes first' };
    if (state === 'running' && method === 'initialize')
      return { code: ErrorCodes.InvalidRequest, message: 'initialize comes once' };
    if (state === 'ended')
      return { code: ErrorCodes.InvalidRequest, message: 'the server has been shut down' };
    return null;
  };
  return {
    handleMessage(message: Message, next: (message: Message) => unknown) {
      if (isRequest(message)) {
        const refusal = refusalOf(message.method);
        if (refusal) return void next({ ...message, method: REFUSED, params: refusal } as Message);
        if (message.method === 'initialize') {
          state = 'running';
          return void next({ ...message, params: withCapabilities(message.params) } as Message);
        }
        if (message.method === 'shutdown') state = 'ended';
      } else if (isNotification(message) && state !== 'running' && message.method !== 'exit') return;
      next(message);
    },
  };
}

/** Answers the requests that `lifecycle` refuses. */
export function answerRefused(connection: Connection): void {
  connection.onRequest(REFUSED, ({ code, message }: Refusal) => new ResponseError(code, message));
}

/** The parameters of `initialize` with capabilities, which the protocol's library takes for granted. */
function withCapabilities(params: unknown): object {
  const given = isRecord(params) ? params : {};
  const capabilities = isRecord(given.capabilities) ? given.capabilities : {};
  const parts = Object.entries(capabilities).filter(([, part]) => isRecord(part) || typeof part !== 'object');
  return { ...given, capabilities: Object.fromEntries(parts) };
}

function isRequest(message: Message): message is RequestMessage {
  return 'method' in message && 'id' in message && message.id !== null;
}

function isNotification(message: Message): message is NotificationMessage {
  return 'method' in message && !('id' in message);
}
