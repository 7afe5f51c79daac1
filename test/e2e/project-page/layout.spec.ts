import type { Locator } from '@playwright/test';
import { expect, test } from '../fixtures';

const boxOf = async (place: Locator) => (await place.boundingBox())!;

const overlap = (a: Awaited<ReturnType<typeof boxOf>>, b: typeof a): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

for (const width of [1280, 1100, 480]) {
  test(`at ${width} pixels the head covers none of its own words, and titles have room`, async ({ page }) => {
    await page.setViewportSize({ width, height: 1000 });
    await page.goto('/projects/BOOK/okrs?as=jonas&theme=light');
    const frame = page.frameLocator('iframe');
    const asOf = frame.getByText(/^As of \d/);
    await expect(asOf).toBeVisible();
    const others = [
      ...(await frame.getByText(/^(Owner|Outcome|Items done|Points done)$/).all()),
      frame.getByRole('button', { name: 'Refresh' }),
    ];
    for (const other of others) {
      if (!(await other.isVisible())) continue;
      expect(overlap(await boxOf(asOf), await boxOf(other)), (await other.textContent())!).toBe(false);
    }
    const title = frame.getByRole('button', {
      name: 'Traveller satisfaction after the crossing',
      exact: true,
    });
    // Wide enough for its longest word.
    expect((await boxOf(title)).width).toBeGreaterThan(120);
  });
}
