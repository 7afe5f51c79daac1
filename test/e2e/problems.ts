import type { ConsoleMessage, Page } from '@playwright/test';

/**
 * Notes every breach of the content security policy and every uncaught error of a page and the frames in it.
 *
 * @returns The list that is being written to.
 */
export async function watchForProblems(page: Page): Promise<string[]> {
  const problems: string[] = [];
  await page.addInitScript(reportViolations, MARK);
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}\n${error.stack ?? ''}`));
  page.on('console', (message) => {
    if (isViolation(message)) problems.push(`${message.text()} (${message.location().url})`);
  });
  return problems;
}

const MARK = 'content security policy violated:';

function isViolation(message: ConsoleMessage): boolean {
  const text = message.text();
  return text.startsWith(MARK) || (message.type() === 'error' && /content security policy/i.test(text));
}

// Runs in every frame before its own scripts.
function reportViolations(mark: string): void {
  addEventListener('securitypolicyviolation', (event) => {
    console.error(mark, event.effectiveDirective, event.blockedURI, event.sourceFile, event.sample);
  });
}
