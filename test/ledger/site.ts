import type { Board, Project, Site, Status } from '../../local/jira/model';
import { aBoard, aProject, aSite, POINTS_FIELD } from '../builders/a-site';

/** Statuses: what is accepted is done on every board, what is finished only on the first of each project. */
export const TODO = '11';
export const DOING = '12';
export const FINISHED = '13';
export const ACCEPTED = '14';

const STATUSES: Status[] = [
  { id: TODO, name: 'To Do', category: 'new' },
  { id: DOING, name: 'In Progress', category: 'indeterminate' },
  { id: FINISHED, name: 'Finished', category: 'done' },
  { id: ACCEPTED, name: 'Accepted', category: 'done' },
];

const PROJECTS = ['ALFA', 'BETA', 'GAMA', 'DELT', 'EPSI', 'ZETA', 'ETA', 'IOTA'];

/** Eight projects with two boards each; the last board has no estimates. Nothing is in them yet. */
export const aSiteOfBoards = (): Site => {
  const projects = PROJECTS.map((key, index) => projectOf(String(10_000 + index), key));
  const boards = projects.flatMap((project, index) => [
    boardOf(2 * index + 1, project, { isStrict: false, isEstimated: true }),
    boardOf(2 * index + 2, project, { isStrict: true, isEstimated: index < projects.length - 1 }),
  ]);
  return aSite({ projects, boards, sprints: [], issues: [], statuses: STATUSES });
};

const projectOf = (id: string, key: string): Project => aProject(id, key, ['account-admin'], []);

const boardOf = (
  id: number,
  { id: projectId, key }: Project,
  { isStrict, isEstimated }: { readonly isStrict: boolean; readonly isEstimated: boolean },
): Board =>
  aBoard({
    id,
    name: `${key} board ${id}`,
    projectId,
    columns: [
      { name: 'To Do', statusIds: [TODO] },
      { name: 'In Progress', statusIds: isStrict ? [DOING, FINISHED] : [DOING] },
      { name: 'Done', statusIds: isStrict ? [ACCEPTED] : [FINISHED, ACCEPTED] },
    ],
    estimationFieldId: isEstimated ? POINTS_FIELD : null,
    filterJql: `project = ${key} ORDER BY Rank ASC`,
  });
