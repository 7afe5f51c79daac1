import { fieldsOf } from './field-catalogue';
import type { Site } from './model';

/**
 * The field ids that a request's `fields` stands for: names, `*all`, `*navigable`, and `-name` to leave one out.
 * As in Jira, names the site does not know are passed over.
 */
export const selectFields = (site: Site, asked: readonly string[] | null, fallback: string): string[] => {
  const fields = fieldsOf(site);
  const wanted = asked && asked.length > 0 ? asked : [fallback];
  const included = new Set<string>();
  if (wanted.every((name) => name.startsWith('-')))
    addAll(
      included,
      fields.map(({ id }) => id),
    );
  for (const name of wanted) {
    if (name === '*all')
      addAll(
        included,
        fields.map(({ id }) => id),
      );
    else if (name === '*navigable') {
      addAll(
        included,
        fields.filter(({ navigable }) => navigable).map(({ id }) => id),
      );
    } else if (name.startsWith('-')) included.delete(name.slice(1));
    else if (fields.some(({ id }) => id === name)) included.add(name);
  }
  return [...included];
};

/** Whether nothing but the id and key is asked for, so that Jira gives bigger pages. */
export const onlyIdentity = (asked: readonly string[]): boolean =>
  asked.every((name) => name === 'id' || name === 'key');

const addAll = (set: Set<string>, ids: readonly string[]): void => {
  for (const id of ids) set.add(id);
};
