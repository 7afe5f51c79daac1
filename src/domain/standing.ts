import type { Cycle } from './cycle';
import type { KeyResultId } from './ids';
import type { KeyResult, Objective } from './objective';
import type { EffectiveTag } from './tag';

/**
 * Whether work may still serve a key result: its cycle is active, closed or not yet active, or it was archived, itself or
 * with its objective. One that the viewer may not see and one that is not there are the same.
 */
export type Standing = 'active' | 'archived' | 'closed' | 'not-started' | 'not-visible';

export type KnownOkrs = {
  readonly objectives: readonly (Pick<Objective, 'id' | 'cycleId' | 'archived'> & {
    readonly keyResults: readonly Pick<KeyResult, 'id' | 'archived'>[];
  })[];
  readonly cycles: readonly Pick<Cycle, 'id' | 'state'>[];
};

/** A tag that points where work leads to nothing, on the issue itself or where it inherits it from. */
export type MisplacedTag = {
  readonly issueId: string;
  readonly keyResultId: KeyResultId;
  readonly standing: Exclude<Standing, 'active'>;
  readonly inheritedFrom: string | null;
};

/**
 * The standing of any key result, by what the viewer is shown of the OKRs: that must hold whatever the asked ones belong
 * to, or they read as not visible.
 */
export const standingsOf = ({ objectives, cycles }: KnownOkrs): ((id: KeyResultId) => Standing) => {
  const states = new Map(cycles.map(({ id, state }) => [id, state]));
  const standings = new Map(
    objectives.flatMap(({ cycleId, archived, keyResults }) =>
      keyResults.map((keyResult): [KeyResultId, Standing] => [
        keyResult.id,
        archived || keyResult.archived ? 'archived' : standingIn(states.get(cycleId)),
      ]),
    ),
  );
  return (id) => standings.get(id) ?? 'not-visible';
};

/** The tags that do not point to a key result that is worked on now, in the order of the issues. */
export const misplacedTags = (
  issues: readonly { readonly id: string; readonly tag: EffectiveTag | null }[],
  okrs: KnownOkrs,
): MisplacedTag[] => {
  const standingOf = standingsOf(okrs);
  return issues.flatMap(({ id: issueId, tag: effective }) =>
    effective?.tag.state !== 'tagged'
      ? []
      : effective.tag.keyResults.flatMap((keyResultId) => {
          const standing = standingOf(keyResultId);
          const { inheritedFrom } = effective;
          return standing === 'active' ? [] : [{ issueId, keyResultId, standing, inheritedFrom }];
        }),
  );
};

const standingIn = (state: Cycle['state'] | undefined): Standing => {
  if (state === undefined) return 'not-visible';
  return state === 'draft' ? 'not-started' : state;
};
