import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readBackEndModules, type BackEndModules, type RawModule } from './back-end-modules';
import { readJiraModules, type JiraModules } from './jira-modules';
import { readEntities, type Entity } from './storage/entity';

/** What the stand-in needs of `manifest.yml`. */
export type Manifest = {
  readonly appId: string;
  readonly memoryMegabytes: number;
  readonly modules: readonly Module[];
  /** Function key → `file.export`. */
  readonly handlers: ReadonlyMap<string, string>;
  /** Resource key → its folder, absolute. */
  readonly resources: ReadonlyMap<string, string>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly entityProperties: readonly EntityProperty[];
  readonly appPermissions: readonly AppPermission[];
  /** What the platform calls by itself. */
  readonly backEnd: BackEndModules;
  /** What it adds to JQL and to issues' fields. */
  readonly jiraModules: JiraModules;
  /** `permissions` as written, for `@forge/csp`. */
  readonly permissions: Record<string, unknown>;
};

/** One UI module of the manifest. */
export type Module = {
  readonly key: string;
  /** `jira:issuePanel` and so on. */
  readonly type: string;
  readonly title: string;
  readonly resource: string;
  readonly editResource: string | null;
  /** The function behind its resolver, or `null` where it has none. */
  readonly functionKey: string | null;
  /** The rest of what the manifest says, for the pages: icon, label, viewport size … */
  readonly properties: Readonly<Record<string, unknown>>;
};

/** A `jira:entityProperty`: the paths of an issue property that JQL finds. */
export type EntityProperty = {
  readonly propertyKey: string;
  readonly entityType: string;
  readonly values: readonly { readonly path: string; readonly type: string; readonly searchAlias?: string }[];
};

/** A `jira:globalPermission` or `jira:projectPermission`. */
export type AppPermission = {
  readonly moduleKey: string;
  readonly name: string;
  readonly description: string;
  readonly scope: 'global' | 'project';
  readonly defaultGrants: readonly string[];
  readonly anonymousAllowed: boolean;
};

/** The environment that the stand-in plays. */
export const ENVIRONMENT_ID = '0b1f6a52-8f0c-4a57-9d57-1d4c1c3b6a10';

/** Reads `manifest.yml` of the folder. @throws a sentence that names what is wrong. */
export const readManifest = (root: string): Manifest => {
  const file = join(root, 'manifest.yml');
  if (!existsSync(file)) throw new Error(`${file} is missing: nothing to run.`);
  const raw = parse(readFileSync(file, 'utf8')) as RawManifest;
  const appId = raw.app.id.split('/').at(-1) ?? raw.app.id;
  const byType = raw.modules;
  const unplayed = Object.keys(byType).find((type) => !PLAYED.has(type));
  if (unplayed !== undefined)
    throw new Error(`${file} has a module ${unplayed}, which the stand-in does not play.`);
  return {
    appId,
    memoryMegabytes: raw.app.runtime?.memoryMB ?? 512,
    modules: Object.entries(byType).flatMap(([type, modules]) =>
      modules.flatMap((one) => uiModule(type, one)),
    ),
    handlers: new Map((byType['function'] ?? []).map((one) => [one.key, String(one['handler'])])),
    resources: new Map((raw.resources ?? []).map(({ key, path }) => [key, join(root, path)])),
    entities: readEntities(raw.app.storage?.entities ?? []),
    entityProperties: (byType['jira:entityProperty'] ?? []).map((one) => ({
      propertyKey: String(one['propertyKey']),
      entityType: String(one['entityType'] ?? 'issue'),
      values: one['values'] as EntityProperty['values'],
    })),
    appPermissions: [
      ...(byType['jira:globalPermission'] ?? []).map((one) => appPermission('global', one)),
      ...(byType['jira:projectPermission'] ?? []).map((one) => appPermission('project', one)),
    ],
    backEnd: readBackEndModules(byType),
    jiraModules: readJiraModules(byType),
    permissions: raw.permissions ?? {},
  };
};

/** The types of modules that mean something here; a global page can be asked, though it has no place on the site. */
const PLAYED: ReadonlySet<string> = new Set([
  'consumer',
  'dashboards:widget',
  'function',
  'jira:adminPage',
  'jira:backlogAction',
  'jira:boardAction',
  'jira:customField',
  'jira:dashboardGadget',
  'jira:entityProperty',
  'jira:globalPage',
  'jira:globalPermission',
  'jira:issueContext',
  'jira:issuePanel',
  'jira:jqlFunction',
  'jira:projectPage',
  'jira:projectPermission',
  'jira:sprintAction',
  'scheduledTrigger',
  'trigger',
]);

/** The ARI by which the platform knows a module of the app. */
export const extensionAri = (appId: string, moduleKey: string): string =>
  `ari:cloud:ecosystem::extension/${appId}/${ENVIRONMENT_ID}/static/${moduleKey}`;

type RawManifest = {
  readonly app: {
    readonly id: string;
    readonly runtime?: { readonly memoryMB?: number };
    readonly storage?: { readonly entities?: Parameters<typeof readEntities>[0] };
  };
  readonly modules: Readonly<Record<string, readonly RawModule[]>>;
  readonly resources?: readonly { readonly key: string; readonly path: string }[];
  readonly permissions?: Record<string, unknown>;
};

const uiModule = (type: string, { key, resource, resolver, edit, ...properties }: RawModule): Module[] => {
  if (typeof resource !== 'string') return [];
  if (properties['displayConditions'] !== undefined) {
    throw new Error(`The module ${key} has display conditions, which the stand-in does not play.`);
  }
  if (properties['actions'] !== undefined) {
    throw new Error(`The module ${key} has actions below it, which the stand-in does not play.`);
  }
  return [
    {
      key,
      type,
      title: String(properties['title'] ?? key),
      resource,
      editResource: (edit as { resource: string } | undefined)?.resource ?? null,
      functionKey: (resolver as { function: string } | undefined)?.function ?? null,
      properties,
    },
  ];
};

const appPermission = (scope: AppPermission['scope'], one: RawModule): AppPermission => ({
  moduleKey: one.key,
  name: String(one['name']),
  description: String(one['description'] ?? ''),
  scope,
  defaultGrants: (one['defaultGrants'] as readonly string[] | undefined) ?? [],
  anonymousAllowed: one['anonymousAllowed'] === true,
});
