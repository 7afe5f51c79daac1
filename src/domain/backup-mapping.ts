import { projectOfList, type Backup, type BackupRecord } from './backup';
import type { AccountId, ObjectiveId, ProjectId } from './ids';
import { FORMER_USER } from './personal-data';

/** Who and which the people, projects and issues of a backup are on another site; what is not in a map is not there. */
export type Mapping = {
  readonly accounts: ReadonlyMap<AccountId, AccountId>;
  readonly projects: ReadonlyMap<ProjectId, ProjectId>;
  /** By the issue's id in the backup. */
  readonly issues: ReadonlyMap<string, { readonly id: string; readonly key: string }>;
};

/**
 * The backup as it reads on the other site. Who is not there owns nothing and stays as a former user; what belongs to a
 * project or issue that is not there is left out.
 */
export const mapped = (backup: Backup, mapping: Mapping): Backup => {
  const absent = objectivesOfAbsentProjects(backup, mapping);
  return {
    records: backup.records.flatMap((record) => mapRecord(record, mapping, absent) ?? []),
    tags: backup.tags.flatMap(({ issueId, value }) => {
      const issue = mapping.issues.get(issueId);
      return issue ? [{ issueId: issue.id, issueKey: issue.key, value }] : [];
    }),
    projects: backup.projects.flatMap(({ id, key }) => {
      const there = mapping.projects.get(id);
      return there ? [{ id: there, key }] : [];
    }),
    accounts: backup.accounts.flatMap(({ id, displayName }) => {
      const there = mapping.accounts.get(id);
      return there ? [{ id: there, displayName }] : [];
    }),
  };
};

/** The objectives of projects that are not on the other site, which are left out with their check-ins. */
export const objectivesOfAbsentProjects = (
  { records }: Pick<Backup, 'records'>,
  { projects }: Pick<Mapping, 'projects'>,
): ReadonlySet<ObjectiveId> =>
  new Set(
    records.flatMap(({ entity, key, value }) =>
      entity === 'objective' && value.scope !== 'company' && !projects.has(value.scope as ProjectId)
        ? [key as ObjectiveId]
        : [],
    ),
  );

const mapRecord = (
  record: BackupRecord,
  { accounts, projects }: Mapping,
  absent: ReadonlySet<ObjectiveId>,
): BackupRecord | null => {
  const accountOf = (account: AccountId | null): AccountId | null =>
    account === null ? null : (accounts.get(account) ?? null);
  switch (record.entity) {
    case 'cycle-calendar':
      return record;
    case 'objective-list': {
      const project = projectOfList(record.key);
      if (project === null) return record;
      const there = projects.get(project);
      return there === undefined ? null : { ...record, key: `team:${there}` };
    }
    case 'objective': {
      if (absent.has(record.key as ObjectiveId)) return null;
      const { owner: before, ...value } = record.value;
      const owner = accountOf(before ?? null);
      return {
        ...record,
        value: {
          ...value,
          scope: projects.get(value.scope as ProjectId) ?? value.scope,
          ...(owner === null ? {} : { owner }),
          keyResults: value.keyResults.map((keyResult) => ({
            ...keyResult,
            owner: accountOf(keyResult.owner),
          })),
        },
      };
    }
    case 'check-in':
      return absent.has(record.value.objectiveId)
        ? null
        : { ...record, value: { ...record.value, author: accountOf(record.value.author) ?? FORMER_USER } };
  }
};
