import type { Field } from '@atlaskit/jql-ast';
import { customFields } from './jql-fields-custom';
import { dateFields } from './jql-fields-date';
import { issueFields } from './jql-fields-issue';
import { peopleFields } from './jql-fields-people';
import { propertyFields, propertyName } from './jql-fields-property';
import { sprintFields } from './jql-fields-sprint';
import { badRequest } from './http-error';
import { noSuchField, type JqlContext, type JqlField } from './jql-field';

export type FieldLookup = (field: Field) => JqlField;

/**
 * The fields that queries of this context may name, whatever their case.
 * @throws 400 that names a field which does not exist, an issue property that is not indexed included.
 */
export const jqlFields = (context: JqlContext): FieldLookup => {
  const fields = new Map<string, JqlField>(
    Object.entries({
      ...customFields(context),
      ...propertyFields(context),
      ...issueFields(context),
      ...peopleFields(context),
      ...sprintFields(context),
      ...dateFields(context),
    }).map(([name, field]) => [name.toLowerCase(), field]),
  );
  return (field) => {
    const name = propertyName(field) ?? field.value;
    const found = fields.get(name.toLowerCase());
    if (found) return found;
    if (UNSERVED.has(name.toLowerCase())) {
      throw badRequest(`This local Jira does not search the field '${name}'.`);
    }
    throw noSuchField(name);
  };
};

/** Fields that Jira has and that this one does not search: not to be taken for misspelt. */
const UNSERVED: ReadonlySet<string> = new Set(
  `affectedVersion approvals attachments category comment creator due dueDate environment filter hierarchyLevel
  issueLink issueLinkType lastViewed originalEstimate parentEpic parentProject projectType rank remainingEstimate
  request savedFilter searchRequest statusCategoryChangedDate timeEstimate timeOriginalEstimate timeSpent voter votes
  watcher watchers workLogAuthor workLogComment workLogDate workRatio`
    .toLowerCase()
    .split(/\s+/),
);
