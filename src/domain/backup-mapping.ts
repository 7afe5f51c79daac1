import {
  canonicalJson,
  projectOfList,
  type Backup,
  type BackupEntity,
  type BackupRecord,
  type StoredLearnings,
  type StoredObjective,
} from './backup';
import { wholeLedgers } from './backup-closure';
import { partsOf, type BackupParts } from './backup-parts';
import type { AccountId, ObjectiveId, ProjectId } from './ids';
import { FORMER_USER } from './personal-data';
import { elsewhere } from './verdict';

/** Who and which the people, projects and issues of a backup are on another site; what is not in a map is not there. */
export type Mapping = {
  readonly accounts: ReadonlyMap<AccountId, AccountId>;
  readonly projects: ReadonlyMap<ProjectId, ProjectId>;
  /** By the issue's id in the backup. */
  readonly issues: ReadonlyMap<string, { readonly id: string; readonly key: string }>;
  /** Whether the other site is the one that the backup was taken of: only there are its sprints and boards the same. */
  readonly isSameSite: boolean;
};

/**
 * The backup as it reads on the other site. Who is not in the mapping is unknown there: whoever stands in the same place
 * of `here` already stays, and in what is new they own nothing and are a former user. What belongs to a project or issue
 * that is not there is left out.
 *
 * @param here - What the other site has already.
 */
export const mapped = (
  backup: Backup,
  mapping: Mapping,
  here: Pick<Backup, 'records'> = { records: [] },
): Backup => {
  const known = partsOf(here);
  const absent = objectivesOfAbsentProjects(backup, mapping);
  const others = new Set(plansOfOthers(backup, mapping));
  return {
    records: wholeLedgers(backup.records.filter((record) => !others.has(record))).flatMap(
      (record) => mapRecord(record, mapping, absent, known) ?? [],
    ),
    properties: backup.properties.flatMap(({ property, issueId, value }) => {
      const issue = mapping.issues.get(issueId);
      return issue ? [{ property, issueId: issue.id, issueKey: issue.key, value }] : [];
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

/**
 * What was planned for sprints and boards, and what sprints did, that are none of the other site's: left out. The pieces of
 * ledgers are left out with them and not among these.
 */
export const plansOfOthers = (
  { records }: Pick<Backup, 'records'>,
  { projects, isSameSite }: Pick<Mapping, 'projects' | 'isSameSite'>,
): BackupRecord[] =>
  records.filter((record) => {
    if (!OF_SPRINTS_AND_BOARDS.includes(record.entity)) return false;
    const { projectId } = record.value as { readonly projectId?: ProjectId };
    // The board of a sprint may have belonged to no project.
    return !isSameSite || (projectId !== undefined && projects.get(projectId) !== projectId);
  });

const OF_SPRINTS_AND_BOARDS: readonly BackupEntity[] = [
  'sprint-intent',
  'planning-settings',
  'sprint-ledger',
];

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
  mapping: Mapping,
  absent: ReadonlySet<ObjectiveId>,
  known: BackupParts,
): BackupRecord | null => {
  switch (record.entity) {
    case 'cycle-calendar':
      return record;
    case 'objective-list': {
      const project = projectOfList(record.key);
      if (project === null) return record;
      const there = mapping.projects.get(project);
      return there === undefined ? null : { ...record, key: `team:${there}` };
    }
    case 'objective': {
      if (absent.has(record.key as ObjectiveId)) return null;
      return { ...record, value: mapObjective(record.value, mapping, known.objectives.get(record.key)) };
    }
    case 'check-in': {
      if (absent.has(record.value.objectiveId)) return null;
      const author = mapAccount(record.value.author, mapping, known.checkIns.get(record.key)?.author);
      return { ...record, value: { ...record.value, author: author ?? FORMER_USER } };
    }
    case 'key-result-learnings':
      if (absent.has(record.value.objectiveId)) return null;
      if (mapping.isSameSite) return record;
      return { ...record, value: mapLearnings(record.value, known.learnings.get(record.key)) };
    case 'sprint-intent':
    case 'planning-settings':
    case 'sprint-ledger':
    case 'sprint-ledger-piece':
      return record;
  }
};

/**
 * What was learned stays true; on which sprint it was, the other site cannot know, unless it has the very same already:
 * a site may have got another address.
 */
const mapLearnings = (value: StoredLearnings, here: StoredLearnings | undefined): StoredLearnings => ({
  ...value,
  verdicts: value.verdicts.map((verdict) => {
    const known = here?.verdicts.find(
      (one) => canonicalJson({ ...one, place: verdict.place }) === canonicalJson(verdict),
    );
    return { ...verdict, place: known?.place ?? elsewhere(verdict.place) };
  }),
});

const mapObjective = (
  { owner: before, ...value }: StoredObjective,
  mapping: Mapping,
  here: StoredObjective | undefined,
): StoredObjective => {
  const owner = mapAccount(before ?? null, mapping, here?.owner);
  return {
    ...value,
    scope: mapping.projects.get(value.scope as ProjectId) ?? value.scope,
    ...(owner === null ? {} : { owner }),
    keyResults: value.keyResults.map((keyResult) => ({
      ...keyResult,
      owner: mapAccount(
        keyResult.owner,
        mapping,
        here?.keyResults.find(({ id }) => id === keyResult.id)?.owner,
      ),
    })),
  };
};

/** Who a person of the backup is; of somebody unknown nothing is known that speaks against who is there already. */
const mapAccount = (
  account: AccountId | null,
  { accounts }: Mapping,
  here: AccountId | null | undefined,
): AccountId | null => {
  if (account === null || account === FORMER_USER) return account;
  return accounts.get(account) ?? here ?? null;
};
