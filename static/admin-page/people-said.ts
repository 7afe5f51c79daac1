import type { BackupAccount } from '../../src/domain/backup';
import type { AccountId } from '../../src/domain/ids';
import type { User } from '../../src/jira/users';

/** Who people of another site are here. */
export type Said = ReadonlyMap<AccountId, User>;

/** All that was said of a site's people: what was said just now of those who are asked about, and before of the others. */
export const peopleSaid = (before: Said, asked: readonly BackupAccount[], now: Said): Said =>
  new Map([...[...before].filter(([id]) => asked.every((one) => one.id !== id)), ...now]);
