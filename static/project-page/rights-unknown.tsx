import type { Problem } from '../../src/contract/outcome';
import { ProblemMessage } from '../shared/problem-message';

/** Why the page shows less, and lets less be done, than it may. */
export const RightsUnknown = ({
  problem,
  onRetry,
}: {
  readonly problem: Problem;
  readonly onRetry: () => void;
}) => (
  <ProblemMessage
    problem={{
      ...problem,
      message: `Jira could not say what you may do here, so most of it is read-only, and a team’s OKRs that only its own people may see are not shown. ${problem.message}`,
    }}
    onRetry={onRetry}
  />
);
