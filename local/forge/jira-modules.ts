import type { RawModule } from './back-end-modules';

/** The modules of a manifest that extend Jira by functions of JQL and by fields. */
export type JiraModules = {
  readonly jqlFunctions: readonly JqlFunctionModule[];
  readonly customFields: readonly CustomFieldModule[];
};

/** A `jira:jqlFunction`. */
export type JqlFunctionModule = {
  readonly moduleKey: string;
  readonly name: string;
  readonly arguments: readonly { readonly name: string; readonly required: boolean }[];
  readonly operators: readonly string[];
  readonly types: readonly string[];
  readonly functionKey: string;
};

/** A `jira:customField`. */
export type CustomFieldModule = {
  readonly moduleKey: string;
  readonly name: string;
  readonly description: string;
  readonly type: string;
  /** Whether an issue holds a list of values. */
  readonly isList: boolean;
  /** The function that computes its values, or `null` where it has none. */
  readonly functionKey: string | null;
};

/** @throws a sentence that names the module and what of it the stand-in does not play. */
export const readJiraModules = (byType: Readonly<Record<string, readonly RawModule[]>>): JiraModules => ({
  jqlFunctions: (byType['jira:jqlFunction'] ?? []).map(readJqlFunction),
  customFields: (byType['jira:customField'] ?? []).map(readCustomField),
});

const readJqlFunction = (module: RawModule): JqlFunctionModule => {
  const { key, name, function: functionKey } = module;
  if (typeof functionKey !== 'string') {
    throw new Error(
      `The module ${key} of manifest.yml names no function, and the stand-in plays no endpoints.`,
    );
  }
  return {
    moduleKey: key,
    name: String(name),
    arguments: module['arguments'] as JqlFunctionModule['arguments'],
    operators: module['operators'] as readonly string[],
    types: module['types'] as readonly string[],
    functionKey,
  };
};

const UNPLAYED = ['edit', 'validation', 'searchSuggestions', 'schema'];

const readCustomField = (module: RawModule): CustomFieldModule => {
  const { key, name, description, type, collection, view } = module;
  const { value, ...others } = (view ?? {}) as { readonly value?: { readonly function: string } };
  const unplayed = UNPLAYED.find((each) => module[each] !== undefined) ?? Object.keys(others)[0];
  if (unplayed !== undefined) {
    throw new Error(`The field ${key} of manifest.yml has ${unplayed}, which the stand-in does not play.`);
  }
  return {
    moduleKey: key,
    name: String(name),
    description: String(description),
    type: String(type),
    isList: collection === 'list',
    functionKey: value?.function ?? null,
  };
};
