import type { Field } from '@atlaskit/jql-ast';
import { indexedValues, type IndexedProperty } from './entity-property';
import { badRequest } from './http-error';
import { entryOf } from './issue-index';
import { readDate, dateFunctions } from './jql-dates';
import { COMPARISON, EQUALITY, TEXT, type JqlContext, type JqlField } from './jql-field';
import { readNumber } from './jql-number';
import { peopleFunctions } from './jql-fields-people';

/** Issue properties that the app has declared: `issue.property[key].path`, and their aliases. */
export const propertyFields = (context: JqlContext): Record<string, JqlField> =>
  Object.fromEntries(
    context.state.options.indexedProperties.flatMap((property) => {
      const field = propertyField(context, property);
      const names = [
        nameOf(property.propertyKey, property.path),
        ...(property.alias ? [property.alias] : []),
      ];
      return names.map((name) => [name, field]);
    }),
  );

/** `issue.property[key].path` of a parsed field; `null` when the field is no property. @throws 400 for other entities. */
export const propertyName = ({ value, properties }: Field): string | null => {
  const [property, ...more] = properties ?? [];
  if (!property) return null;
  const path = (property.path ?? []).map((part) => part.value).join('');
  if (value.toLowerCase() !== 'issue.property' || more.length > 0 || !property.key) {
    throw badRequest(`This local Jira does not search '${value}[…]${path}'.`);
  }
  return nameOf(property.key.value, path.replace(/^\./, ''));
};

const nameOf = (key: string, path: string): string => `issue.property[${key}].${path}`;

const propertyField = (context: JqlContext, property: IndexedProperty): JqlField => ({
  values: (issue) => indexedValues(issue, property),
  entry: (value) => entryOf.property(property, value),
  types: [property.type === 'string' ? 'text' : property.type],
  ...meaningOf(context, property),
});

const meaningOf = (
  context: JqlContext,
  { type, path }: IndexedProperty,
): Pick<JqlField, 'operators' | 'operand' | 'valueFunctions' | 'listFunctions'> => {
  switch (type) {
    case 'number':
      return { operators: COMPARISON, operand: (written) => [readNumber(written, path)] };
    case 'date':
      return {
        operators: COMPARISON,
        operand: (written) => [readDate(written, path, context)],
        valueFunctions: dateFunctions(context),
      };
    case 'text':
      return { operators: TEXT, operand: (written) => [written] };
    case 'user':
      return { operators: EQUALITY, operand: (written) => [written], ...peopleFunctions(context) };
    case 'string':
      return { operators: EQUALITY, operand: (written) => [written] };
  }
};
