import { join } from 'node:path';
import { callBridge } from '../../../local/bridge';
import { createStandIn, type StandIn, type StandInOptions } from '../../../local/stand-in';
import { tinySite } from './tiny-site';

export const BACKGROUND_ROOT = join(__dirname, 'background-app');

/** The stand-in over a tiny site and an app that the platform calls by itself, at noon of a quiet day. */
export const startBackground = async (options: Partial<StandInOptions> = {}): Promise<StandIn> => {
  const standIn = await createStandIn({
    root: BACKGROUND_ROOT,
    site: tinySite(),
    siteUrl: 'http://127.0.0.1:1',
    clockOffset: Date.parse('2026-03-02T12:00:00.000Z') - Date.now(),
    log: () => undefined,
    ...options,
  });
  return standIn;
};

/** Calls the app's resolver as Mona. */
export const ask = async <Value>(
  standIn: StandIn,
  functionKey: string,
  payload: unknown = {},
): Promise<Value> =>
  (await callBridge(standIn, {
    account: 'mona',
    module: 'background-page',
    context: {},
    command: 'invoke',
    data: { functionKey, payload },
  })) as Value;

/** What a function of the app was called with. */
export type Heard = {
  readonly name: string;
  readonly told: readonly [Record<string, unknown>, Record<string, unknown>];
  readonly moduleKey: string;
  readonly at: string;
};

/** What the platform has called since this was last asked, once everything due is delivered. */
export const hear = async (standIn: StandIn): Promise<readonly Heard[]> => {
  await standIn.deliveries.settled();
  return ask<Heard[]>(standIn, 'heard');
};

/** Moves the clock on. */
export const pass = ({ clock }: StandIn, milliseconds: number): void =>
  clock.moveTo(new Date(clock.now().getTime() + milliseconds));

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
