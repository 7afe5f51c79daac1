import { chromium, type Browser, type Frame, type Page } from '@playwright/test';
import { buildFrontEnds } from '../scripts/build-front-ends';
import { BROWSER_ARGUMENTS, ensureChromium } from '../scripts/find-chromium';
import { startSite, type TestSite } from '../test/e2e/site';
import { benchFreezing } from './freezing';
import { machine, round } from './figures';
import { KEY_RESULT, longSprints } from './long-sprints';
import { SLOWDOWN } from './measure';

const SPRINTS = 40;
const ISSUES_EACH = 1_000;

/**
 * What the ledgers of sprints cost: freezing the start and the close of one with 1,000 issues, and rebuilding those of 40
 * closed sprints with as many each, in a browser.
 */
export async function benchLedger() {
  const freezing = await benchFreezing(ISSUES_EACH);
  console.table(freezing);
  const rebuilding = await benchRebuilding();
  console.table([rebuilding]);
  return { at: new Date().toISOString(), machine: machine(), slowdown: SLOWDOWN, freezing, rebuilding };
}

async function benchRebuilding() {
  await buildFrontEnds();
  const site = await startSite(() => longSprints(SPRINTS, ISSUES_EACH));
  const browser = await chromium.launch({
    executablePath: ensureChromium().executablePath,
    args: [...BROWSER_ARGUMENTS],
  });
  try {
    return await measureRebuilding(browser, site);
  } finally {
    await browser.close();
    await site.close();
  }
}

async function measureRebuilding(browser: Browser, site: TestSite) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.goto(`${site.url}/projects/TEAM/okrs?as=member&theme=light`);
  const frame = await frameOf(page);
  await frame.getByRole('button', { name: `Actions for ${KEY_RESULT}`, exact: true }).click();
  await frame.getByRole('button', { name: 'History', exact: true }).click();
  const start = frame.getByRole('button', { name: `Rebuild ${SPRINTS} sprints from their histories` });
  await start.waitFor({ timeout: 120_000 });
  await site.resetMeter();
  await frame.evaluate(watchRebuilding);
  await start.click();
  const ended = await frame.waitForFunction(() => (globalThis as Watched).rebuilding?.ended, undefined, {
    timeout: 3_600_000,
    polling: 1_000,
  });
  await ended.dispose();
  const { longest, over50, firstProgress, longestSilence, seconds } = await frame.evaluate(
    () => (globalThis as Watched).rebuilding!,
  );
  const { invocations, storage, jira } = await site.meter();
  const rows = await frame.locator('[aria-label="Sprints"] tbody tr', { hasText: 'Rebuilt' }).count();
  await page.close();
  return {
    sprints: SPRINTS,
    issuesEach: ISSUES_EACH,
    rebuilt: rows,
    jiraRequestsInFront: jira.inFront.requests,
    pointsBehindResolvers: jira.behindResolvers.points,
    resolverCalls: invocations.total,
    storageOperations: storage.operations,
    seconds: round(seconds, 0),
    millisecondsToFirstProgress: round(firstProgress, 0),
    longestMillisecondsWithoutProgress: round(longestSilence, 0),
    framesOver50Milliseconds: over50,
    longestFrameMilliseconds: round(longest, 0),
  };
}

type Watched = {
  rebuilding?: {
    ended: boolean;
    seconds: number;
    firstProgress: number;
    longestSilence: number;
    over50: number;
    longest: number;
  };
};

/**
 * Notes from the press of the button on when progress is told anew, and the frames that the browser itself calls long
 * (`longtask`, `long-animation-frame`). Runs in the frame, without named functions: tsx would make them call a helper.
 */
function watchRebuilding(): void {
  const watched = { ended: false, seconds: 0, firstProgress: 0, longestSilence: 0, over50: 0, longest: 0 };
  Object.assign(globalThis, { rebuilding: watched });
  let started = 0;
  let last = 0;
  document.addEventListener('click', () => void (started = last = performance.now()), {
    capture: true,
    once: true,
  });
  const observer = new PerformanceObserver((entries) => {
    for (const { duration } of entries.getEntries()) {
      watched.over50 += 1;
      watched.longest = Math.max(watched.longest, duration);
    }
  });
  for (const type of ['longtask', 'long-animation-frame']) observer.observe({ type });
  let before = '';
  new MutationObserver((_, self) => {
    const words = document.querySelector('[aria-label="Rebuilding"] p')?.textContent ?? '';
    if (started === 0 || words === before) return;
    before = words;
    const now = performance.now();
    if (watched.firstProgress === 0) watched.firstProgress = now - started;
    watched.longestSilence = Math.max(watched.longestSilence, now - last);
    last = now;
    if (words.startsWith('Rebuilding')) return;
    self.disconnect();
    Object.assign(watched, { ended: true, seconds: (now - started) / 1_000 });
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

async function frameOf(page: Page): Promise<Frame> {
  const handle = await page.waitForSelector('iframe[src*="/frame/project-page/"]', { state: 'attached' });
  const frame = await handle.contentFrame();
  if (!frame) throw new Error('The frame of the project page went away.');
  return frame;
}
