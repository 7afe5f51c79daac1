import { servingKeyResult } from '../../src/domain/delivery';
import type { KeyResultId, ObjectiveId } from '../../src/domain/ids';
import { SprintList } from './sprint-list';
import { WholePool } from './whole-pool';

/** The work that serves a key result, by sprint. */
export const KeyResultWork = ({
  keyResultId,
  objectiveId,
}: {
  readonly keyResultId: KeyResultId;
  readonly objectiveId: ObjectiveId;
}) => (
  <WholePool id={objectiveId}>
    {(issues) => (
      <SprintList
        parent={keyResultId}
        issues={servingKeyResult(issues, keyResultId)}
        none="No work is tagged with this key result yet. Tag issues in their issue view."
      />
    )}
  </WholePool>
);
