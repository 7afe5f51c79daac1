import type { StandIn } from '../../../local/stand-in';
import { invoke } from './fixture-stand-in';

type Ran = { readonly value?: unknown; readonly code?: string; readonly status?: number };

/** Runs source over the real `@forge/kvs` in the fixture's resolver. */
export const storageOf = (standIn: () => StandIn) => {
  const run = async (source: string): Promise<Ran> =>
    (await invoke(standIn(), 'runSource', { source })) as Ran;
  return {
    run,
    /** What it answers. */
    value: async (source: string): Promise<unknown> => (await run(source)).value,
    /** The status and code that it is refused with; `taken` when it is not. */
    refusal: async (source: string): Promise<string> => {
      const { code, status } = await run(source);
      return code === undefined ? 'taken' : `${status} ${code}`;
    },
  };
};
