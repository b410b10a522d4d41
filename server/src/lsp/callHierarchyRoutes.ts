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
import type { Desk } from './desk';
import { canonicalUri } from './uris';

/** The citations as a call hierarchy: incoming calls are the cables that cite one, outgoing calls those that it cites. */
export function routeCallHierarchy(connection: Connection, { answer, inCable }: Answering): void {
  const { callHierarchy } = connection.languages;

  callHierarchy.onPrepare(
    inCable('call hierarchy', null, (reading, params, desk) => {
      const items = chainItemsAt(reading, offsetOf(reading, params));
      return items.length > 0 ? items.map(item => toItem(item, desk)) : null;
    }),
  );
  callHierarchy.onIncomingCalls(
    answer(
      'incoming calls',
      [],
      (desk, { item }: { item: CallHierarchyItem }): CallHierarchyIncomingCall[] => {
        const mrn = mrnOf(item);
        if (mrn === null) return [];
        return itemsOf(citingSteps(desk.workspace.snapshot, mrn), `who cites ${mrn}`, desk).map(step => ({
          from: toItem(step.item, desk),
          fromRanges: step.ranges.map(toRange),
        }));
      },
    ),
  );
  callHierarchy.onOutgoingCalls(
    answer(
      'outgoing calls',
      [],
      (desk, { item }: { item: CallHierarchyItem }): CallHierarchyOutgoingCall[] => {
        const mrn = mrnOf(item);
        if (mrn === null) return [];
        const steps = citedSteps(desk.workspace.snapshot, mrn, canonicalUri(item.uri));
        return itemsOf(steps, `what ${mrn} cites`, desk).map(step => ({
          to: toItem(step.item, desk),
          fromRanges: step.ranges.map(toRange),
        }));
      },
    ),
  );
}

/** `data` carries the id, for the requests that follow. */
function toItem({ uri, range, mrn, name, detail }: ChainItem, { workspace }: Desk): CallHierarchyItem {
  return {
    name,
    detail,
    kind: SymbolKind.File,
    uri: workspace.spelling(uri),
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
