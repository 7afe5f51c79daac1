import * as v from 'valibot';
import { closeAccount, renameAccount } from '../forge/personal-data';
import type { JiraCaller, ProductEvent } from '../seams';
import { findAccount, type StandIn } from '../stand-in';

/** Closes an account, or gives its person another name. @throws a sentence that says what is wrong. */
export const changeAccount = ({ site, clock }: StandIn, body: unknown): void => {
  const change = v.safeParse(CHANGE, body);
  if (!change.success) {
    throw new Error(
      'An account takes {"account": a user name} with {"close": true} or {"displayName": a name}.',
    );
  }
  const account = getAccount(site, change.output.account);
  if ('close' in change.output) closeAccount(account);
  else renameAccount(account, change.output.displayName, clock.now());
};

const CHANGE = v.union([
  v.strictObject({ account: v.string(), close: v.literal(true) }),
  v.strictObject({ account: v.string(), displayName: v.pipe(v.string(), v.minLength(1)) }),
]);

/** Fires a product event or runs a scheduled trigger; answers which triggers are told. @throws a sentence. */
export const fireEvents = ({ site, events, scheduled }: StandIn, body: unknown): unknown => {
  const fired = v.safeParse(FIRED, body);
  if (!fired.success) {
    throw new Error(
      'Fire {"event": {"eventType": "avi:…", …}, "by": a user name or "app"}, or {"scheduledTrigger": a key}.',
    );
  }
  if ('scheduledTrigger' in fired.output) {
    scheduled.runNow(fired.output.scheduledTrigger);
    return { told: [fired.output.scheduledTrigger] };
  }
  const { event, by } = fired.output;
  if (by === undefined) return { told: events.fire(event as ProductEvent, { as: 'anonymous' }) };
  const caller: JiraCaller =
    by === 'app' ? { as: 'app' } : { as: 'user', accountId: getAccount(site, by).accountId };
  const atlassianId = caller.as === 'user' ? { atlassianId: caller.accountId } : {};
  return { told: events.fire({ ...atlassianId, ...(event as ProductEvent) }, caller) };
};

const FIRED = v.union([
  v.strictObject({ scheduledTrigger: v.string() }),
  v.strictObject({ event: v.looseObject({ eventType: v.string() }), by: v.optional(v.string()) }),
]);

/** Changes how badly events, queues and scheduled triggers are delivered. @throws a sentence. */
export const disturbDelivery = ({ deliveries }: StandIn, body: unknown): unknown => {
  const given = v.safeParse(DISTURBANCE, body);
  if (!given.success) {
    throw new Error(
      'Delivery takes {"duplicated": 0 to 1, "lateByMs": {"least", "most"}, "shuffled", "parallel", "seed"}.',
    );
  }
  const chosen = Object.entries(given.output).filter(([, value]) => value !== undefined);
  return { ...deliveries.disturb(Object.fromEntries(chosen)), waiting: deliveries.waiting() };
};

const milliseconds = v.pipe(v.number(), v.minValue(0));
const DISTURBANCE = v.strictObject({
  duplicated: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  lateByMs: v.optional(v.strictObject({ least: milliseconds, most: milliseconds })),
  shuffled: v.optional(v.boolean()),
  parallel: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  seed: v.optional(v.pipe(v.number(), v.integer())),
});

/** Opens an issue as somebody, as its view in Jira does. @throws a sentence. */
export const openIssue = async ({ site, jira }: StandIn, body: unknown): Promise<unknown> => {
  const given = v.safeParse(OPENED, body);
  if (!given.success) {
    throw new Error('An issue is opened by {"account": a user name, or null, "issue": its key or id}.');
  }
  const { account, issue } = given.output;
  const caller: JiraCaller =
    account === null ? { as: 'anonymous' } : { as: 'user', accountId: getAccount(site, account).accountId };
  return jira.view(caller, issue);
};

const OPENED = v.strictObject({ account: v.nullable(v.string()), issue: v.string() });

const getAccount = (site: StandIn['site'], userName: string) => {
  const account = findAccount(site, userName);
  if (account === undefined) throw new Error(`The site has no account ${userName}.`);
  return account;
};
