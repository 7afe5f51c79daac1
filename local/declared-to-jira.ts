import { extensionAri, type Manifest } from './forge/manifest';
import type { JiraOptions } from './jira/create-jira';
import type { IndexedProperty } from './jira/entity-property';

/** What the manifest declares that Jira has to know, in Jira's words. */
export const declaredToJira = (manifest: Manifest) => {
  const { appId, appPermissions, entityProperties, jiraModules } = manifest;
  const permissions = (scope: 'global' | 'project') =>
    appPermissions
      .filter((one) => one.scope === scope)
      .map(({ moduleKey, scope: _known, ...declaredAs }) => ({ key: moduleKey, ...declaredAs }));
  return {
    appPermissionKeys: { global: permissions('global'), project: permissions('project') },
    indexedProperties: entityProperties
      .filter(({ entityType }) => entityType === 'issue')
      .flatMap(({ propertyKey, values }) =>
        values.map(({ path, type, searchAlias }) => ({
          propertyKey,
          path,
          type: type as IndexedProperty['type'],
          alias: searchAlias ?? null,
        })),
      ),
    appFields: jiraModules.customFields.map((declared) => ({
      key: extensionAri(appId, declared.moduleKey),
      ...declared,
    })),
    jqlFunctions: jiraModules.jqlFunctions.map((declared) => ({
      key: extensionAri(appId, declared.moduleKey),
      ...declared,
    })),
  } satisfies Partial<JiraOptions>;
};
