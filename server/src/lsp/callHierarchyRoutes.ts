import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type Connection,
  SymbolKind,
} from 'vscode-languageserver';
import { type ChainItem, chainItemsAt, citedSteps, citingSteps } from '../features/callHierarchy';
import { type Answering, itemsOf, offsetOf } from './answer';
import { toRange } from './conversion';
import type { ServerContext } from './serverContext';
import { canonicalUri } from './uris';

/** The citations as a call hierarchy: incoming calls are the cables that cite one, outgoing calls those that it cites. */
export function routeCallHierarchy(connection: Connection, { answer, inCable }: Answering): void {
  const { callHierarchy } = connection.languages;

  callHierarchy.onPrepare(
    inCable('call hierarchy', null, (reading, params, context) => {
      const items = chainItemsAt(reading, offsetOf(reading, params));
      return items.length > 0 ? items.map(item => toItem(item, context)) : null;
    }),
  );
  callHierarchy.onIncomingCalls(
    answer(
      'incoming calls',
      [],
      (context, { item }: { item: CallHierarchyItem }): CallHierarchyIncomingCall[] => {
        const mrn = mrnOf(item);
        if (mrn === null) return [];
        return itemsOf(citingSteps(context.workspace.snapshot, mrn), `who cites ${mrn}`, context).map(
          step => ({
            from: toItem(step.item, context),
            fromRanges: step.ranges.map(toRange),
          }),
        );
      },
    ),
  );
  callHierarchy.onOutgoingCalls(
    answer(
      'outgoing calls',
      [],
      (context, { item }: { item: CallHierarchyItem }): CallHierarchyOutgoingCall[] => {
        const mrn = mrnOf(item);
        if (mrn === null) return [];
        const steps = citedSteps(context.workspace.snapshot, mrn, canonicalUri(item.uri));
        return itemsOf(steps, `what ${mrn} cites`, context).map(step => ({
          to: toItem(step.item, context),
          fromRanges: step.ranges.map(toRange),
        }));
      },
    ),
  );
}

/** `data` carries the id, for the requests that follow. */
function toItem(
  { uri, range, mrn, name, detail }: ChainItem,
  { workspace }: ServerContext,
): CallHierarchyItem {
  return {
    name,
    detail,
    kind: SymbolKind.File,
    uri: workspace.clientUri(uri),
    range: toRange(range),
    selectionRange: toRange(range),
    data: { mrn },
  };
}

/** What `toItem` put in; the editor gives it back as it was, others may give anything. */
function mrnOf({ data }: CallHierarchyItem): string | null {
  const mrn: unknown = data?.mrn;
  return typeof mrn === 'string' ? mrn : null;
}
