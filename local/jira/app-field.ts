import { badRequest } from './http-error';
import type { Account, AppCustomField, CustomField, Site } from './model';

/** A `jira:customField` of the installed app, as its manifest declares it. */
export type AppField = {
  /** The module's ARI, by which Jira's schema of fields names it. */
  readonly key: string;
  readonly moduleKey: string;
  readonly name: string;
  readonly description: string;
  readonly type: string;
  /** Whether an issue holds a list of values. */
  readonly isList: boolean;
  /** The manifest's function that computes it when somebody opens an issue; `null` where nothing does. */
  readonly functionKey: string | null;
};

const TYPES = ['string', 'number', 'date', 'datetime', 'user', 'group', 'object'] as const;
export type AppFieldType = (typeof TYPES)[number];

/**
 * Adds the app's fields to the site's, as installing does; those that the app no longer has go. A field that was there
 * keeps its id and so its values.
 * @throws when a field's type is none of Forge's.
 */
export const installAppFields = (site: Site, declared: readonly AppField[]): void => {
  const before = site.customFields.filter((field) => field.type === 'app');
  const numbers = site.customFields.map(({ id }) => Number(id.replace('customfield_', '')));
  let last = Math.max(FIRST_NUMBER, ...numbers);
  const fields = declared.map((field): AppCustomField => {
    const valueType = TYPES.find((type) => type === field.type);
    if (!valueType)
      throw new Error(`The field ${field.moduleKey} has the type ${field.type}, which is none.`);
    const { name, isList, moduleKey } = field;
    const known = before.find(({ key }) => key === field.key);
    const id = known?.id ?? `customfield_${(last += 1)}`;
    return { id, name, type: 'app', key: field.key, moduleKey, valueType, isList };
  });
  const others: CustomField[] = site.customFields.filter(({ type }) => type !== 'app');
  site.customFields.splice(0, site.customFields.length, ...others, ...fields);
};

const FIRST_NUMBER = 10_100;

/** A value as the site keeps it; `null` empties the field. @throws 400 for a value that is not of the field's type. */
export const readAppFieldValue = (site: Site, field: AppCustomField, value: unknown): unknown => {
  if (value === null) return null;
  if (!field.isList) return readOne(site, field, value);
  if (!Array.isArray(value)) throw unfit(field, 'a list');
  return value.map((one: unknown) => readOne(site, field, one));
};

const readOne = (site: Site, field: AppCustomField, value: unknown): unknown => {
  switch (field.valueType) {
    case 'string':
      if (typeof value !== 'string') throw unfit(field, 'a string');
      return value;
    case 'number':
      if (typeof value !== 'number') throw unfit(field, 'a number');
      return value;
    case 'date':
      if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value) || Number.isNaN(Date.parse(value)))
        throw unfit(field, 'a date');
      return value;
    case 'datetime':
      if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) throw unfit(field, 'a date and time');
      // As in Jira, parts of seconds are left out.
      return new Date(value).toISOString().replace(/\.\d+Z$/, '.000Z');
    case 'user':
      return { accountId: findPerson(site, field, value).accountId };
    case 'group': {
      const { name, groupId } = asObject(field, value);
      const group = site.groups.find((each) =>
        groupId === undefined ? each.name === name : each.groupId === groupId,
      );
      if (!group) throw unfit(field, 'a group of this site');
      return { name: group.name, groupId: group.groupId };
    }
    case 'object':
      return asObject(field, value);
  }
};

const findPerson = (site: Site, field: AppCustomField, value: unknown): Account => {
  const { accountId } = asObject(field, value);
  const account = site.accounts.find((each) => each.accountId === accountId);
  if (!account) throw unfit(field, 'a user of this site');
  return account;
};

const asObject = (field: AppCustomField, value: unknown): Readonly<Record<string, unknown>> => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw unfit(field, 'an object');
};

const unfit = ({ name }: AppCustomField, needs: string) =>
  badRequest(`The value of the field '${name}' has to be ${needs}.`);
