import { buildSync } from 'esbuild';
import type { Frame, Page } from '@playwright/test';

const PAGE = `<!doctype html><html lang="en"><head><title>Probe</title><script src="/local/frame-bridge.js"></script></head>
<body><main><p>Probe</p></main><script src="probe.js"></script></body></html>`;

/**
 * Puts a page in place of the app's front ends that has nothing but the platform's own packages, as `forge` and
 * `dashboards`: what these see of the local site can then be asked one by one.
 */
export async function replaceFrontEnds(page: Page): Promise<void> {
  await page.route('**/frame/*/index.html*', (route) =>
    route.fulfill({ contentType: 'text/html', body: PAGE }),
  );
  await page.route('**/frame/*/probe.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: probe() }),
  );
}

/** The frame of a module, once its packages are there. */
export async function probeOf(page: Page, moduleKey: string): Promise<Frame> {
  const element = await page.waitForSelector(`iframe[data-module="${moduleKey}"]`);
  const frame = await element.contentFrame();
  if (!frame) throw new Error(`${moduleKey} has no frame.`);
  await frame.waitForFunction(() => 'forge' in globalThis);
  return frame;
}

let script: string | undefined;

const probe = (): string =>
  (script ??= buildSync({
    stdin: {
      contents: `import * as forge from '@forge/bridge'; import * as dashboards from '@forge/dashboards-bridge';
Object.assign(globalThis, { forge, dashboards, heard: [] });`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  }).outputFiles[0]!.text);
