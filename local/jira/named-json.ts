import type { IssueType, Named, Status, StatusCategory } from './model';
import type { JiraState } from './state';
import { avatarUrls } from './user-json';

type Json = Record<string, unknown>;

/** Jira's fixed status categories, with the names that JQL knows them by. */
export const STATUS_CATEGORIES: Readonly<
  Record<StatusCategory, { readonly id: number; readonly name: string; readonly colorName: string }>
> = {
  new: { id: 2, name: 'To Do', colorName: 'blue-gray' },
  indeterminate: { id: 4, name: 'In Progress', colorName: 'yellow' },
  done: { id: 3, name: 'Done', colorName: 'green' },
};

export const statusJson = (state: JiraState, { id, name, category }: Status): Json => ({
  self: state.link(`/rest/api/3/status/${id}`),
  description: '',
  iconUrl: state.link('/'),
  name,
  id,
  statusCategory: statusCategoryJson(state, category),
});

export const statusCategoryJson = (state: JiraState, category: StatusCategory): Json => {
  const { id, colorName, name } = STATUS_CATEGORIES[category];
  return { self: state.link(`/rest/api/3/statuscategory/${id}`), id, key: category, colorName, name };
};

/** Any number does: pictures are asked for by owner here. */
const AVATAR_IDS = 10_300;

export const issueTypeJson = (state: JiraState, type: IssueType): Json => ({
  self: state.link(`/rest/api/3/issuetype/${type.id}`),
  id: type.id,
  description: type.description,
  iconUrl: avatarUrls(state, 'issuetype', type.id)['16x16'],
  name: type.name,
  subtask: type.subtask,
  avatarId: AVATAR_IDS + Number(type.id.replace(/\D/g, '') || 0),
  hierarchyLevel: type.hierarchyLevel,
});

export const priorityJson = (state: JiraState, { id, name }: Named): Json => ({
  self: state.link(`/rest/api/3/priority/${id}`),
  iconUrl: state.link('/'),
  name,
  id,
});

export const resolutionJson = (state: JiraState, { id, name }: Named): Json => ({
  self: state.link(`/rest/api/3/resolution/${id}`),
  id,
  description: '',
  name,
});

/** The one with the id; the site is broken without it. */
export const byId = <Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string,
  what: string,
): Item => {
  const found = items.find((item) => item.id === id);
  if (!found) throw new Error(`The site has no ${what} ${id}.`);
  return found;
};
