import type { Problem } from '../../src/contract/outcome';
import type { Tag } from '../../src/domain/tag';
import type { Loadable } from '../shared/loading';
import type { Freshness } from '../shared/reading';
import type { Change } from './change';
import type { Panel } from './panel';

export type PanelState = {
  readonly loadable: Loadable<Panel>;
  /** The changes that are being saved, in their order; what is shown has them already. */
  readonly saving: readonly Change[];
  /** The changes that could not be saved, until each is saved or given up. */
  readonly unsaved: readonly Unsaved[];
  /** The changes of which nobody knows whether they were saved, given up or not, until a read or a success decides. */
  readonly undecided: readonly Change[];
  /** Whether the last look found another tag than the one that was shown. */
  readonly changedMeanwhile: boolean;
  /** How old what is shown is; `null` as long as nothing is. */
  readonly freshness: Freshness | null;
};

/** A change that was not saved. `expected` is the tag that it must be made on, `undefined` for whatever is shown. */
export type Unsaved =
  | {
      readonly state: 'failed';
      readonly change: Change;
      readonly expected: Tag | null | undefined;
      readonly problem: Problem;
    }
  | { readonly state: 'conflict'; readonly change: Change };

export const NOTHING_YET: PanelState = {
  loadable: { state: 'loading' },
  saving: [],
  unsaved: [],
  undecided: [],
  changedMeanwhile: false,
  freshness: null,
};
