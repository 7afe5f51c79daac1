import type { Problem } from '../../src/contract/outcome';
import { ProblemMessage } from '../shared/problem-message';

/** Why the page shows less, and lets less be done, than it may. */
export const RightsUnknown = ({
  problem,
  isTeamHidden,
  onRetry,
}: {
  readonly problem: Problem;
  /** The team's OKRs are for people who may browse the project, and nobody knows now whether the viewer may. */
  readonly isTeamHidden: boolean;
  readonly onRetry: () => void;
}) => {
  const hidden = isTeamHidden ? ' and the team’s OKRs are not shown' : '';
  return (
    <ProblemMessage
      problem={{
        ...problem,
        message: `Jira could not say what you may do here, so most of it is read-only${hidden}. ${problem.message}`,
      }}
      onRetry={onRetry}
    />
  );
};
