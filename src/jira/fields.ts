import * as v from 'valibot';
import { readReply, type JiraApi } from './jira-api';

/** The site's sprint field, or `null` on a site without Jira Software. */
export const findSprintField = async ({ requestJira, route }: JiraApi): Promise<string | null> => {
  const response = await requestJira(route`/rest/api/3/field`, { method: 'GET' });
  const fields = await readReply(response, v.array(fieldReply), 'the fields');
  return fields.find(({ schema }) => schema?.custom === 'com.pyxis.greenhopper.jira:gh-sprint')?.id ?? null;
};

/** Ids of the issue types above stories: epics and whatever a site has over them. */
export const listParentTypes = async (jira: JiraApi): Promise<string[]> =>
  (await listParentLevels(jira)).map(({ id }) => id);

/** An issue type above stories. */
export type ParentLevel = {
  readonly id: string;
  /** 1 for epics, and up. */
  readonly level: number;
};

/** The same with their levels. */
export const listParentLevels = async ({ requestJira, route }: JiraApi): Promise<ParentLevel[]> => {
  const response = await requestJira(route`/rest/api/3/issuetype`, { method: 'GET' });
  const types = await readReply(response, v.array(typeReply), 'the issue types');
  return types
    .map(({ id, hierarchyLevel }) => ({ id, level: hierarchyLevel ?? 0 }))
    .filter(({ level }) => level > 0);
};

const fieldReply = v.object({
  id: v.string(),
  schema: v.optional(v.object({ custom: v.optional(v.string()) })),
});
const typeReply = v.object({ id: v.string(), hierarchyLevel: v.optional(v.number()) });
