export type SkippedTest = { readonly name: string; readonly reason: string };

/** What a test run came to. A file or a runner that broke counts as one failed test. */
export type TestTally = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly SkippedTest[];
  /** Names of tests that failed first and passed when run again. They count as passed. */
  readonly flaky: readonly string[];
};

/** The part of jest's `--json` report that is read. */
export type JestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
};

/** The part of Playwright's JSON report that is read. */
export type PlaywrightReport = {
  readonly errors: readonly unknown[];
  readonly suites: readonly PlaywrightSuite[];
};

type PlaywrightSuite = {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly { readonly title: string; readonly tests: readonly PlaywrightTest[] }[];
};

type PlaywrightTest = {
  readonly status: 'skipped' | 'expected' | 'unexpected' | 'flaky';
  readonly annotations: readonly { readonly type: string; readonly description?: string }[];
};

/** A runner that left no report has failed. */
export const brokenRun: TestTally = { passed: 0, failed: 1, skipped: [], flaky: [] };

export function tallyJest(report: JestReport): TestTally {
  const skipped = report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'pending' || status === 'todo')
    .map(({ fullName }) => ({
      name: fullName,
      reason: /\(needs ([^)]+)\)/.exec(fullName)?.[0] ?? 'no reason given',
    }));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped,
    flaky: [],
  };
}

export function tallyPlaywright(report: PlaywrightReport): TestTally {
  const tests = report.suites.flatMap(testsOf);
  const count = (status: PlaywrightTest['status']): number =>
    tests.filter(({ test }) => test.status === status).length;
  return {
    passed: count('expected') + count('flaky'),
    failed: count('unexpected') + report.errors.length,
    skipped: tests
      .filter(({ test }) => test.status === 'skipped')
      .map(({ name, test }) => ({ name, reason: reasonOf(test) })),
    flaky: tests.filter(({ test }) => test.status === 'flaky').map(({ name }) => name),
  };
}

export function sumTallies(tallies: readonly TestTally[]): TestTally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
    skipped: tallies.flatMap(({ skipped }) => skipped),
    flaky: tallies.flatMap(({ flaky }) => flaky),
  };
}

function testsOf(suite: PlaywrightSuite): { readonly name: string; readonly test: PlaywrightTest }[] {
  return [
    ...suite.specs.flatMap(({ title, tests }) => tests.map((test) => ({ name: title, test }))),
    ...(suite.suites ?? []).flatMap(testsOf),
  ];
}

function reasonOf(test: PlaywrightTest): string {
  return (
    test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ??
    'did not run, since an earlier test of its file failed'
  );
}
