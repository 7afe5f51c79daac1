import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export type AccessibilityOptions = {
  /** Parts of the page to look at, as selectors; the whole page unless given. A frame counts as what is in it. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
};

/** Fails when axe finds anything in the page or the frames in it: names the rule, the element and what is wrong. */
export async function checkAccessibility(page: Page, options: AccessibilityOptions = {}): Promise<void> {
  const builder = new AxeBuilder({ page });
  for (const selector of options.include ?? []) builder.include(selector);
  for (const selector of options.exclude ?? []) builder.exclude(selector);
  const { violations } = await builder.analyze();
  const findings = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' > ')}: ${node.html.slice(0, 200)}`),
  );
  expect(findings).toEqual([]);
}
