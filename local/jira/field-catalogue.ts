import type { AppCustomField, CustomField, Site } from './model';

import { otherFields } from './other-fields';

type Json = Record<string, unknown>;

/** A field of this site's issues. */
export type Field = {
  readonly id: string;
  readonly name: string;
  /** Names JQL knows it by; empty for what cannot be searched. */
  readonly clauseNames: readonly string[];
  readonly schema: Json;
  readonly custom: boolean;
  /** Whether `*navigable` brings it. */
  readonly navigable: boolean;
};

/** Every field of the site, the system's first. */
export const fieldsOf = (site: Site): Field[] => [
  ...SYSTEM_FIELDS,
  ...otherFields(),
  ...(site.customFields.some(({ id }) => id === RANK_FIELD.id) ? [] : [RANK_FIELD]),
  ...site.customFields.map(customField),
];

const RANK_FIELD_NUMBER = 10019;

/** What boards rank by. */
export const RANK_FIELD: Field = {
  id: `customfield_${RANK_FIELD_NUMBER}`,
  name: 'Rank',
  clauseNames: [`cf[${RANK_FIELD_NUMBER}]`, 'Rank'],
  schema: { type: 'any', custom: 'com.pyxis.greenhopper.jira:gh-lexo-rank', customId: RANK_FIELD_NUMBER },
  custom: true,
  navigable: true,
};

const system = (
  id: string,
  name: string,
  clauseNames: readonly string[],
  type: string,
  items?: string,
): Field => ({
  id,
  name,
  clauseNames,
  schema: { type, ...(items ? { items } : {}), system: id },
  custom: false,
  navigable: true,
});

const SYSTEM_FIELDS: readonly Field[] = [
  system('issuetype', 'Issue Type', ['issuetype', 'type'], 'issuetype'),
  system('parent', 'Parent', ['parent'], 'issuelink'),
  system('project', 'Project', ['project'], 'project'),
  system('summary', 'Summary', ['summary'], 'string'),
  { ...system('description', 'Description', ['description'], 'string'), navigable: false },
  system('status', 'Status', ['status'], 'status'),
  system('priority', 'Priority', ['priority'], 'priority'),
  system('resolution', 'Resolution', ['resolution'], 'resolution'),
  system('resolutiondate', 'Resolved', ['resolutiondate', 'resolved'], 'datetime'),
  system('created', 'Created', ['created', 'createdDate'], 'datetime'),
  system('updated', 'Updated', ['updated', 'updatedDate'], 'datetime'),
  system('assignee', 'Assignee', ['assignee'], 'user'),
  system('reporter', 'Reporter', ['reporter'], 'user'),
  system('security', 'Security Level', ['level'], 'securitylevel'),
  system('labels', 'Labels', ['labels'], 'array', 'string'),
  system('components', 'Components', ['component'], 'array', 'component'),
  system('fixVersions', 'Fix versions', ['fixVersion'], 'array', 'version'),
  system('subtasks', 'Sub-tasks', ['subtasks'], 'array', 'issuelinks'),
  { ...system('issuelinks', 'Linked Issues', [], 'array', 'issuelinks') },
];

const CUSTOM_SCHEMAS: Readonly<Record<Exclude<CustomField['type'], 'app'>, Json>> = {
  number: { type: 'number', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:float' },
  string: { type: 'string', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:textfield' },
  sprint: { type: 'array', items: 'json', custom: 'com.pyxis.greenhopper.jira:gh-sprint' },
};

/** `customfield_10016` → `10016`. */
export const customFieldNumber = (id: string): number => Number(id.replace('customfield_', ''));

const customField = (field: CustomField): Field => {
  const { id, name } = field;
  const schema = field.type === 'app' ? appSchema(field) : CUSTOM_SCHEMAS[field.type];
  return {
    id,
    name,
    clauseNames: [`cf[${customFieldNumber(id)}]`, name],
    schema: { ...schema, customId: customFieldNumber(id) },
    custom: true,
    navigable: true,
  };
};

const appSchema = ({ key, valueType, isList }: AppCustomField): Json => ({
  ...(isList ? { type: 'array', items: valueType } : { type: valueType }),
  custom: key,
});
