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

export const statusJson = (state: JiraState, { id, name, category }: Status): Json => {
  const about = STATUS_CATEGORIES[category];
  return {
    self: state.link(`/rest/api/3/status/${id}`),
    description: '',
    iconUrl: state.link('/'),
    name,
    id,
    statusCategory: {
      self: state.link(`/rest/api/3/statuscategory/${about.id}`),
      id: about.id,
      key: category,
      colorName: about.colorName,
      name: about.name,
    },
  };
};

export const issueTypeJson = (state: JiraState, type: IssueType): Json => ({
  self: state.link(`/rest/api/3/issuetype/${type.id}`),
  id: type.id,
  description: type.description,
  iconUrl: avatarUrls(state, 'issuetype', type.id)['16x16'],
  name: type.name,
  subtask: type.subtask,
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
