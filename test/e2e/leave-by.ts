import { expect, type Locator, type Page } from '@playwright/test';

/** Follows a link that takes away the frame that it stands in. The click comes later, since its answer goes with the frame. */
export const leaveBy = async (link: Locator): Promise<void> => {
  await link.hover();
  await link.evaluate((element: HTMLElement) => void setTimeout(() => element.click()));
};

/** Closes a modal with Escape. Its frame goes with it, and the browser may then never say that it took the key. */
export const escapeModal = async (page: Page): Promise<void> => {
  void page.keyboard.press('Escape').catch(() => undefined);
  await expect(page.getByRole('dialog')).toHaveCount(0);
};
