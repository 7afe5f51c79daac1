import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { storedAttributes } from '../../src/contract/backup-records';
import { BACKUP_ENTITIES } from '../../src/domain/backup';
import { PROPERTY_KEYS } from '../../src/domain/issue-properties';

/** What belongs to one site and to no other: how far its weekly report has come, when its JQL results were reckoned. */
const NOT_MOVED = ['personal-data-report', 'jql-refresh'];

type Entity = { readonly name: string; readonly attributes: Readonly<Record<string, unknown>> };

const manifest = parse(readFileSync(path.join(__dirname, '../../manifest.yml'), 'utf8')) as {
  readonly app: { readonly storage: { readonly entities: readonly Entity[] } };
  readonly modules: { readonly 'jira:entityProperty': readonly { readonly propertyKey: string }[] };
};
const { entities } = manifest.app.storage;

test('every entity that the manifest declares is exported, or says here why not', () => {
  expect(entities.map(({ name }) => name).sort()).toEqual([...BACKUP_ENTITIES, ...NOT_MOVED].sort());
});

test.each(
  entities.filter(({ name }) => !NOT_MOVED.includes(name)).map(({ name, attributes }) => [name, attributes]),
)('an import takes every attribute of %s and no other', (name, attributes) => {
  const taken = storedAttributes[name as keyof typeof storedAttributes];
  expect([...taken].sort()).toEqual(Object.keys(attributes).sort());
});

test('every property of issues that the manifest declares is exported', () => {
  const declared = manifest.modules['jira:entityProperty'].map(({ propertyKey }) => propertyKey);
  expect(declared.sort()).toEqual(Object.values(PROPERTY_KEYS).sort());
});
