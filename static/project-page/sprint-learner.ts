import { getSprint } from '../../src/jira/boards';
import { toProblem } from '../shared/loading';
import type { Reader } from './work-reading';
import type { WorkStore } from './work-store';

/** Reads sprints of other boards. One that the viewer may not see is known to be none; a failure that passes is not kept. */
export const learnSprints = ({ jira, cell, inTurn }: Reader): WorkStore['learnSprints'] => {
  const asked = new Set<number>();
  return async (ids) => {
    const missing = [...new Set(ids)].filter((id) => !cell.get().sprints.has(id) && !asked.has(id));
    missing.forEach((id) => asked.add(id));
    if (missing.length > 0) cell.update({ sprintProblem: null });
    await Promise.all(
      missing.map(async (id) => {
        try {
          const sprint = await inTurn(() => getSprint(jira, id));
          cell.update({ sprints: new Map(cell.get().sprints).set(id, sprint) });
        } catch (error) {
          const problem = toProblem(error);
          // Who may not see the board learns nothing of its sprint; the work counts all the same.
          if (LASTING.includes(problem.code)) {
            return cell.update({ sprints: new Map(cell.get().sprints).set(id, null) });
          }
          asked.delete(id);
          cell.update({ sprintProblem: problem });
        }
      }),
    );
  };
};

const LASTING: readonly string[] = ['not-found', 'forbidden', 'invalid'];
