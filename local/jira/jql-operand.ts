import type { FunctionOperand, Operand } from '@atlaskit/jql-ast';
import { badRequest } from './http-error';
import type { JqlField, JqlOperator, JqlValue } from './jql-field';

/** What stands right of an operator. */
export type Wanted = {
  readonly values: readonly JqlValue[];
  /** Whether EMPTY is among it. */
  readonly empty: boolean;
};

const LISTS: readonly JqlOperator[] = ['in', 'not in'];

/** @throws 400 for a value, function or list that the field or the operator does not take. */
export const readOperand = (
  field: JqlField,
  fieldName: string,
  operator: JqlOperator,
  operand: Operand,
): Wanted => {
  switch (operand.operandType) {
    case 'keyword':
      return { values: [], empty: true };
    case 'value':
      if (LISTS.includes(operator)) throw unfit(operator, fieldName, 'a list');
      if (operator === 'is' || operator === 'is not') throw unfit(operator, fieldName, 'EMPTY');
      return read(field, operand.value);
    case 'function':
      return callFunction(field, fieldName, operand, LISTS.includes(operator));
    case 'list': {
      if (!LISTS.includes(operator)) throw unfit(operator, fieldName, 'one value');
      const parts = operand.values.map((part) =>
        part.operandType === 'value'
          ? read(field, part.value)
          : readOperand(field, fieldName, operator, part),
      );
      return {
        values: parts.flatMap(({ values }) => values),
        empty: parts.some(({ empty }) => empty),
      };
    }
  }
};

const read = (field: JqlField, text: string): Wanted => {
  const values = field.operand(text);
  return { values, empty: values.length === 0 };
};

const callFunction = (
  field: JqlField,
  fieldName: string,
  { function: { value: name }, arguments: given }: FunctionOperand,
  takesList: boolean,
): Wanted => {
  const named = (functions: JqlField['listFunctions']) =>
    Object.entries(functions ?? {}).find(([known]) => known.toLowerCase() === name.toLowerCase())?.[1];
  const texts = given.map(({ value }) => value);
  const single = named(field.valueFunctions);
  if (single) return { values: single(texts), empty: false };
  const list = named(field.listFunctions);
  if (!list)
    throw badRequest(
      `Unable to find JQL function '${name}(${texts.join(', ')})' for the field '${fieldName}'.`,
    );
  if (!takesList)
    throw badRequest(
      `The function '${name}' of the field '${fieldName}' needs the operator 'in' or 'not in'.`,
    );
  return { values: list(texts), empty: false };
};

const unfit = (operator: JqlOperator, fieldName: string, needs: string) =>
  badRequest(`The operator '${operator}' of the field '${fieldName}' needs ${needs}.`);
