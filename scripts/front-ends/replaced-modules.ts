import path from 'node:path';
import type { Plugin } from 'vite';

/**
 * What the front ends may name of `@forge/bridge`, by the package's own file that holds it. The package is one CommonJS
 * file that requires all the others, so a bundler cannot tell what is used; these are its files, unmodified.
 */
export const bridgeParts: Readonly<Record<string, string>> = {
  events: 'events/events.js',
  invoke: 'invoke/invoke.js',
  makeInvoke: 'invoke/invoke.js',
  Modal: 'modal/modal.js',
  NavigationTarget: 'router/targets.js',
  requestJira: 'fetch/index.js',
  router: 'router/router.js',
  showFlag: 'flag/flag.js',
  view: 'view/view.js',
};

const bridgeFolder = path.dirname(require.resolve('@forge/bridge'));
const bridgeIndex = '\0throughline:forge-bridge';
const localeFile = path.join(path.dirname(require.resolve('@forge/i18n')), 'ensureLocale.js');
const featureGates = path.join(__dirname, '..', '..', 'static', 'shared', 'feature-gates-stub.ts');

/** Builds what decision record 003 names from other modules than the packages' own entries. */
export function replacedModules(): Plugin {
  return {
    name: 'throughline:replaced-modules',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id === '@forge/bridge') return { id: bridgeIndex, moduleSideEffects: false };
      // The context's locale is put in order; translating, which the same package does, is not asked for.
      if (id === '@forge/i18n' && importer?.endsWith(path.join('view', 'getContext.js'))) return localeFile;
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
    .map(([name, file]) => `export { ${name} } from ${JSON.stringify(path.join(bridgeFolder, file))};`)
    .join('\n');
}
