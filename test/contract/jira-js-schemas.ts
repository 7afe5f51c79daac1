import './strict-jira-js';
import type { ZodType } from 'zod';
import { EntityPropertySchema } from '../../node_modules/jira.js/dist/agile/models/entityProperty';
import { GetAllSprintsSchema } from '../../node_modules/jira.js/dist/agile/models/getAllSprints';
import { GetConfigurationSchema } from '../../node_modules/jira.js/dist/agile/models/getConfiguration';
import { PropertyKeysSchema } from '../../node_modules/jira.js/dist/agile/models/propertyKeys';
import { SoftwareIssueResultsSchema } from '../../node_modules/jira.js/dist/agile/models/softwareIssueResults';
import { SprintSchema } from '../../node_modules/jira.js/dist/agile/models/sprint';

/** Replies for which the Agile specification of 2022 has no schema, or one that misses what Jira sends. */
const SCHEMAS: Readonly<Record<string, ZodType>> = {
  'GET /rest/agile/1.0/board/{boardId}/configuration': GetConfigurationSchema,
  'GET /rest/agile/1.0/board/{boardId}/sprint': GetAllSprintsSchema,
  'GET /rest/agile/1.0/sprint/{sprintId}': SprintSchema,
  'POST /rest/agile/1.0/sprint': SprintSchema,
  'POST /rest/agile/1.0/sprint/{sprintId}': SprintSchema,
  'PUT /rest/agile/1.0/sprint/{sprintId}': SprintSchema,
  'GET /rest/agile/1.0/sprint/{sprintId}/properties': PropertyKeysSchema,
  'GET /rest/agile/1.0/sprint/{sprintId}/properties/{propertyKey}': EntityPropertySchema,
  'GET /rest/software/1.0/sprint/{sprintId}/issue': SoftwareIssueResultsSchema,
};

/** Whether a successful reply of the operation is held to jira.js rather than to the specification. */
export const hasJiraJsSchema = (operation: string): boolean => SCHEMAS[operation] !== undefined;

/** What is wrong with a successful reply by jira.js's schema, each as `field: what`. */
export const jiraJsProblems = (operation: string, body: unknown): readonly string[] =>
  (SCHEMAS[operation]?.safeParse(body).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`,
  );
