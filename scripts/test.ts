import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildFrontEnds } from './build-front-ends';
import { ensureChromium } from './find-chromium';
import { commandFile, root } from './run-step';
import { brokenRun, sumTallies, tallyJest, tallyPlaywright, type TestTally } from './test-report';

/** What `npm test` does: builds, runs both runners whatever the first one says, and sums up in the last line. */
async function main(): Promise<void> {
  await buildFrontEnds();
  const browser = ensureChromium();
  mkdirSync(reports, { recursive: true });
  const tally = sumTallies([
    runJest(),
    runPlaywright({
      CHROME_PATH: browser.executablePath,
      PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile('playwright'),
    }),
  ]);
  for (const { name, reason } of tally.skipped) console.log(`skipped: ${name}: ${reason}`);
  for (const name of tally.flaky) console.log(`passed only at the second try: ${name}`);
  console.log(`\n${tally.passed} passed, ${tally.failed} failed, ${tally.skipped.length} skipped`);
  process.exitCode = tally.failed > 0 || tally.passed === 0 ? 1 : 0;
}

const reports = path.join(root, 'node_modules', '.cache', 'test-reports');
const reportFile = (runner: string): string => path.join(reports, `${runner}.json`);

function runJest(): TestTally {
  const words = [commandFile('jest'), '--json', `--outputFile=${reportFile('jest')}`];
  return run('jest', words, {}, tallyJest);
}

function runPlaywright(environment: Readonly<Record<string, string>>): TestTally {
  const words = [commandFile('@playwright/test', 'playwright'), 'test', '--reporter=list,json'];
  return run('playwright', words, environment, tallyPlaywright);
}

function run<Report>(
  runner: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  tally: (report: Report) => TestTally,
): TestTally {
  rmSync(reportFile(runner), { force: true });
  // The report goes to its file; on standard output it would only repeat what is printed already.
  spawnSync(process.execPath, words, {
    cwd: root,
    stdio: ['ignore', runner === 'jest' ? 'ignore' : 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  });
  try {
    return tally(JSON.parse(readFileSync(reportFile(runner), 'utf8')) as Report);
  } catch (error) {
    console.error(`${runner} left no report: ${String(error)}`);
    return brokenRun;
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
