import path from 'node:path';
import type { Plugin } from 'vite';

/**
 * What the front ends may name of `@forge/bridge`, by the package's own file that holds it. The package is one CommonJS
 * file that requires all the others, so a bundler cannot tell what is used; these are its files, unmodified.
 */
const bridgeParts: Readonly<Record<string, string>> = {
  events: 'events',
  invoke: 'invoke',
  makeInvoke: 'invoke',
  Modal: 'modal',
  NavigationTarget: 'router/targets.js',
  requestJira: 'fetch',
  router: 'router',
  showFlag: 'flag',
  view: 'view',
};

const bridgeFolder = path.dirname(require.resolve('@forge/bridge'));
const bridgeIndex = '\0throughline:forge-bridge';
const featureGates = path.join(__dirname, '..', '..', 'static', 'shared', 'feature-gates-stub.ts');

/** Builds what decision record 003 names from other modules than the packages' own entries. */
export function replacedModules(): Plugin {
  return {
    name: 'throughline:replaced-modules',
    enforce: 'pre',
    resolveId(id) {
      if (id === '@forge/bridge') return { id: bridgeIndex, moduleSideEffects: false };
      return /^@atlaskit\/feature-gate-js-client(\/feature-gates)?$/.test(id) ? featureGates : null;
    },
    load(id) {
      return id === bridgeIndex ? bridgeSource() : null;
    },
  };
}

/** Whether loading a file does anything but define what it exports; none of the bridge's own does. */
export function hasSideEffects(id: string): boolean | undefined {
  return id.startsWith(bridgeFolder) ? false : undefined;
}

function bridgeSource(): string {
  return Object.entries(bridgeParts)
    .map(([name, file]) => `export { ${name} } from ${JSON.stringify(bridgeFile(file))};`)
    .join('\n');
}

function bridgeFile(file: string): string {
  return path.join(bridgeFolder, file.endsWith('.js') ? file : path.join(file, 'index.js'));
}
