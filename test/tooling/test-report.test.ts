import { sumTallies, tallyJest, tallyPlaywright } from '../../scripts/test-report';

describe('the tally of a test run', () => {
  const jestTally = tallyJest({
    numPassedTests: 3,
    numFailedTests: 1,
    numRuntimeErrorTestSuites: 1,
    testResults: [
      {
        assertionResults: [
          { fullName: 'buckets (needs ../shared/data/tidev) match', status: 'pending' },
          { fullName: 'adds', status: 'passed' },
        ],
      },
    ],
  });
  const playwrightTally = tallyPlaywright({
    errors: [{}],
    suites: [
      {
        specs: [],
        suites: [
          {
            specs: [
              { title: 'tags a story', tests: [{ status: 'expected', annotations: [] }] },
              { title: 'loses a click', tests: [{ status: 'flaky', annotations: [] }] },
              { title: 'breaks', tests: [{ status: 'unexpected', annotations: [] }] },
              {
                title: 'reads the real site',
                tests: [
                  { status: 'skipped', annotations: [{ type: 'skip', description: 'needs ../shared' }] },
                ],
              },
            ],
          },
        ],
      },
    ],
  });

  it('counts a file that broke before its tests as a failure', () => {
    expect(jestTally).toMatchObject({ passed: 3, failed: 2 });
  });

  it('tells why a test was skipped', () => {
    expect(jestTally.skipped).toEqual([
      { name: 'buckets (needs ../shared/data/tidev) match', reason: '(needs ../shared/data/tidev)' },
    ]);
    expect(playwrightTally.skipped).toEqual([{ name: 'reads the real site', reason: 'needs ../shared' }]);
  });

  it('names what passed only at its second try', () => {
    expect(playwrightTally.flaky).toEqual(['loses a click']);
    expect(sumTallies([jestTally, playwrightTally]).flaky).toEqual(['loses a click']);
  });

  it('sums both runners', () => {
    const { passed, failed, skipped } = sumTallies([jestTally, playwrightTally]);
    expect([passed, failed, skipped.length]).toEqual([5, 4, 2]);
  });
});
