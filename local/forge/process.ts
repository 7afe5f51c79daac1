import { AsyncLocalStorage } from 'node:async_hooks';
import { bundleApp } from './bundle-app';
import type { ForgeFetch } from './forge-fetch';
import type { Manifest } from './manifest';
import { createSandbox, runScript } from './sandbox';

/** What surrounds one invocation: whose clock it lives by, and who answers what it asks of the platform. */
export type Surroundings = {
  readonly now: () => Date;
  readonly log: (level: string, words: readonly unknown[]) => void;
  /** Its `__forge_runtime__`. */
  readonly runtime: unknown;
  readonly forgeFetch: ForgeFetch;
};

/**
 * One warm process of the app's back end. Like Forge's, it is started once and serves the installations of many sites
 * in turn: what the app keeps at the level of its modules lives on from one call to the next, whoever calls.
 */
export type Process = {
  readonly manifest: Manifest;
  /** Calls a function of the manifest. @throws what the app throws */
  readonly call: (
    functionKey: string,
    surroundings: Surroundings,
    body: unknown,
    backEnd: unknown,
  ) => Promise<unknown>;
};

/** The app's back end, compiled and running in a world of its own. @throws what is wrong with its code. */
export const startProcess = async (root: string, manifest: Manifest): Promise<Process> => {
  const running = new AsyncLocalStorage<Surroundings>();
  const context = createSandbox({
    now: () => running.getStore()?.now() ?? new Date(),
    log: (level, words) => (running.getStore()?.log ?? logLoading)(level, words),
    runtime: () => running.getStore()?.runtime,
    forgeFetch: async (descriptor, path, init) => {
      const surroundings = running.getStore();
      if (surroundings === undefined) throw new Error(`Nothing was invoked when the app asked for ${path}.`);
      return surroundings.forgeFetch(descriptor, path, init);
    },
  });
  const files = new Set([...manifest.handlers.values()].map((handler) => handler.split('.')[0] ?? ''));
  const exported = new Map<string, Record<string, unknown>>();
  for (const file of files)
    exported.set(file, runScript(context, await bundleApp(root, file), `${file}.cjs`));
  const handlers = new Map(
    [...manifest.handlers].map(([key, handler]) => [key, findHandler(exported, handler)]),
  );
  return {
    manifest,
    call: async (functionKey, surroundings, body, backEnd) => {
      const handler = handlers.get(functionKey);
      if (handler === undefined) throw new Error(`The manifest has no function ${functionKey}.`);
      return running.run(surroundings, async () => handler(body, backEnd));
    },
  };
};

const logLoading: Surroundings['log'] = (level, words) => console.error(`[app ${level}]`, ...words);

type Handler = (body: unknown, backEnd: unknown) => unknown;

const findHandler = (exported: ReadonlyMap<string, Record<string, unknown>>, handler: string): Handler => {
  const [file = '', name = ''] = handler.split('.');
  const found = exported.get(file)?.[name];
  if (typeof found !== 'function')
    throw new Error(`src/${file}.ts exports no ${name}, which manifest.yml names.`);
  return found as Handler;
};
