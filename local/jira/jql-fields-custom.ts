import { customFieldNumber } from './field-catalogue';
import { appJqlField } from './jql-fields-app';
import { COMPARISON, TEXT, type JqlContext, type JqlField } from './jql-field';
import { readNumber } from './jql-number';
import type { CustomField } from './model';

/** Custom fields that hold numbers and texts, and the app's, by name and by `cf[10016]`. */
export const customFields = (context: JqlContext): Record<string, JqlField> =>
  Object.fromEntries(
    context.state.site.customFields.flatMap((field) => {
      const found = jqlField(context, field);
      const names = [field.name, `cf[${customFieldNumber(field.id)}]`];
      return found ? names.map((name) => [name, found]) : [];
    }),
  );

const jqlField = (context: JqlContext, field: CustomField): JqlField | null => {
  switch (field.type) {
    case 'number':
      return numberField(field);
    case 'string':
      return textField(field);
    case 'app':
      return appJqlField(context, field);
    case 'sprint':
      return null;
  }
};

const textField = ({ id }: CustomField): JqlField => ({
  types: ['text'],
  operators: TEXT,
  values: ({ fields }) => (typeof fields[id] === 'string' ? [fields[id]] : []),
  operand: (written) => [written],
});

const numberField = ({ id, name }: CustomField): JqlField => ({
  types: ['number'],
  operators: COMPARISON,
  values: ({ fields }) => (typeof fields[id] === 'number' ? [fields[id]] : []),
  operand: (written) => [readNumber(written, name)],
});
