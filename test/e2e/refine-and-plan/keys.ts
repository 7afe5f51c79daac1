import type { Frame, Page } from '@playwright/test';

/** What has the focus, in whichever frame: its role or tag, and by what it is called. */
export const focused = async (page: Page): Promise<string> => {
  for (let frame: Frame = page.mainFrame(); ;) {
    const element = (await frame.evaluateHandle(() => document.activeElement)).asElement();
    const inner = await element?.contentFrame();
    if (!inner) return (await element?.evaluate(nameOf)) ?? '';
    frame = inner;
  }
};

/** Presses Tab, or Shift+Tab, until what is called so has the focus. */
export const tabTo = async (page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  const passed: string[] = [];
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (name.test(now)) return;
    passed.push(now.slice(0, 60));
  }
  throw new Error(`${key} never came to ${name}, but to: ${passed.join(' | ')}`);
};

/** Goes there and presses Enter. */
export const choose = async (page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  await tabTo(page, name, key);
  await page.keyboard.press('Enter');
};

const MOST_PRESSES = 150;

// Runs in the page.
const nameOf = (element: Element): string => {
  const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent);
  const name = [element.getAttribute('aria-label'), ...labels].filter(Boolean).join(' ');
  const role = element.getAttribute('role') ?? element.tagName.toLowerCase();
  return `${role} ${name === '' ? (element.textContent ?? '') : name}`;
};
