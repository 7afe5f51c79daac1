import type { Page } from '@playwright/test';

/**
 * Waits until nothing of the page changes any more: names and figures come in after the first data, and there is no one
 * sign for all of them.
 */
export const settled = async (page: Page): Promise<void> => {
  const end = Date.now() + LONGEST_MS;
  for (let before = '', same = 0; same < QUIET_LOOKS && Date.now() < end;) {
    await page.waitForTimeout(LOOK_MS);
    const now = await looks(page);
    same = now === before && !now.includes('busy') ? same + 1 : 0;
    before = now;
  }
};

const LOOK_MS = 150;
const QUIET_LOOKS = 4;
const LONGEST_MS = 8_000;

const looks = async (page: Page): Promise<string> => {
  const all = await Promise.all(
    page
      .frames()
      .map((frame) =>
        frame
          .evaluate(() =>
            [
              document.querySelector('[aria-busy="true"]') ? 'busy' : 'quiet',
              document.body.innerText,
              document.body.scrollHeight,
            ].join('\n'),
          )
          .catch(() => 'busy'),
      ),
  );
  return all.join('\n');
};

/** Runs in the page: where the last of its content ends. */
export const bottomOfContent = (): number =>
  Math.ceil(
    Math.max(
      600,
      ...[...document.querySelectorAll('main *')].map(
        (element) => element.getBoundingClientRect().bottom + 24,
      ),
    ),
  );
