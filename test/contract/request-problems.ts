import type { JiraRequest } from '../../local/seams';
import { schemaProblems } from './schema-check';
import type { FoundOperation, Parameter, Schema } from './specifications';

/** What a request has that its operation does not know, or has in another form; empty when it is as specified. */
export const requestProblems = (found: FoundOperation, request: JiraRequest): readonly string[] => [
  ...parameterProblems(found, new URL(request.path, 'http://jira').searchParams),
  ...bodyProblems(found, request.body),
];

const parameterProblems = (found: FoundOperation, query: URLSearchParams): readonly string[] => {
  const { operation, document, pathValues } = found;
  return (['path', 'query'] as const).flatMap((place) => {
    const known = (operation.parameters ?? []).filter((parameter) => parameter.in === place);
    const values = place === 'path' ? pathValues : queryValues(known, query);
    return schemaProblems(parametersSchema(operation, place, known), document, 'parameters', {
      ...values,
    }).map((problem) => `${place} parameter ${problem}`);
  });
};

const made = new WeakMap<object, Map<string, Schema>>();

/** Made once for each operation, since compiled schemas are remembered by the object. */
const parametersSchema = (operation: object, place: string, known: readonly Parameter[]): Schema => {
  const ofOperation = made.get(operation) ?? new Map<string, Schema>();
  made.set(operation, ofOperation);
  const schema = ofOperation.get(place) ?? {
    type: 'object',
    properties: Object.fromEntries(known.map(({ name, schema: own }) => [name, textSchema(own ?? {})])),
    required: known.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  };
  ofOperation.set(place, schema);
  return schema;
};

/** The Agile specification writes some texts as objects without fields. */
const textSchema = (schema: Schema): Schema => {
  if (schema['type'] === 'object') return { type: 'string' };
  if (schema['type'] === 'array') return { ...schema, items: textSchema(schema['items'] as Schema) };
  return schema;
};

/** Lists may come repeated, comma-separated or both; anything else comes once. */
const queryValues = (known: readonly Parameter[], query: URLSearchParams): Record<string, unknown> =>
  Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const values = query.getAll(name);
      const isList = known.find((parameter) => parameter.name === name)?.schema?.['type'] === 'array';
      if (isList) return [name, values.flatMap((value) => value.split(','))];
      return [name, values.length === 1 ? values[0] : values];
    }),
  );

const bodyProblems = ({ operation, document }: FoundOperation, body: string | null): readonly string[] => {
  const sent = body !== null && body !== '';
  if (!operation.requestBody)
    return sent && !hasOpenBody(operation) ? ['body: the operation takes none'] : [];
  if (!sent) return operation.requestBody.required ? ['body: is required'] : [];
  const schema = operation.requestBody.content['application/json']?.schema;
  if (!schema) return [];
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return ['body: is not JSON'];
  }
  return schemaProblems(schema, document, 'request', value).map((problem) => `body ${problem}`);
};

/** Values of properties are sent as they are: the Agile specification names no body for them. */
const hasOpenBody = ({ parameters = [] }: FoundOperation['operation']): boolean =>
  parameters.some(({ name }) => name === 'propertyKey');
