import { resolve } from 'node:path';
import { readManifest } from '../../local/forge/manifest';
import { createStorage } from '../../local/forge/storage/storage';
import { waitForStorage } from '../../src/storage/storage-calls';
import { aPatience } from '../builders/a-patience';

/** What becomes of a call: its request or its reply is lost, or it is answered with a status and code instead. */
export type Mishap = 'request lost' | 'reply lost' | readonly [status: number, code: string];

export type TestStorage = {
  /** What becomes of the next calls whose path matches, one each. */
  readonly suffer: (path: RegExp, ...mishaps: Mishap[]) => void;
  /** Happens when the next call whose path matches has come to nothing, or to more than its caller knows. */
  readonly meanwhile: (happen: () => Promise<unknown>) => void;
  /** The paths of the calls so far. */
  readonly calls: string[];
  readonly waited: number[];
};

/** The app's own storage code over the stand-in's storage, with mishaps in between. Waits for nothing. */
export const aStorage = (): TestStorage => {
  const storage = createStorage({
    entities: readManifest(resolve(__dirname, '../..')).entities,
    now: () => new Date('2026-02-16T09:00:00.000Z'),
  });
  const calls: string[] = [];
  const patience = aPatience();
  let mishaps: { readonly path: RegExp; readonly mishap: Mishap }[] = [];
  let happen: (() => Promise<unknown>) | null = null;
  waitForStorage(() => patience);

  const takeMishap = (path: string): Mishap | null => {
    const found = mishaps.find((one) => one.path.test(path));
    mishaps = mishaps.filter((one) => one !== found);
    return found?.mishap ?? null;
  };
  const takeHappening = async (): Promise<void> => {
    const now = happen;
    happen = null;
    await now?.();
  };
  Object.assign(globalThis, {
    __forge_fetch__: async (_descriptor: unknown, path: string, init: { readonly body: string }) => {
      calls.push(path.replace('/api/v1/', ''));
      const mishap = takeMishap(path);
      if (Array.isArray(mishap)) {
        const [status, code] = mishap as [number, string];
        return new Response(JSON.stringify({ code, message: 'No.' }), { status });
      }
      const reply = mishap === 'request lost' ? null : storage.handle(path, JSON.parse(init.body));
      if (mishap !== null) {
        await takeHappening();
        throw new TypeError('fetch failed');
      }
      return new Response(reply?.body || null, { status: reply?.status ?? 500 });
    },
  });
  return {
    suffer: (path, ...given) => void mishaps.push(...given.map((mishap) => ({ path, mishap }))),
    meanwhile: (given) => void (happen = given),
    calls,
    waited: patience.waited,
  };
};
