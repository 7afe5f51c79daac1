import * as v from 'valibot';
import { closeAccount, renameAccount } from '../forge/personal-data';
import { findAccount, type StandIn } from '../stand-in';

/** Closes an account, or gives its person another name. @throws a sentence that says what is wrong. */
export const changeAccount = ({ site, clock }: StandIn, body: unknown): void => {
  const change = v.safeParse(CHANGE, body);
  if (!change.success) {
    throw new Error(
      'An account takes {"account": a user name} with {"close": true} or {"displayName": a name}.',
    );
  }
  const account = findAccount(site, change.output.account);
  if (account === undefined) throw new Error(`The site has no account ${change.output.account}.`);
  if ('close' in change.output) closeAccount(account);
  else renameAccount(account, change.output.displayName, clock.now());
};

const CHANGE = v.union([
  v.strictObject({ account: v.string(), close: v.literal(true) }),
  v.strictObject({ account: v.string(), displayName: v.pipe(v.string(), v.minLength(1)) }),
]);

/** Runs a scheduled trigger, and answers when it is done. @throws a sentence that says what is wrong. */
export const fireEvents = async ({ scheduled, deliveries }: StandIn, body: unknown): Promise<unknown> => {
  const fired = v.safeParse(FIRED, body);
  if (!fired.success) throw new Error('An event takes {"scheduledTrigger": the key of its module}.');
  scheduled.runNow(fired.output.scheduledTrigger);
  await deliveries.settled();
  return { waiting: deliveries.waiting() };
};

const FIRED = v.strictObject({ scheduledTrigger: v.string() });
