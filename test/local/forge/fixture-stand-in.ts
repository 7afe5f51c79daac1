import { join } from 'node:path';
import { callBridge } from '../../../local/bridge';
import { createStandIn, type StandIn } from '../../../local/stand-in';
import { watcher } from '../../contract/fail-on-mismatch';
import { tinySite } from './tiny-site';

export const FIXTURE_ROOT = join(__dirname, 'fixture-app');

/** The stand-in over a tiny site and an app of the tests' own, and what its console has said. */
export const startFixture = async (): Promise<StandIn & { readonly said: unknown[][] }> => {
  const said: unknown[][] = [];
  const standIn = await createStandIn({
    root: FIXTURE_ROOT,
    site: tinySite(),
    siteUrl: 'http://127.0.0.1:1',
    onExchange: watcher.onExchange,
    log: (level, words) => said.push([level, ...words]),
  });
  return { ...standIn, said };
};

/** Calls the fixture's resolver as an account; `null` is anonymous. */
export const invoke = (
  standIn: StandIn,
  functionKey: string,
  payload: unknown = {},
  account: string | null = 'mona',
): Promise<unknown> =>
  callBridge(standIn, {
    account,
    module: 'fixture-panel',
    context: { issue: { id: '1' } },
    command: 'invoke',
    data: { functionKey, payload },
  });
