import type { AppCustomField } from './model';
import { momentJson } from './moment-json';
import type { JiraState } from './state';
import { userById } from './user-json';

/** A value of a field of the app as issues show it. */
export const appFieldJson = (state: JiraState, field: AppCustomField, value: unknown): unknown => {
  if (value === undefined || value === null) return null;
  return Array.isArray(value)
    ? value.map((one: unknown) => oneJson(state, field, one))
    : oneJson(state, field, value);
};

const oneJson = (state: JiraState, { valueType }: AppCustomField, value: unknown): unknown => {
  switch (valueType) {
    case 'datetime':
      return momentJson(String(value));
    case 'user':
      return userById(state, (value as { readonly accountId: string }).accountId);
    case 'group': {
      const { name, groupId } = value as { readonly name: string; readonly groupId: string };
      return { name, groupId, self: state.link(`/rest/api/3/group?groupId=${encodeURIComponent(groupId)}`) };
    }
    default:
      return value;
  }
};

/** How a history writes a value: its text, or its JSON. */
export const appFieldText = (value: unknown): string | null => {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
};
