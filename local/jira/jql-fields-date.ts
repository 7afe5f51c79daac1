import { dateFunctions, readDate } from './jql-dates';
import { COMPARISON, type JqlContext, type JqlField } from './jql-field';
import type { Issue } from './model';

/** When an issue was created, last changed and resolved. */
export const dateFields = (context: JqlContext): Record<string, JqlField> => {
  const created = dateField(context, 'created', (issue) => issue.created);
  const updated = dateField(context, 'updated', (issue) => issue.updated);
  const resolved = dateField(context, 'resolved', (issue) => issue.resolved);
  return { created, createdDate: created, updated, updatedDate: updated, resolved, resolutiondate: resolved };
};

const dateField = (context: JqlContext, name: string, moment: (issue: Issue) => string | null): JqlField => ({
  types: ['date'],
  operators: COMPARISON,
  values: (issue) => {
    const iso = moment(issue);
    return iso === null ? [] : [Date.parse(iso)];
  },
  operand: (written) => [readDate(written, name, context)],
  valueFunctions: dateFunctions(context),
});
