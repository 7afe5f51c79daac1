import { badRequest } from './http-error';
import { entryOf } from './issue-index';
import { EQUALITY, type JqlContext, type JqlField } from './jql-field';
import type { Sprint } from './model';
import { seesSprint } from './sprint-visibility';

/** The sprints an issue is or was in. */
export const sprintFields = ({ state, caller }: JqlContext): Record<string, JqlField> => {
  const { sprints } = state.site;
  const inState = (wanted: Sprint['state']) => (): number[] =>
    sprints.filter((sprint) => sprint.state === wanted).map(({ id }) => id);
  const sprint: JqlField = {
    operators: EQUALITY,
    values: ({ sprintIds }) => sprintIds,
    operand: (written) => {
      const byName = sprints.filter(({ name }) => name.toLowerCase() === written.toLowerCase());
      const found = [...byName, ...sprints.filter(({ id }) => String(id) === written)].filter((candidate) =>
        seesSprint(state, caller, candidate),
      );
      if (found.length > 0) return found.map(({ id }) => id);
      const by = /^\d+$/.test(written) ? 'id' : 'name';
      throw badRequest(
        `Sprint with ${by} '${written}' does not exist or you do not have permission to view it.`,
      );
    },
    listFunctions: {
      openSprints: inState('active'),
      closedSprints: inState('closed'),
      futureSprints: inState('future'),
    },
    entry: (value) => entryOf.sprint(value),
  };
  return { sprint };
};
