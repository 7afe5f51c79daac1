import { callBridge } from '../../local/bridge';
import type { StandIn } from '../../local/stand-in';

/** The project that every frame in these tests claims to be in: one that nobody of them may browse. */
const CLAIMED = { project: { id: '10001' } };

/**
 * Calls a resolver function as a frame would, through the first module that has it; `null` is nobody. The frame claims
 * to be in a project that the caller may not see, which must change nothing.
 *
 * @throws When no module of the app has such a function, or when it does not answer.
 */
export const ask = async (
  standIn: StandIn,
  account: string | null,
  name: string,
  payload: unknown,
): Promise<unknown> => {
  for (const module of standIn.manifest.modules) {
    if (module.functionKey === null) continue;
    try {
      const data = { functionKey: name, payload };
      return await callBridge(standIn, {
        account,
        module: module.key,
        context: CLAIMED,
        command: 'invoke',
        data,
      });
    } catch (error) {
      if (!isUnknownFunction(error)) throw error;
    }
  }
  throw new Error(`No module of the app has the function ${name}.`);
};

const isUnknownFunction = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('Resolver has no definition for');
