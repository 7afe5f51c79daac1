import path from 'node:path';
import { getNodeBundler } from '@forge/bundler';
import { readManifest } from './forge-lint';

type Logger = Parameters<typeof getNodeBundler>[0];
type ConfigReader = Parameters<typeof getNodeBundler>[2];

/**
 * Bundles the back end as a deployment does.
 *
 * @throws What the bundler says, where it does not bundle or type-check.
 */
export async function bundleBackEnd(): Promise<{
  readonly modules: number;
  readonly warnings: readonly string[];
}> {
  const warnings: string[] = [];
  const bundler = getNodeBundler(loggerInto(warnings), runtime, configReader);
  const { metadata } = await bundler.bundle({
    appDirectory: root,
    entryPoints: [{ name: 'index', path: './src/index.ts' }],
    i18nConfig: { resources: [] } as never,
  });
  return { modules: metadata?.modules?.length ?? metadata?.tsFiles ?? 0, warnings };
}

const root = path.join(__dirname, '..');
const configReader = { readConfig: () => Promise.resolve(readManifest()) } as unknown as ConfigReader;

/** The runtime that a deployment wraps the bundle in comes from Atlassian's network and is not checked here. */
const script = { script: '', source: '', version: 'none' };
const runtime = {
  getNodeRuntimeWrapper: () => Promise.resolve(script),
  getNodeRuntimeLoader: () => Promise.resolve(script),
};

function loggerInto(warnings: string[]): Logger {
  const ignore = (): void => undefined;
  const note = (...words: readonly unknown[]): void => void warnings.push(words.join(' '));
  return { info: ignore, debug: ignore, trace: ignore, warn: note, error: note } as unknown as Logger;
}
