import path from 'node:path';
import type { InlineConfig } from 'vite';
import { preloadedScreen } from './preloaded-screen';
import { hasSideEffects, replacedModules } from './replaced-modules';
import { stylesThatMayRun } from './styles-that-may-run';

/**
 * How one surface is built.
 *
 * @param folder - Absolute path of a folder with `index.html` and `main.tsx`; written nowhere else than `outDir`.
 * @param outDir - Where the result goes; what was there is removed.
 */
export function frontEndConfig(folder: string, outDir = path.join(folder, 'dist')): InlineConfig {
  return {
    root: folder,
    // Forge serves a resource from a path that is only known at run time.
    base: './',
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    publicDir: false,
    plugins: [replacedModules(), preloadedScreen(), stylesThatMayRun()],
    resolve: {
      mainFields: ['module:es2019', 'module', 'browser', 'main'],
      dedupe: ['react', 'react-dom', '@atlaskit/tokens', '@atlaskit/platform-feature-flags'],
    },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        treeshake: { moduleSideEffects: hasSideEffects },
        // What a screen begins with is one file. By itself it is cut wherever a part that comes later uses some of it too, so
        // that each such part makes the beginning heavier. So is what it draws with, where that comes after (`preloadedScreen`).
        output: {
          codeSplitting: {
            groups: [
              { name: 'first', tags: ['$initial'], priority: 1 },
              { name: 'show', test: /[\\/]show\.tsx$/ },
              // What several parts use comes in few files: asking for one costs a browser more than its bytes.
              {
                name: 'shared',
                test: /^(?!.*node_modules).*[\\/](static|src)[\\/]/,
                minShareCount: 2,
                entriesAware: true,
                entriesAwareMergeThreshold: 100_000,
              },
            ],
          },
        },
      },
    },
  };
}
