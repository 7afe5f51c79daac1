import type { Issue } from '../../local/jira/model';
import { randomFrom } from '../../local/random';
import type { KeyResultId } from '../../src/domain/ids';
import { storedTag, TAG_PROPERTY, type Tag } from '../../src/domain/tag';
import { anIssue } from '../builders/a-site';
import { CYCLE, COMPANY, keyResultOf, SECRET, TEAM } from '../resolvers/given-okrs';
import { aTagged, aWork, EXEMPT, found, givenWork, refusal, tagged, write } from './given-jql';

const OURS = keyResultOf(TEAM, 1);
const OTHER = keyResultOf(TEAM, 2);
const COMPANYS = keyResultOf(COMPANY);
const RESTRICTED = keyResultOf(SECRET);
const UNKNOWN = 'onothere01-zzzzz9' as KeyResultId;

/** An initiative that serves OURS; epics under it: one says nothing, one serves the company, one is exempt; stories. */
const tree = () => {
  const initiative = aTagged('TEAM-1', 'initiative', null, tagged(OURS));
  const silent = aWork('TEAM-2', 'epic', initiative);
  const companys = aTagged('TEAM-3', 'epic', initiative, tagged(COMPANYS));
  const exempt = aTagged('TEAM-4', 'epic', initiative, EXEMPT);
  const garbage = aWork('TEAM-5', 'epic', initiative, { state: 'maybe', keyResults: [7] });
  const twoLevels = aWork('TEAM-11', 'story', silent);
  return [
    initiative,
    ...[silent, companys, exempt, garbage],
    twoLevels,
    aWork('TEAM-12', 'story', companys),
    aWork('TEAM-13', 'story', exempt),
    aWork('TEAM-14', 'story', garbage),
    aTagged('TEAM-15', 'story', silent, tagged(OTHER)),
    aTagged('TEAM-16', 'story', companys, EXEMPT),
    aWork('TEAM-17', 'story', silent, 'nonsense'),
    aWork('TEAM-18', 'story'),
    aTagged('TEAM-19', 'story', null, tagged(OURS, COMPANYS)),
    aWork('TEAM-20', 'sub-task', twoLevels),
    aTagged('TEAM-21', 'sub-task', twoLevels, tagged(OTHER)),
  ];
};

const numbers = (keys: readonly string[]): number[] => keys.map((key) => Number(key.split('-')[1]));

describe('issuesOfKeyResult', () => {
  test('finds stories by their own tag and by one that is two levels above, not sub-tasks and not epics', async () => {
    const app = await givenWork(tree());
    const ours = await found(app, `issue in issuesOfKeyResult("${OURS}")`);
    expect(numbers(ours)).toEqual([11, 14, 17, 19]);
  });

  test('lets a tag of an issue itself win over what it would inherit', async () => {
    const app = await givenWork(tree());
    expect(numbers(await found(app, `issue in issuesOfKeyResult("${OTHER}")`))).toEqual([15]);
    expect(numbers(await found(app, `issue in issuesOfKeyResult("${COMPANYS}")`))).toEqual([12, 19]);
  });

  test('goes by what a tag says it is, not by key results that stand in it beside', async () => {
    const app = await givenWork([
      aWork('TEAM-1', 'epic', null, { version: 1, state: 'maybe', keyResults: [OURS] }),
      aWork('TEAM-2', 'story', anIssue('TEAM-1')),
      aWork('TEAM-3', 'story', null, { ...storedTag(EXEMPT), keyResults: [OURS] }),
      aTagged('TEAM-4', 'story', null, tagged(OURS)),
    ]);
    expect(numbers(await found(app, `issue in issuesOfKeyResult("${OURS}")`))).toEqual([4]);
    expect(numbers(await found(app, `issue not in issuesOfKeyResult("${OURS}")`))).toEqual([1, 2, 3]);
    expect(numbers(await found(app, 'issue in issuesWithoutKeyResult("2026 Q1")'))).toEqual([2]);
  });

  test('finds nothing by the id of a key result that nobody named, and all else with “not in”', async () => {
    const app = await givenWork(tree());
    expect(await found(app, `issue in issuesOfKeyResult("${UNKNOWN}")`)).toEqual([]);
    expect(await found(app, `issue not in issuesOfKeyResult("${UNKNOWN}") AND project = TEAM`)).toHaveLength(
      tree().length,
    );
  });

  test('combines with everything else that JQL knows', async () => {
    const app = await givenWork(tree());
    const jql = `issue in issuesOfKeyResult("${OURS}") AND statusCategory != Done AND parent is EMPTY`;
    expect(numbers(await found(app, jql))).toEqual([19]);
  });

  test.each(['Activation', TEAM, `${OURS}"`, ''])(
    'says where to get the id when given %j, and repeats nothing of it',
    async (given) => {
      const app = await givenWork([]);
      const message = await refusal(app, `issue in issuesOfKeyResult(${JSON.stringify(given)})`);
      expect(message).toBe(
        'issuesOfKeyResult takes the id of a key result. Open the OKRs of the project, choose “Copy JQL” in the menu of the key result, and paste it here.',
      );
    },
  );
});

describe('issuesOfObjective', () => {
  test('finds what serves any of its key results', async () => {
    const app = await givenWork(tree());
    expect(numbers(await found(app, `issue in issuesOfObjective(${TEAM})`))).toEqual([11, 14, 15, 17, 19]);
    expect(numbers(await found(app, `issue in issuesOfObjective(${COMPANY})`))).toEqual([12, 19]);
  });

  test('leaves out what serves only an archived key result, as the page of the OKRs does', async () => {
    const app = await givenWork(tree());
    await app.get('admin', 'archiveKeyResult', { id: OTHER, archived: true, expectedRevision: 0 });
    expect(numbers(await found(app, `issue in issuesOfObjective(${TEAM})`))).toEqual([11, 14, 17, 19]);
  });

  test('does not tell an objective that a project keeps to itself from one that is not there', async () => {
    const forged = aTagged('TEAM-30', 'story', null, tagged(RESTRICTED));
    const app = await givenWork([forged]);
    for (const account of ['keeper', 'member']) {
      expect(await found(app, `issue in issuesOfObjective(${SECRET})`, account)).toEqual([]);
      expect(await found(app, 'issue in issuesOfObjective(onothere01)', account)).toEqual([]);
    }
    // Who has the id of a key result has it from a tag, and finds what is tagged with it.
    expect(await found(app, `issue in issuesOfKeyResult("${RESTRICTED}")`, 'keeper')).toEqual(['TEAM-30']);
  });

  test('is refused without an id, in words that name nothing', async () => {
    const app = await givenWork([]);
    expect(await refusal(app, 'issue in issuesOfObjective("Grow")')).toMatch(
      /^issuesOfObjective takes the id/,
    );
  });
});

describe('issuesWithoutKeyResult', () => {
  test('finds what has no key result and no exemption, of itself or from above', async () => {
    const app = await givenWork(tree());
    expect(numbers(await found(app, 'issue in issuesWithoutKeyResult()'))).toEqual([18]);
  });

  test('counts key results of one cycle only when given its name or its id', async () => {
    const app = await givenWork([
      ...tree(),
      aTagged('TEAM-31', 'story', null, tagged(UNKNOWN)),
      aTagged('TEAM-32', 'story', null, EXEMPT),
    ]);
    for (const cycle of ['"2026 Q1"', '"2026 q1"', CYCLE]) {
      expect(numbers(await found(app, `issue in issuesWithoutKeyResult(${cycle})`))).toEqual([18, 31]);
    }
  });

  test('keeps cycles apart: a key result of another cycle is none of this', async () => {
    const app = await givenWork(tree());
    await app.get('keeper', 'saveCycle', {
      id: 'cquarter02' as never,
      expectedRevision: null,
      name: '2026 Q2',
      startDate: '2026-04-01' as never,
      endDate: '2026-06-30' as never,
    });
    const next = await found(app, 'issue in issuesWithoutKeyResult("2026 Q2")');
    expect(numbers(next)).toEqual([11, 12, 14, 15, 17, 18, 19]);
  });

  test('does not count what a project keeps to itself, and counts it where no cycle is given', async () => {
    const app = await givenWork([
      aTagged('TEAM-30', 'story', null, tagged(RESTRICTED)),
      aTagged('TEAM-31', 'story', null, tagged(UNKNOWN)),
    ]);
    expect(numbers(await found(app, 'issue in issuesWithoutKeyResult("2026 Q1")'))).toEqual([30, 31]);
    expect(await found(app, 'issue in issuesWithoutKeyResult()')).toEqual([]);
  });

  test('does not know a cycle that is not there, nor which of two with the same name', async () => {
    const app = await givenWork([]);
    expect(await refusal(app, 'issue in issuesWithoutKeyResult("Nonesuch")')).toMatch(/none of this name/);
    await app.get('keeper', 'saveCycle', {
      id: 'cquarter03' as never,
      expectedRevision: null,
      name: '2026 Q1',
      startDate: '2026-01-01' as never,
      endDate: '2026-01-31' as never,
    });
    expect(await refusal(app, 'issue in issuesWithoutKeyResult("2026 Q1")')).toMatch(/^Several cycles/);
    expect(await found(app, `issue in issuesWithoutKeyResult(${CYCLE})`)).toEqual([]);
  });
});

describe('issuesExemptFromKeyResults', () => {
  test('finds what is exempt, of itself or from above', async () => {
    const app = await givenWork(tree());
    expect(numbers(await found(app, 'issue in issuesExemptFromKeyResults()'))).toEqual([13, 16]);
    expect(numbers(await found(app, 'issue in issuesExemptFromKeyResults() AND parent = TEAM-3'))).toEqual([
      16,
    ]);
  });
});

describe('a function of the app', () => {
  test('that comes to more than 1,000 epics says so, says what to do, and is not reckoned again', async () => {
    const epics = Array.from({ length: 1001 }, (_, index) =>
      aTagged(`TEAM-${1000 + index}`, 'epic', null, tagged(OURS)),
    );
    const app = await givenWork([...epics, aWork('TEAM-1', 'story')]);
    const message = await refusal(app, 'issue in issuesWithoutKeyResult()');
    expect(message).toMatch(/^More than 1,000 epics and key results .* Ask for one key result/);
    const { requests } = app.standIn.meter.read().jira.behindResolvers;
    expect(await refusal(app, 'issue in issuesWithoutKeyResult()', 'member')).toBe(message);
    expect(app.standIn.meter.read().jira.behindResolvers.requests).toBe(requests);
    expect(await found(app, `issue in issuesOfKeyResult("${OTHER}")`)).toEqual([]);
  });

  test('takes hundreds of epics in a handful of requests', async () => {
    const epics = Array.from({ length: 900 }, (_, index) =>
      aTagged(`TEAM-${1000 + index}`, 'epic', null, tagged(OURS)),
    );
    const app = await givenWork([...epics, aWork('TEAM-1', 'story', epics[899]), aWork('TEAM-2', 'story')]);
    expect(await found(app, 'issue in issuesWithoutKeyResult()')).toEqual(['TEAM-2']);
    expect(app.standIn.meter.read().jira.behindResolvers.requests).toBeLessThan(15);
  });

  test('holds for everybody, also for who may not see the epic that a tag comes from', async () => {
    const hidden = aTagged('SECRET-1', 'epic', null, tagged(OURS));
    const app = await givenWork([
      hidden,
      aWork('TEAM-1', 'story', hidden),
      aWork('TEAM-2', 'story'),
      aWork('SECRET-2', 'story', hidden),
    ]);
    const use = `issue in issuesOfKeyResult("${OURS}")`;
    expect(await found(app, use, 'keeper')).toEqual(['SECRET-2', 'TEAM-1']);
    expect(await found(app, use, 'member')).toEqual(['TEAM-1']);
    expect(await found(app, 'issue in issuesWithoutKeyResult()', 'member')).toEqual(['TEAM-2']);
    expect(await found(app, 'issue in issuesWithoutKeyResult()', 'outsider')).toEqual([]);
  });

  test('sees a tag as soon as Jira’s index has it where the issue says it itself', async () => {
    const app = await givenWork(tree());
    expect(numbers(await found(app, 'issue in issuesWithoutKeyResult()'))).toEqual([18]);
    await write(app, 'TEAM-18', storedTag(EXEMPT));
    expect(numbers(await found(app, 'issue in issuesWithoutKeyResult()'))).toEqual([18]);
    app.settle();
    expect(await found(app, 'issue in issuesWithoutKeyResult()')).toEqual([]);
    expect(numbers(await found(app, 'issue in issuesExemptFromKeyResults()'))).toEqual([13, 16, 18]);
  });

  test('says to search again when the OKRs or Jira cannot be read, and finds its answer then', async () => {
    const app = await givenWork(tree());
    app.standIn.faults.set([{ target: 'jira', match: '^GET /rest/api/3/issuetype', share: 1, status: 503 }]);
    expect(await refusal(app, 'issue in issuesExemptFromKeyResults()')).toMatch(/Search again in a minute/);
    app.standIn.faults.set([]);
    expect(numbers(await found(app, 'issue in issuesExemptFromKeyResults()'))).toEqual([13, 16]);
  });

  test.each([11, 12, 13, 14, 15])('agrees with a reckoning of its own (seed %i)', async (seed) => {
    const issues = atRandom(seed);
    const app = await givenWork(issues);
    const expected = (holds: (tag: Tag | null) => boolean) =>
      issues.filter((issue) => issue.typeId === '2' && holds(tagOf(issue, issues))).map(({ key }) => key);
    const names = (ids: readonly string[]) => (tag: Tag | null) =>
      tag?.state === 'tagged' && tag.keyResults.some((id) => ids.includes(id));
    const isExempt = (tag: Tag | null) => tag?.state === 'exempt';
    const questions: readonly [string, (tag: Tag | null) => boolean][] = [
      [`issuesOfKeyResult("${OURS}")`, names([OURS])],
      [`issuesOfObjective(${TEAM})`, names([OURS, OTHER])],
      ['issuesWithoutKeyResult()', (tag) => tag === null],
      ['issuesWithoutKeyResult("2026 Q1")', (tag) => !isExempt(tag) && !names([OURS, OTHER, COMPANYS])(tag)],
      ['issuesExemptFromKeyResults()', isExempt],
    ];
    for (const [use, holds] of questions) {
      const [inside, outside] = [
        await found(app, `issue in ${use}`),
        await found(app, `issue not in ${use}`),
      ];
      expect([use, inside]).toEqual([use, inKeyOrder(expected(holds))]);
      expect(inKeyOrder([...inside, ...outside])).toEqual(inKeyOrder(issues.map(({ key }) => key)));
    }
  });
});

const inKeyOrder = (keys: readonly string[]): string[] =>
  [...keys].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));

/** Initiatives, epics, stories and sub-tasks that say one thing or another, or nothing. */
const atRandom = (seed: number): Issue[] => {
  const random = randomFrom(seed);
  const said = () =>
    random.pick<unknown>([
      undefined,
      undefined,
      undefined,
      storedTag(EXEMPT),
      storedTag(tagged(OURS)),
      storedTag(tagged(OTHER, COMPANYS)),
      storedTag(tagged(RESTRICTED)),
      storedTag(tagged(UNKNOWN)),
      { state: 'other' },
      { state: 'tagged', keyResults: [] },
      7,
    ]);
  const issues: Issue[] = [];
  const add = (
    type: 'initiative' | 'epic' | 'story' | 'sub-task',
    above: readonly Issue[],
    count: number,
  ) => {
    const made = Array.from({ length: count }, (_, index) => {
      const parent = above.length > 0 && random.chance(0.8) ? random.pick(above) : null;
      return aWork(`TEAM-${issues.length + index + 1}`, type, parent, said());
    });
    issues.push(...made);
    return made;
  };
  const epics = add('epic', add('initiative', [], 5), 15);
  add('sub-task', add('story', epics, 60), 20);
  return issues;
};

/** The nearest tag upwards, reckoned from what the site holds. */
const tagOf = (issue: Issue, issues: readonly Issue[]): Tag | null => {
  const own = issue.properties[TAG_PROPERTY] as Tag | undefined;
  if (own?.state === 'exempt' || (own?.state === 'tagged' && own.keyResults.length > 0)) return own;
  const parent = issues.find(({ id }) => id === issue.parentId);
  return parent ? tagOf(parent, issues) : null;
};
