import * as v from 'valibot';
import type { Account } from '../jira/model';
import { jsonAnswer, type Service } from './atlassian-services';

/**
 * Where an app reports whose personal data it keeps (`privacy.reportPersonalData`): it is told which accounts were
 * closed, whose data it has to erase, and which changed after the app last looked.
 */
export const personalDataService =
  (accounts: readonly Account[], scopes: readonly string[]): Service =>
  (body) => {
    if (!scopes.includes(SCOPE)) return jsonAnswer(403, { message: `The app lacks the scope ${SCOPE}.` });
    const report = v.safeParse(REPORT, body);
    if (!report.success) return jsonAnswer(400, { message: report.issues[0].message });
    const answers = report.output.accounts.flatMap(({ accountId, updatedAt }) => {
      const account = accounts.find((one) => one.accountId === accountId);
      if (account?.closed === true) return [{ accountId, status: 'closed' }];
      const changed = account?.changedAt;
      return changed !== undefined && Date.parse(changed) > Date.parse(updatedAt)
        ? [{ accountId, status: 'updated' }]
        : [];
    });
    return answers.length === 0
      ? { status: 204, headers: CYCLE_PERIOD }
      : jsonAnswer(200, { accounts: answers }, CYCLE_PERIOD);
  };

const SCOPE = 'report:personal-data';

/** Days until the app has to report again. */
const CYCLE_PERIOD = { 'cycle-period': '7' };

const REPORT = v.object({
  accounts: v.pipe(
    v.array(
      v.object({
        accountId: v.pipe(v.string(), v.minLength(1, 'An account has an accountId.')),
        updatedAt: v.pipe(
          v.string(),
          v.check((text) => !Number.isNaN(Date.parse(text)), 'updatedAt is a moment.'),
        ),
      }),
    ),
    v.minLength(1, 'A report names at least one account.'),
    v.maxLength(90, 'A report names at most 90 accounts.'),
  ),
});

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Closes the account as Atlassian does when somebody asks to be forgotten: what is left is an id without a person. */
export const closeAccount = (account: Account): void => {
  const open: Writable<Account> = account;
  Object.assign(open, { active: false, closed: true, displayName: 'Former user', emailAddress: '' });
};

/** Gives the person another name. */
export const renameAccount = (account: Account, displayName: string, now: Date): void => {
  const open: Writable<Account> = account;
  Object.assign(open, { displayName, changedAt: now.toISOString() });
};
