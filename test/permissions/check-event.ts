import { isDeepStrictEqual } from 'node:util';
import type { StandIn } from '../../local/stand-in';
import type { AppFunctions } from './app-functions';
import { ask } from './ask';
import { differences, type KeptSite } from './kept-site';
import { EVENTS_TOLD } from './payloads';
import type { Cell } from './read-table';
import { ROLES } from './site';

/**
 * Has the platform call a function as if a person had caused it, or has that person ask for it by its name. It answers
 * nobody and touches only what it is for; what the platform asks for something answers everybody alike and touches
 * nothing.
 */
export const checkEvent = async (
  standIn: StandIn,
  kept: KeptSite,
  events: AppFunctions['events'],
  { call, row, role, word }: Cell,
): Promise<string | null> => {
  const { told, touches, answers } = EVENTS_TOLD[call] ?? missing(`${call} in payloads.ts`);
  const event = events.find(({ functionKey }) => functionKey === call) ?? missing(`${call} in the manifest`);
  kept.restore();
  const accountId = ROLES[role] === null ? {} : { accountId: `account-${ROLES[role]}` };
  const body = told[row];
  const outcome = body
    ? standIn.app.callFunction(call, { ...body, ...accountId }, { moduleKey: event.moduleKey, ...accountId })
    : askByEveryName(standIn, ROLES[role], call);
  const answer = await outcome.then((value) => ({ value }), toError);
  const changed = differences(kept);
  if (word === 'no') return 'error' in answer && changed.length === 0 ? null : `did ${changed.join(', ')}`;
  if ('error' in answer) return answer.error;
  const strays = changed.filter((name) => !touches.some((start) => name.startsWith(start)));
  if (answers && row in answers) {
    const isRight = isDeepStrictEqual(answer.value, answers[row]) && changed.length === 0;
    return isRight ? null : `answered ${JSON.stringify(answer.value)} and changed ${changed.join(', ')}`;
  }
  if (answer.value !== undefined) return `answered ${JSON.stringify(answer.value)}`;
  if (changed.length === 0) return 'did nothing';
  return strays.length === 0 ? null : `also changed ${strays.join(', ')}`;
};

/** By its key and by the name that the back end exports it under. */
const askByEveryName = async (standIn: StandIn, account: string | null, key: string): Promise<unknown> => {
  const exported = standIn.manifest.handlers.get(key)?.split('.')[1] ?? key;
  return Promise.any([key, exported].map((name) => ask(standIn, account, name, {})));
};

const toError = (error: unknown) => ({ error: error instanceof Error ? error.message : String(error) });

const missing = (what: string): never => {
  throw new Error(`The permission table needs ${what}.`);
};
