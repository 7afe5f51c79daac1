import { gzipSync } from 'node:zlib';
import type { Browser, Frame, Page, Response } from '@playwright/test';
import type { TestSite } from '../test/e2e/site';
import type { Surface } from './surfaces';

/** What one load of a surface came to. */
export type Load = {
  /** From the start of the frame's navigation to its first data in the document and painted. */
  readonly milliseconds: number;
  /** JavaScript of the surface that had arrived by then, compressed with gzip, in bytes. */
  readonly scriptBytes: number;
  readonly resolverCalls: number;
  readonly frontEndRequests: number;
  readonly storageOperations: number;
  readonly storageWrites: number;
  readonly backEndRequests: number;
};

/** How many times slower than this machine the browser is made. */
export const SLOWDOWN = 4;

/** What a surface still asks for after its first data counts too; the site's own pages never fall quite silent. */
const SETTLE_MS = 2_000;

/** Loads a surface in a fresh browser profile, with an empty cache. */
export async function measureLoad(browser: Browser, site: TestSite, surface: Surface): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(noteData, { resource: surface.resource, selector: surface.data });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const traffic = watch(page, surface);
  await site.resetMeter();
  await surface.open(page, site);
  const milliseconds = await dataShownAt(page, surface);
  const scripts = [...traffic.scripts];
  await page.waitForTimeout(SETTLE_MS);
  const { storage, jira } = await site.meter();
  const load = {
    milliseconds,
    scriptBytes: await sizeOf(scripts),
    resolverCalls: traffic.commands.filter((command) => command === 'invoke').length,
    frontEndRequests: traffic.commands.filter((command) => command === 'fetchProduct').length,
    storageOperations: storage.operations,
    storageWrites: storage.writes.operations,
    backEndRequests: jira.behindResolvers.requests,
  };
  await context.close();
  return load;
}

type Mark = { dataAt?: number };

// Runs in every frame before its own scripts. Without named functions: tsx would make them call a helper of its own.
function noteData({ resource, selector }: { readonly resource: string; readonly selector: string }): void {
  if (!location.pathname.startsWith(`/frame/${resource}/`)) return;
  new MutationObserver((_, observer) => {
    if (!document.querySelector(selector)) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => Object.assign(globalThis, { dataAt: performance.now() })));
  }).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['aria-busy'],
  });
}

async function dataShownAt(page: Page, surface: Surface): Promise<number> {
  const frame = await frameOf(page, surface);
  const shown = await frame.waitForFunction(() => (globalThis as Mark).dataAt, undefined, {
    timeout: 60_000,
  });
  return (await shown.jsonValue()) ?? 0;
}

async function frameOf(page: Page, { resource }: Surface): Promise<Frame> {
  const handle = await page.waitForSelector(`iframe[src*="/frame/${resource}/"]`, { state: 'attached' });
  const frame = await handle.contentFrame();
  if (!frame) throw new Error(`The frame of ${resource} went away.`);
  return frame;
}

function watch(
  page: Page,
  { resource }: Surface,
): { readonly scripts: Response[]; readonly commands: string[] } {
  const scripts: Response[] = [];
  const commands: string[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith(`/frame/${resource}/`) && pathname.endsWith('.js')) scripts.push(response);
  });
  page.on('request', (request) => {
    if (new URL(request.url()).pathname !== '/local/bridge') return;
    commands.push((request.postDataJSON() as { readonly command: string }).command);
  });
  return { scripts, commands };
}

async function sizeOf(scripts: readonly Response[]): Promise<number> {
  const bodies = await Promise.all(scripts.map((script) => script.body()));
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
}
