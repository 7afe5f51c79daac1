import { customFieldNumber } from './field-catalogue';
import { badRequest } from './http-error';
import { COMPARISON, TEXT, type JqlContext, type JqlField } from './jql-field';
import type { CustomField } from './model';

/** Custom fields that hold numbers and texts, by name and by `cf[10016]`. */
export const customFields = ({ state }: JqlContext): Record<string, JqlField> =>
  Object.fromEntries(
    state.site.customFields
      .filter(({ type }) => type !== 'sprint')
      .flatMap((field) => {
        const found = field.type === 'number' ? numberField(field) : textField(field);
        return [field.name, `cf[${customFieldNumber(field.id)}]`].map((name) => [name, found]);
      }),
  );

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

/** @throws 400 when the written value is not a number. */
export const readNumber = (written: string, field: string): number => {
  const number = written.trim() === '' ? Number.NaN : Number(written);
  if (Number.isFinite(number)) return number;
  throw badRequest(`The value '${written}' for the field '${field}' is not a number.`);
};
