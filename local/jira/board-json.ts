import { customFieldNumber, RANK_FIELD } from './field-catalogue';
import type { Board } from './model';
import { projectOf } from './permissions';
import type { JiraState } from './state';
import { avatarUrls } from './user-json';

type Json = Record<string, unknown>;

export const boardJson = (state: JiraState, board: Board): Json => {
  const project = board.projectId === null ? null : projectOf(state, board.projectId);
  return {
    id: board.id,
    self: state.link(`/rest/agile/1.0/board/${board.id}`),
    name: board.name,
    type: board.type,
    ...(project && {
      location: {
        projectId: Number(project.id),
        displayName: `${project.name} (${project.key})`,
        projectName: project.name,
        projectKey: project.key,
        projectTypeKey: 'software',
        avatarURI: avatarUrls(state, 'project', project.id)['16x16'],
        name: `${project.name} (${project.key})`,
      },
    }),
  };
};

/** How a board is set up; in `estimation` a board without an estimation field counts issues. */
export const boardConfigurationJson = (state: JiraState, board: Board): Json => {
  const project = board.projectId === null ? null : projectOf(state, board.projectId);
  const field = state.site.customFields.find(({ id }) => id === board.estimationFieldId);
  return {
    id: board.id,
    name: board.name,
    type: board.type,
    self: state.link(`/rest/agile/1.0/board/${board.id}/configuration`),
    ...(project && {
      location: {
        type: 'project',
        key: project.key,
        id: project.id,
        self: state.link(`/rest/api/3/project/${project.id}`),
        name: project.name,
      },
    }),
    filter: { id: String(board.id), self: state.link(`/rest/api/3/filter/${board.id}`) },
    columnConfig: {
      columns: board.columns.map(({ name, statusIds }) => ({
        name,
        statuses: statusIds.map((id) => ({ id, self: state.link(`/rest/api/3/status/${id}`) })),
      })),
      constraintType: 'none',
    },
    ...(board.type === 'kanban' && !field
      ? {}
      : {
          estimation: field
            ? { type: 'field', field: { fieldId: field.id, displayName: field.name } }
            : { type: 'issueCount' },
        }),
    ranking: { rankCustomFieldId: customFieldNumber(RANK_FIELD.id) },
  };
};
