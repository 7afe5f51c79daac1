import { canonicalJson, nameOfProperty, type Backup, type BackupProperty } from '../../src/domain/backup';
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

/** What is to be written: records by the app, properties of issues by Jira as the administrator. */
export type Plan = {
  readonly records: readonly RecordWrite[];
  readonly properties: readonly PropertyWrite[];
};

/** `before` is what the property holds now, `undefined` for nothing; Jira writes only while that is so. */
export type PropertyWrite = BackupProperty & { readonly before: unknown };

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
  const here = withNewest(backupOf(reading), file, resolved);
  const there = mapped(file, mapping, here);
  return { there, here, differences: differences(here, there) };
};

export const planOf = ({ here, there }: Comparison, replace: ReadonlySet<BackupKind>): Plan => {
  const allowed = new Set([...replace].filter(mayBeReplaced));
  const now = new Map(here.properties.map((one) => [nameOfProperty(one), one.value]));
  return {
    records: mergeWrites(here, there, allowed),
    properties: there.properties
      .map((one): PropertyWrite => ({ ...one, before: now.get(nameOfProperty(one)) }))
      .filter(
        ({ property, before, value }) =>
          before === undefined || (allowed.has(property) && canonicalJson(before) !== canonicalJson(value)),
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

/** What was read from the file's issues themselves counts, since Jira's search may trail. */
const withNewest = (backup: Backup, file: Backup, { issues }: Resolved): Backup => {
  const newest = new Map(backup.properties.map((one) => [nameOfProperty(one), one]));
  for (const { property, issueId: given } of file.properties) {
    const issue = issues.get(given);
    if (issue === undefined) continue;
    const { issueId, issueKey, values } = issue;
    const value = values[property];
    const name = nameOfProperty({ property, issueId });
    if (value === undefined) newest.delete(name);
    else newest.set(name, { property, issueId, issueKey, value });
  }
  return { ...backup, properties: [...newest.values()] };
};
