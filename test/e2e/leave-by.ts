import type { Locator } from '@playwright/test';

/** Follows a link that takes away the frame that it stands in. The click comes later, since its answer goes with the frame. */
export const leaveBy = async (link: Locator): Promise<void> => {
  await link.hover();
  await link.evaluate((element: HTMLElement) => void setTimeout(() => element.click()));
};
