import { expectDone, JSON_HEADERS, type JiraApi } from './jira-api';

/**
 * Has Jira keep values of a field of the app, in one request; `null` empties it. Only the app itself may, and no history
 * tells of it: what the field says follows from something else. @throws as `expectDone`.
 */
export const writeColumnValues = async (
  { requestJira, route }: JiraApi,
  field: string,
  values: ReadonlyMap<string, string | null>,
): Promise<void> => {
  if (values.size === 0) return;
  const response = await requestJira(route`/rest/api/3/app/field/value?generateChangelog=false`, {
    method: 'POST',
    headers: JSON_HEADERS,
    body: JSON.stringify({
      updates: [...new Set(values.values())].map((value) => ({
        customField: field,
        issueIds: [...values].filter(([, own]) => own === value).map(([id]) => Number(id)),
        value,
      })),
    }),
  });
  await expectDone(response, 'the column of key results');
};
