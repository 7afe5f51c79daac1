import type { Clause, Field, Operand, Query } from '@atlaskit/jql-ast';

type Json = Record<string, unknown>;

/** A parsed query in the shape that Jira's own parser replies with. */
export const structureJson = ({ where, orderBy }: Query): Json => ({
  ...(where ? { where: clauseJson(where) } : {}),
  ...(orderBy
    ? {
        orderBy: {
          fields: orderBy.fields.map(({ field, direction }) => ({
            field: fieldJson(field),
            ...(direction ? { direction: direction.value.toLowerCase() } : {}),
          })),
        },
      }
    : {}),
});

const clauseJson = (clause: Clause): Json => {
  switch (clause.clauseType) {
    case 'compound':
      return { clauses: clause.clauses.map(clauseJson), operator: clause.operator.value };
    case 'not':
      return { clauses: [clauseJson(clause.clause)], operator: 'not' };
    case 'terminal':
      return {
        field: fieldJson(clause.field),
        operator: clause.operator?.value ?? '',
        ...(clause.operand ? { operand: operandJson(clause.operand) } : {}),
      };
  }
};

const fieldJson = ({ value, text, properties }: Field): Json => {
  const found = properties ?? [];
  return {
    name: value,
    encodedName: text,
    ...(found.length > 0
      ? {
          property: found.map(({ key, path }) => ({
            entity: value.split('.')[0],
            key: key?.value ?? '',
            path: (path ?? [])
              .map((part) => part.value)
              .join('')
              .replace(/^\./, ''),
          })),
        }
      : {}),
  };
};

const operandJson = (operand: Operand): Json => {
  switch (operand.operandType) {
    case 'value':
      return { value: operand.value, encodedValue: operand.text };
    case 'keyword':
      return { keyword: 'empty', encodedOperand: 'EMPTY' };
    case 'list': {
      const values = operand.values.map(operandJson);
      const encoded = values.map((value) => String(value['encodedValue'] ?? value['encodedOperand']));
      return { values, encodedOperand: `(${encoded.join(', ')})` };
    }
    case 'function': {
      const given = operand.arguments.map(({ text }) => text);
      return {
        function: operand.function.value,
        arguments: operand.arguments.map(({ value }) => value),
        encodedOperand: `${operand.function.text}(${given.join(', ')})`,
      };
    }
  }
};
