import type { Issue } from './model';

/** A path inside an issue property that the installed app has declared, so that JQL finds it. */
export type IndexedProperty = {
  readonly propertyKey: string;
  /** Dotted. */
  readonly path: string;
  readonly type: 'number' | 'string' | 'text' | 'user' | 'date';
  readonly alias: string | null;
};

/** What the index holds of an issue for a path: every element of an array, nothing for values of another type. */
export const indexedValues = (issue: Issue, property: IndexedProperty): (string | number)[] =>
  walk(issue.properties[property.propertyKey], property.path.split('.')).flatMap((value) =>
    toIndexed(value, property.type),
  );

const walk = (value: unknown, path: readonly string[]): unknown[] => {
  if (Array.isArray(value)) return value.flatMap((element) => walk(element, path));
  const [name, ...rest] = path;
  if (name === undefined) return [value];
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return [];
  return walk((value as Record<string, unknown>)[name], rest);
};

const toIndexed = (value: unknown, type: IndexedProperty['type']): (string | number)[] => {
  if (typeof value === 'object' || value === undefined) return [];
  switch (type) {
    case 'number': {
      const number = typeof value === 'boolean' || value === '' ? Number.NaN : Number(value);
      return Number.isFinite(number) ? [number] : [];
    }
    case 'date': {
      const moment = typeof value === 'string' ? Date.parse(value) : Number.NaN;
      return Number.isNaN(moment) ? [] : [moment];
    }
    default:
      return [String(value)];
  }
};
