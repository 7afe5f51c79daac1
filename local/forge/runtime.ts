import { randomUUID } from 'node:crypto';
import { ENVIRONMENT_ID, type Manifest } from './manifest';

/** The site and installation that the stand-in plays; made of the site's name, so that they stay. */
export type Installation = {
  readonly cloudId: string;
  readonly installationId: string;
  readonly siteUrl: string;
};

/** What `@forge/api` reads about the running invocation: `globalThis.__forge_runtime__`. */
export const describeRuntime = (
  manifest: Manifest,
  { cloudId, installationId }: Installation,
  invocation: {
    readonly functionKey: string;
    readonly module: { readonly key: string; readonly type: string };
    /** `undefined` where the platform calls by itself. */
    readonly accountId: string | undefined;
    readonly deadline: number;
  },
) => {
  const id = randomUUID();
  return {
    proxy: { token: 'local', url: 'http://127.0.0.1' },
    contextAri: contextAri(cloudId),
    container: { region: 'local', runtime: 'nodejs22.x' },
    appContext: {
      appId: manifest.appId,
      appVersion: '0.0.0',
      environmentId: ENVIRONMENT_ID,
      environmentType: 'DEVELOPMENT',
      invocationId: id,
      installationId,
      functionKey: invocation.functionKey,
      moduleType: invocation.module.type,
      moduleKey: invocation.module.key,
      permissions: { scopes: manifest.permissions['scopes'], external: manifest.permissions['external'] },
    },
    aaid: invocation.accountId,
    lambdaContext: {
      awsRequestId: id,
      getRemainingTimeInMillis: () => Math.max(0, invocation.deadline - performance.now()),
    },
    tracing: { traceId: id.replaceAll('-', ''), spanId: id.replaceAll('-', '').slice(0, 16) },
    realtime: {},
    metrics: NO_METRICS,
    featureFlags: () => false,
  };
};

/** The ARI of the site in which the app is installed. */
export const contextAri = (cloudId: string): string => `ari:cloud:jira::site/${cloudId}`;

const nothing = () => undefined;
const NO_METRICS = {
  counter: () => ({ incr: nothing, incrBy: nothing, decr: nothing, decrBy: nothing }),
  timing: () => ({ measure: () => ({ stop: nothing }) }),
  gauge: () => ({ set: nothing }),
};
