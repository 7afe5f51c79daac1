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
  const data = { functionKey: name, payload };
  return throughTheFirst(standIn, name, ({ key }) =>
    callBridge(standIn, { account, module: key, context: CLAIMED, command: 'invoke', data }),
  );
};

/** The same by nobody at all: as if the platform named no account. */
export const askWithoutAccount: typeof ask = (standIn, _account, name, payload) =>
  throughTheFirst(standIn, name, ({ key, functionKey }) =>
    standIn.app.callFunction(functionKey, bodyOf(name, payload), { moduleKey: key }),
  );

/** The same with an account that is no account. */
export const askWithEmptyAccount: typeof ask = (standIn, _account, name, payload) =>
  throughTheFirst(standIn, name, ({ key, functionKey }) =>
    standIn.app.callFunction(functionKey, bodyOf(name, payload), { moduleKey: key, accountId: '' }),
  );

const bodyOf = (functionKey: string, payload: unknown) => ({
  call: { functionKey, payload },
  context: { extension: CLAIMED },
});

type ModuleWithResolver = { readonly key: string; readonly functionKey: string };

const throughTheFirst = async (
  { manifest }: StandIn,
  name: string,
  call: (module: ModuleWithResolver) => Promise<unknown>,
): Promise<unknown> => {
  for (const { key, functionKey } of manifest.modules) {
    if (functionKey === null) continue;
    try {
      return await call({ key, functionKey });
    } catch (error) {
      if (!isUnknownFunction(error)) throw error;
    }
  }
  throw new Error(`No module of the app has the function ${name}.`);
};

const isUnknownFunction = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('Resolver has no definition for');
