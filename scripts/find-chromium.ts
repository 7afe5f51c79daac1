import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

/**
 * How the project starts a browser: as root in a container too, and without talking to anybody. Frames share the process
 * of their host page: they are slowed down with it, and no press is lost on a frame that was just scrolled, whose place
 * the browser tells another process only later.
 */
export const BROWSER_ARGUMENTS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-site-isolation-trials',
];

export type Browser = { readonly executablePath: string; readonly how: string };

/** A Chromium or Chrome that is there already: `CHROME_PATH`, on the path, in its usual place, or Playwright's own. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): Browser | null {
  const asked = environment['CHROME_PATH'];
  if (asked) {
    if (!isExecutable(asked))
      throw new Error(`CHROME_PATH names ${asked}, which is not a program that can be run.`);
    return { executablePath: asked, how: `uses ${asked}, which CHROME_PATH names` };
  }
  const installed = candidates(environment).find(isExecutable);
  if (installed) return { executablePath: installed, how: `uses the installed ${installed}` };
  const own = chromium.executablePath();
  return existsSync(own) ? { executablePath: own, how: `uses Playwright's own ${own}` } : null;
}

/**
 * The browser of the tests; installs one where none is found, and says which it did.
 *
 * @throws When none is found and none can be installed: the message says what to do.
 */
export function ensureChromium(say: (line: string) => void = console.log): Browser {
  const found = findChromium() ?? installPlaywrightChromium(say) ?? installDebianChromium(say);
  if (!found) {
    throw new Error(
      'No Chromium found and none could be installed. Install Chromium or Chrome, or set CHROME_PATH.',
    );
  }
  say(`Browser: ${found.how}`);
  return found;
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function candidates(environment: NodeJS.ProcessEnv): string[] {
  const folders = (environment['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return [...names.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...usualPlaces];
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installPlaywrightChromium(say: (line: string) => void): Browser | null {
  say('Browser: none found; trying `playwright install chromium`');
  if (!runs(process.execPath, [require.resolve('@playwright/test/cli'), 'install', 'chromium'])) return null;
  const own = chromium.executablePath();
  // A downloaded browser may still lack the system's libraries.
  if (!existsSync(own) || !runs(own, ['--version'])) return null;
  return { executablePath: own, how: `installed Playwright's own ${own}` };
}

function installDebianChromium(say: (line: string) => void): Browser | null {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return null;
  say('Browser: trying `apt-get install chromium`');
  if (
    !runs('apt-get', ['update']) ||
    !runs('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'])
  ) {
    return null;
  }
  const found = findChromium();
  return found && { ...found, how: `installed ${found.executablePath} with apt-get` };
}

function runs(program: string, parameters: readonly string[]): boolean {
  try {
    execFileSync(program, parameters, {
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: 10 * 60_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    return true;
  } catch {
    return false;
  }
}
