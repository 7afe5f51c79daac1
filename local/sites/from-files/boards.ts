import type { Board } from '../../jira/model';
import { projectKeyOf, type Catalogue } from './catalogue';
import type { IssueRow, SprintRow } from './rows';

/**
 * A scrum board for each board id that sprints came from. It belongs to the project that most of its sprints' issues
 * are in, and shows every project that any of them is in. Boards that no issue tells of go to the largest project.
 */
export const boardsOf = (
  sprints: readonly SprintRow[],
  rows: readonly IssueRow[],
  catalogue: Catalogue,
): Board[] => {
  const ids = [...new Set(sprints.map(({ originBoardId }) => originBoardId))].filter((id) => id !== null);
  const everywhere = byFrequency(rows.map(({ key }) => projectKeyOf(key)));
  return ids
    .sort((a, b) => a - b)
    .map((id) => {
      const own = new Set(
        sprints.filter(({ originBoardId }) => originBoardId === id).map((sprint) => sprint.id),
      );
      const work = rows.filter(({ sprintIds }) => sprintIds.some((sprintId) => own.has(sprintId)));
      const keys =
        work.length > 0 ? byFrequency(work.map(({ key }) => projectKeyOf(key))) : everywhere.slice(0, 1);
      const [project] = keys;
      return {
        id,
        name: `Board ${id}`,
        type: 'scrum',
        projectId: catalogue.projects.find(({ key }) => key === project)!.id,
        columns: columnsOf(catalogue),
        estimationFieldId: null,
        filterJql: `project in (${keys.join(', ')}) ORDER BY Rank ASC`,
      };
    });
};

const columnsOf = ({ statuses }: Catalogue): Board['columns'] =>
  (
    [
      ['To Do', 'new'],
      ['In Progress', 'indeterminate'],
      ['Done', 'done'],
    ] as const
  ).map(([name, category]) => ({
    name,
    statusIds: statuses.filter((status) => status.category === category).map(({ id }) => id),
  }));

const byFrequency = (keys: readonly string[]): string[] => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, few]) => few - many || a.localeCompare(b)).map(([key]) => key);
};
