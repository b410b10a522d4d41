import type { Timeline, UnfoldedCable } from '../../../server/src/lsp/messages';
import { keyAt, keyOf } from './bins';
import type { Layout, PlacedBin, PlacedCable } from './layout';

/** An arrow from what cites to what is cited. */
export interface Edge {
  readonly from: PlacedCable | PlacedBin;
  readonly to: PlacedCable | PlacedBin;
  /** Whether it begins or ends at what is chosen. */
  readonly isChosen: boolean;
}

/**
 * The arrows of the picture: all, where cables stand one by one; otherwise those of what is chosen, a cable by its id or a group
 * by its key. A group that is not unfolded stands for its cables.
 */
export function edgesOf(timeline: Timeline, layout: Layout, chosen: string | null): readonly Edge[] {
  if (timeline.groups.length > 0) return chosen === null ? [] : edgesOfChosen(layout, chosen);
  const { cables } = layout;
  return timeline.citations.flatMap(([citing, cited]) => {
    const from = cables[citing];
    const to = cables[cited];
    if (!from || !to) return [];
    return [{ from, to, isChosen: from.cable.mrn === chosen || to.cable.mrn === chosen }];
  });
}

function edgesOfChosen({ cables, bins }: Layout, chosen: string): readonly Edge[] {
  const [open, ...others] = cables;
  const group = bins.find(({ bin }) => keyOf(bin) === chosen);
  if (group) return open ? toOpen(group, open) : [];
  const cable = cables.find(({ cable: { mrn } }) => mrn === chosen);
  if (!cable) return [];
  if (cable === open) return bins.flatMap(each => toOpen(each, open));
  if (!isUnfolded(cable.cable)) return [];
  const shown = new Map([...(open ? [open] : []), ...others].map(each => [each.cable.mrn, each]));
  const step = (bins[0]?.bin.to ?? 0) - (bins[0]?.bin.from ?? 0) + 1;
  const boxes = new Map(bins.map(each => [keyOf(each.bin), each]));
  const placesOf = (ids: UnfoldedCable['cites']) => [
    ...new Set(ids.map(({ mrn, post, year }) => shown.get(mrn) ?? boxes.get(keyAt(post, year, step)))),
  ];
  return [
    ...placesOf(cable.cable.cites).flatMap(to => (to ? [{ from: cable, to, isChosen: true }] : [])),
    ...placesOf(cable.cable.citedBy).flatMap(from => (from ? [{ from, to: cable, isChosen: true }] : [])),
  ];
}

function toOpen(box: PlacedBin, open: PlacedCable): readonly Edge[] {
  const { nearCiting, nearCited } = box.bin;
  return [
    ...(nearCiting > 0 ? [{ from: box, to: open, isChosen: true }] : []),
    ...(nearCited > 0 ? [{ from: open, to: box, isChosen: true }] : []),
  ];
}

function isUnfolded(cable: PlacedCable['cable']): cable is UnfoldedCable {
  return 'cites' in cable;
}
