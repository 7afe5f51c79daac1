import { canonicalJson, type Backup } from './backup';
import { BACKUP_KINDS, itemsOf, type BackupItem, type BackupKind } from './backup-items';

/** How a thing of the backup stands to what is here. */
export type DifferenceState = 'new' | 'changed' | 'same' | 'only-here';

export type Difference = Pick<BackupItem, 'kind' | 'id' | 'title'> & {
  readonly state: DifferenceState;
  /** With `changed`: the fields that differ. */
  readonly changes: readonly { readonly field: string; readonly here: unknown; readonly there: unknown }[];
};

/** What an import would find, by kind: every thing of the backup and of the site. */
export const differences = (
  here: Pick<Backup, 'records' | 'properties'>,
  there: Pick<Backup, 'records' | 'properties'>,
): ReadonlyMap<BackupKind, readonly Difference[]> => {
  const known = byName(here);
  const given = byName(there);
  const all = [
    ...[...given].map(([name, item]) => differenceOf(item, known.get(name))),
    ...[...known]
      .filter(([name]) => !given.has(name))
      .map(([, { kind, id, title }]): Difference => ({ kind, id, title, state: 'only-here', changes: [] })),
  ];
  return new Map(BACKUP_KINDS.map((kind) => [kind, all.filter((one) => one.kind === kind)]));
};

/** A check-in and a ledger are history: they may come, and are never changed afterwards. */
export const mayBeReplaced = (kind: BackupKind): boolean => kind !== 'check-in' && kind !== 'ledger';

const byName = (backup: Pick<Backup, 'records' | 'properties'>): ReadonlyMap<string, BackupItem> =>
  new Map(itemsOf(backup).map((item) => [`${item.kind} ${item.id}`, item]));

const differenceOf = ({ kind, id, title, content }: BackupItem, here: BackupItem | undefined): Difference => {
  if (here === undefined) return { kind, id, title, state: 'new', changes: [] };
  const changes = Object.keys({ ...here.content, ...content })
    .filter((field) => canonicalJson(here.content[field]) !== canonicalJson(content[field]))
    .map((field) => ({ field, here: here.content[field], there: content[field] }));
  return { kind, id, title: here.title, state: changes.length > 0 ? 'changed' : 'same', changes };
};
