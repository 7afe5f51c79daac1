import { AsyncLocalStorage } from 'node:async_hooks';
import { callBridge } from '../../local/bridge';
import type { StandIn } from '../../local/stand-in';
import type * as screens from './screens';

/** Somebody's tab: the front ends' own code, loaded for it alone, over a bridge of its own. */
export type Frame = typeof screens & {
  readonly account: string;
  /** The project whose pages are open in it. */
  projectId: string;
  /** How many replies were lost so far of all that it asked for, on the way to it or to the app's back end. */
  lostReplies: number;
};

/** Opens a tab. The `@forge/bridge` in it counts its calls by itself, as in any frame. */
export const openFrame = async (standIn: StandIn, account: string): Promise<Frame> => {
  const own = { account, projectId: '', lostReplies: 0 };
  const bridge = async (command: string, data: { readonly functionKey: string }) =>
    asking
      .run(frame, () =>
        callBridge(standIn, {
          account,
          module: PANEL.includes(data.functionKey) ? 'issue-context' : 'project-page-module',
          context: { project: { id: frame.projectId } },
          command,
          data,
        }),
      )
      .catch((error: unknown) => {
        // It was given up, and may still have come to something.
        if (String(error).includes('timed out')) frame.lostReplies += 1;
        throw error;
      });
  // `@forge/bridge` takes its bridge when it is first imported.
  Object.assign(globalThis, { __bridge: { callBridge: bridge } });
  let frame = own as Frame;
  await jest.isolateModulesAsync(async () => {
    frame = Object.assign(own, await import('./screens'));
  });
  return frame;
};

/** Counts every reply that a fault takes away, for the frame whose call it belongs to. */
export const countLostReplies = ({ faults }: StandIn): void => {
  const { strike } = faults;
  const counting: typeof strike = async (...call) => {
    const fault = await strike(...call);
    const frame = asking.getStore();
    if (fault?.lost === 'reply' && frame !== undefined) frame.lostReplies += 1;
    return fault;
  };
  Object.assign(faults, { strike: counting });
};

const asking = new AsyncLocalStorage<Frame>();

const PANEL: readonly string[] = ['loadIssuePanel', 'loadObjectives', 'saveTag'];
