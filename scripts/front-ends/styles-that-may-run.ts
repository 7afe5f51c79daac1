import path from 'node:path';
import type { Plugin } from 'vite';

/**
 * Fails the build of a front end that brings Emotion along. It writes its styles into the page when something is drawn, which
 * the content security policy keeps from happening: what is drawn with it would have none (decision 020). The page that the
 * benches hold front ends against is built of what Atlaskit has, and never deployed.
 */
export function stylesThatMayRun(): Plugin {
  let isDeployed = true;
  return {
    name: 'throughline:styles-that-may-run',
    configResolved: ({ root }) => {
      isDeployed = path.basename(path.dirname(root)) !== 'bench';
    },
    generateBundle(_options, bundle) {
      if (!isDeployed) return;
      for (const file of Object.values(bundle)) {
        const emotion =
          file.type === 'chunk' ? file.moduleIds.find((id) => /[\\/]@emotion[\\/]/.test(id)) : undefined;
        if (file.type !== 'chunk' || emotion === undefined) continue;
        const near = file.moduleIds.filter((id) => /[\\/]@atlaskit[\\/]/.test(id)).slice(0, 5);
        this.error(
          `${file.fileName} brings Emotion (${emotion}), whose styles the content security policy keeps out. Draw without the part of Atlaskit that needs it; near it are ${near.join(', ') || 'none'}.`,
        );
      }
    },
  };
}
