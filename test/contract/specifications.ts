import { readFileSync } from 'node:fs';
import { sharedPath } from '../shared-data';
import { UNSPECIFIED_OPERATIONS } from './known-holes';

/** A schema of the specifications, as far as it is looked into here. */
export type Schema = { readonly [key: string]: unknown };

export type Parameter = {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  readonly required?: boolean;
  readonly schema?: Schema;
};

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

export type Operation = {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
};

type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

/** An operation that a request asks for, with what the path gives for its parameters. */
export type FoundOperation = {
  /** `GET /rest/api/3/issue/{issueIdOrKey}`, as the specification writes it. */
  readonly name: string;
  readonly document: DocumentName;
  readonly operation: Operation;
  readonly pathValues: Readonly<Record<string, string>>;
};

const FILES = {
  platform: 'jira-platform-v3.2025-12.json',
  software: 'jira-software.2022-07.json',
} as const;
export type DocumentName = keyof typeof FILES;

/** Whether Atlassian's specifications lie beside the project. */
export const haveSpecifications = (): boolean =>
  Object.values(FILES).every((file) => sharedPath('openapi', file) !== null);

/** The operation for a method and a path without its query; `null` when no specification has it. */
export const findOperation = (method: string, pathname: string): FoundOperation | null => {
  const segments = pathname.split('/').map(decodeURIComponent);
  const fitting = templates()
    .filter((template) => template.method === method.toUpperCase())
    .find((template) => fits(template.segments, segments));
  if (!fitting) return null;
  const { name, document, operation } = fitting;
  const pathValues = Object.fromEntries(
    fitting.segments.flatMap((part, at) =>
      isName(part) ? [[part.slice(1, -1), segments[at] ?? ''] as const] : [],
    ),
  );
  return { name, document, operation, pathValues };
};

/** The schema that `#/components/schemas/<name>` means in a specification. */
export const namedSchema = (document: DocumentName, name: string): Schema => {
  const schema = documents()[document].components.schemas[name];
  if (!schema) throw new Error(`The ${document} specification has no schema ${name}.`);
  return schema;
};

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
};

const documents = once((): Record<DocumentName, Document> => {
  const read = (file: string): Document =>
    JSON.parse(readFileSync(sharedPath('openapi', file) ?? file, 'utf8')) as Document;
  return { platform: read(FILES.platform), software: read(FILES.software) };
});

type Template = Omit<FoundOperation, 'pathValues'> & {
  readonly method: string;
  readonly segments: readonly string[];
};

/** Those with the fewest `{names}` first: `issue/bulkfetch` is not the issue named bulkfetch. */
const templates = once((): readonly Template[] => {
  const all: Template[] = [];
  const add = (document: DocumentName, method: string, path: string, operation: Operation): void => {
    all.push({
      name: `${method} ${path}`,
      document,
      method,
      segments: path.split('/'),
      operation,
    });
  };
  for (const [document, { paths }] of Object.entries(documents()) as [DocumentName, Document][]) {
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        if (HTTP_METHODS.has(method)) add(document, method.toUpperCase(), path, operation);
      }
    }
  }
  for (const { method, path, operation } of UNSPECIFIED_OPERATIONS) add('software', method, path, operation);
  const names = ({ segments }: Template): number => segments.filter(isName).length;
  return all.sort((a, b) => names(a) - names(b));
});

const HTTP_METHODS = new Set(['get', 'put', 'post', 'delete', 'patch']);

const isName = (segment: string): boolean => segment.startsWith('{');

const fits = (pattern: readonly string[], segments: readonly string[]): boolean =>
  pattern.length === segments.length &&
  pattern.every((part, at) => (isName(part) ? segments[at] !== '' : part === segments[at]));
