import { dateFunctions, readDate } from './jql-dates';
import { COMPARISON, EQUALITY, type JqlContext, type JqlField, type JqlValue } from './jql-field';
import { readNumber } from './jql-number';
import { peopleFunctions, readPerson } from './jql-fields-people';
import type { AppCustomField, Issue } from './model';

/** A field of the installed app in JQL; `null` for groups and objects, which this Jira does not search. */
export const appJqlField = (context: JqlContext, field: AppCustomField): JqlField | null => {
  const { id, name, valueType } = field;
  const values =
    (read: (value: unknown) => JqlValue): JqlField['values'] =>
    (issue: Issue) =>
      listed(issue.fields[id]).map(read);
  switch (valueType) {
    case 'string':
      return {
        types: ['text'],
        operators: EQUALITY,
        values: values(String),
        operand: (written) => [written],
      };
    case 'number':
      return {
        types: ['number'],
        operators: COMPARISON,
        values: values(Number),
        operand: (written) => [readNumber(written, name)],
      };
    case 'date':
    case 'datetime':
      return {
        types: ['date'],
        operators: COMPARISON,
        values: values((value) => Date.parse(String(value))),
        operand: (written) => [readDate(written, name, context)],
        valueFunctions: dateFunctions(context),
      };
    case 'user':
      return {
        types: ['user'],
        operators: EQUALITY,
        values: values((value) => (value as { readonly accountId: string }).accountId),
        operand: (written) => [readPerson(context, written, name)],
        ...peopleFunctions(context),
      };
    default:
      return null;
  }
};

const listed = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
