import { canonicalJson, type Backup } from '../../src/domain/backup';
import { differences, mayBeReplaced, type Difference } from '../../src/domain/backup-difference';
import type { BackupKind } from '../../src/domain/backup-items';
import { mapped, type Mapping } from '../../src/domain/backup-mapping';
import { mergeWrites, type RecordWrite } from '../../src/domain/backup-merge';
import { partsOf } from '../../src/domain/backup-parts';
import type { AccountId } from '../../src/domain/ids';
import { FORMER_USER } from '../../src/domain/personal-data';
import { backupOf, type Reading } from './site-reading';
import type { Resolved } from './resolve';

/** A file against the site it is to go into. */
export type Comparison = {
  /** The file as it reads here. */
  readonly there: Backup;
  readonly here: Backup;
  readonly differences: ReadonlyMap<BackupKind, readonly Difference[]>;
};

/** What is to be written: records by the app, tags by Jira as the administrator. */
export type Plan = { readonly records: readonly RecordWrite[]; readonly tags: readonly TagWrite[] };

export type TagWrite = {
  readonly issueId: string;
  readonly issueKey: string;
  /** What the tag holds now, `undefined` for nothing; Jira writes only while that is so. */
  readonly before: unknown;
  readonly value: unknown;
};

/**
 * What an import would find. Nothing is written for it.
 *
 * @param people - Who takes the place of people that are not here; who is in neither is left out.
 */
export const compare = (
  file: Backup,
  reading: Reading,
  resolved: Resolved,
  people: ReadonlyMap<AccountId, AccountId>,
): Comparison => {
  const known = resolved.known.map(({ accountId }): [AccountId, AccountId] => [accountId, accountId]);
  const mapping: Mapping = {
    accounts: new Map([...known, ...people]),
    projects: resolved.projects,
    isSameSite: resolved.isSameSite,
    issues: new Map(
      [...resolved.issues].map(([id, { issueId, issueKey }]) => [id, { id: issueId, key: issueKey }]),
    ),
  };
  const here = withTags(backupOf(reading), resolved);
  const there = mapped(file, mapping, here);
  return { there, here, differences: differences(here, there) };
};

export const planOf = ({ here, there }: Comparison, replace: ReadonlySet<BackupKind>): Plan => {
  const allowed = new Set([...replace].filter(mayBeReplaced));
  const now = new Map(here.tags.map(({ issueId, value }) => [issueId, value]));
  return {
    records: mergeWrites(here, there, allowed),
    tags: there.tags
      .map((tag): TagWrite => ({ ...tag, before: now.get(tag.issueId) }))
      .filter(
        ({ before, value }) =>
          before === undefined || (allowed.has('tag') && canonicalJson(before) !== canonicalJson(value)),
      ),
  };
};

/** How many people of the file wrote check-ins that come without them: a check-in is never changed afterwards. */
export const authorsLost = (
  file: Backup,
  { records }: Pick<Plan, 'records'>,
): { readonly people: number; readonly checkIns: number } => {
  const { checkIns } = partsOf(file);
  const lost = records.flatMap((write) => {
    if (write.entity !== 'check-in' || write.value.author !== FORMER_USER) return [];
    return checkIns.get(write.key)?.author ?? [];
  });
  const people = lost.filter((author) => author !== FORMER_USER);
  return { people: new Set(people).size, checkIns: people.length };
};

/** Tags that were read from the issues themselves count, since Jira's search may trail. */
const withTags = (backup: Backup, { issues }: Resolved): Backup => {
  const tags = new Map(backup.tags.map((tag) => [tag.issueId, tag]));
  for (const { issueId, issueKey, value } of issues.values()) {
    if (value === undefined) tags.delete(issueId);
    else tags.set(issueId, { issueId, issueKey, value });
  }
  return { ...backup, tags: [...tags.values()] };
};
