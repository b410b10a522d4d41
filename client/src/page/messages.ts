/** Messages between webviews and the extension. Types only. */
import type {
  GroupRange,
  Location,
  Months,
  Page,
  Timeline,
  UnfoldedCable,
} from '../../../server/src/lsp/messages';
import type { MonthsWords } from '../months/svg';
import type { PageWords } from '../reading/html';
import type { TimelineWords } from '../timeline/svg';

export interface ShowTimeline {
  readonly type: 'timeline';
  readonly timeline: Timeline;
  /** The cable in the middle, which may be none that is known. */
  readonly mrn: string;
  readonly depth: number;
  readonly listed: boolean;
  readonly words: TimelineWords & TimelineListWords;
  /** What shows the same again, see `remember`. */
  readonly state: unknown;
}

/** The cables of a group that is unfolded. */
export interface ShowGroup {
  readonly type: 'group';
  readonly key: string;
  readonly cables: readonly UnfoldedCable[];
  readonly total: number;
}

export interface TimelineListWords {
  /** One sentence on what is shown, and on what is not. */
  readonly summary: string;
  /** What stands in the place of a picture of nothing. */
  readonly empty: string;
  readonly columns: readonly [
    id: string,
    date: string,
    classification: string,
    subject: string,
    cites: string,
  ];
}

export interface ShowMonths {
  readonly type: 'months';
  readonly series: readonly Months[];
  readonly by: 'post' | 'tag';
  readonly listed: boolean;
  readonly words: MonthsWords & MonthsListWords;
  /** What shows the same again, see `remember`. */
  readonly state: unknown;
}

export interface MonthsListWords {
  readonly summary: string;
  readonly group: string;
  readonly undatedColumn: string;
  readonly total: string;
  /** How the number of a bar is learnt. */
  readonly hint: string;
  /** What stands in the place of a picture of nothing. */
  readonly empty: string;
}

/** Asks the view for its picture, to save it. */
export interface AskPicture {
  readonly type: 'picture';
}

export interface ShowPage {
  readonly type: 'page';
  readonly page: Page;
  readonly words: PageWords;
  /** What shows the same again, see `remember`. */
  readonly state: unknown;
}

/** The first 0-based line that the editor shows. */
export interface RevealLine {
  readonly type: 'reveal';
  readonly line: number;
}

export type ToView = ShowTimeline | ShowGroup | ShowMonths | AskPicture | ShowPage | RevealLine;

export type FromView =
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly place: Location }
  /** A cable that is not here is asked for. */
  | { readonly type: 'absent'; readonly mrn: string }
  | { readonly type: 'unfold'; readonly group: GroupRange }
  | { readonly type: 'depth'; readonly depth: number }
  | { readonly type: 'by'; readonly by: 'post' | 'tag' }
  | { readonly type: 'listed'; readonly listed: boolean }
  | { readonly type: 'save' }
  | { readonly type: 'picture'; readonly svg: string }
  /** The page was scrolled to this 0-based line of the text, or the user asks for the line in the editor. */
  | { readonly type: 'scrolled' | 'line'; readonly line: number };
