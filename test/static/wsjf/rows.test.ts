import type { RefinementView } from '../../../src/contract/refinement';
import type { EffectiveTag } from '../../../src/domain/tag';
import type { WsjfIssue } from '../../../src/jira/wsjf';
import { standingsOf } from '../../../src/domain/wsjf-rank';
import type { Edit, FiguresState } from '../../../static/wsjf/figures-store';
import { cellOf } from '../../../static/wsjf/figures-store';
import { shownFigures, toRanked, toRows, type Row } from '../../../static/wsjf/rows';
import { firstSortOf, sortedIds, type Column } from '../../../static/wsjf/sorting';
import { derivationOf, movedWords } from '../../../static/wsjf/words';
import { aCheckIn, aCycle, aDay, aKeyResult, aKeyResultId, anObjective } from '../../builders/okrs';

const FIRST = aKeyResultId('kr0001');
const OKRS: RefinementView = {
  today: aDay('2026-03-19'),
  cycles: [aCycle()],
  objectives: [
    anObjective({
      keyResults: [
        aKeyResult({ id: FIRST, title: 'Faster', weight: 2, latest: aCheckIn({ value: 40 }) }),
        aKeyResult({ id: aKeyResultId('kr0002'), weight: 3 }),
      ],
    }),
  ],
};

const anIssue = (id: string, over: Partial<WsjfIssue> = {}): WsjfIssue => ({
  id,
  key: `TEAM-${id}`,
  projectId: '10000',
  summary: `Summary of ${id}`,
  type: 'Story',
  isSubtask: false,
  status: { name: 'To Do', category: 'new' },
  parent: null,
  points: 5,
  sprintIds: [],
  assignee: null,
  ownTag: null,
  figures: {},
  isNewer: false,
  ...over,
});

const tagged = (...keyResults: (typeof FIRST)[]): EffectiveTag => ({
  tag: { state: 'tagged', keyResults },
  inheritedFrom: null,
});

const rows = (...issues: [WsjfIssue, EffectiveTag | null][]): Row[] =>
  toRows(
    issues.map(([issue]) => issue),
    new Map(issues.map(([issue, tag]) => [issue.id, tag])),
    new Set(issues.map(([issue]) => issue.id)),
    OKRS,
  );
const row = (over: Partial<WsjfIssue> = {}, tag: EffectiveTag | null = tagged(FIRST)): Row =>
  rows([anIssue('1', over), tag])[0]!;

const state = (over: Partial<FiguresState> = {}): FiguresState => ({
  known: new Map(),
  edits: new Map(),
  done: [],
  last: null,
  ...over,
});

test('a row starts from what its effective tag serves', () => {
  expect(row().prefills).toMatchObject({
    userBusinessValue: { value: 8, source: 'key-results' },
    timeCriticality: { value: 13, source: 'key-results' },
    jobSize: { value: 5, source: 'points' },
  });
});

test('a row is locked for who may not edit it, and where a newer version wrote', () => {
  const [none, newer] = toRows(
    [anIssue('1'), anIssue('2', { isNewer: true })],
    new Map(),
    new Set(['2']),
    OKRS,
  );
  expect([none?.locked, newer?.locked, row().locked]).toEqual(['no-right', 'newer', null]);
});

test('what is being chosen shows before what is known, and that before what was loaded', () => {
  const loaded = row({ figures: { jobSize: 2, riskReduction: 3 } });
  const known = new Map([['1', { jobSize: 8, riskReduction: 3 } as const]]);
  expect(shownFigures(loaded, state())).toEqual({ jobSize: 2, riskReduction: 3 });
  expect(shownFigures(loaded, state({ known }))).toEqual({ jobSize: 8, riskReduction: 3 });
  const chosen = (part: Partial<Edit>): FiguresState => {
    const edit = { issueId: '1', component: 'jobSize', value: 13, state: 'saving', ...part } as Edit;
    return state({ known, edits: new Map([[cellOf('1', 'jobSize'), edit]]) });
  };
  expect(shownFigures(loaded, chosen({})).jobSize).toBe(13);
  expect(shownFigures(loaded, chosen({ value: null }))).toEqual({ riskReduction: 3 });
  expect(shownFigures(loaded, chosen({ state: 'conflict' })).jobSize).toBe(8);
});

describe('the derivation', () => {
  test('says what each figure was reckoned from', () => {
    expect(derivationOf(row(), 'userBusinessValue')).toEqual([
      '“Faster”: weight 2 of 5 in its objective, 60% of the way still to go → 8',
    ]);
    expect(derivationOf(row(), 'timeCriticality')).toEqual([
      '“Faster”: 12 days left of 2026 Q1, 60% of the way still to go → 13',
    ]);
    expect(derivationOf(row({ points: 4 }), 'jobSize')).toEqual([
      '4 points, to the nearest of the scale → 5',
    ]);
  });

  test('says why there is nothing to reckon from', () => {
    const hidden = tagged(aKeyResultId('kr0009', 'obbbbbbbbb'));
    expect(derivationOf(row({}, null), 'userBusinessValue')).toEqual([
      'It has no key result, so 1 is assumed.',
    ]);
    expect(derivationOf(row({}, hidden), 'timeCriticality')).toEqual([
      'A key result that is not visible to you: not counted',
      'None of them counts, so 1 is assumed.',
    ]);
    expect(derivationOf(row({ points: null }), 'jobSize')[0]).toContain('no rank until');
  });
});

describe('sorting', () => {
  const all = rows(
    [anIssue('10', { points: 5 }), null],
    [anIssue('9', { points: 5 }), tagged(FIRST)],
    [anIssue('8', { points: null }), tagged(FIRST)],
    [anIssue('7', { points: 1 }), null],
  );
  const ranked = all.map((one) => ({ ...toRanked(one, state()), key: one.key }));
  const standings = standingsOf(ranked);
  const sorted = (column: Column, without = false, isDescending = firstSortOf(column).isDescending) =>
    sortedIds(ranked, standings, { column, isDescending }, without);

  test('by rank has what is worth most first and what has no rank last, either way', () => {
    expect(sorted('rank')).toEqual(['9', '7', '10', '8']);
    expect(sorted('rank', false, true)).toEqual(['10', '7', '9', '8']);
  });

  test('without the key results is the other order', () => {
    expect(sorted('rank', true)).toEqual(['7', '10', '9', '8']);
    expect(sorted('userBusinessValue', true)).toEqual(['7', '10', '9', '8']);
  });

  test('by a figure has the highest first, and equal ones by rank', () => {
    expect(sorted('userBusinessValue')).toEqual(['9', '8', '7', '10']);
    expect(sorted('jobSize')).toEqual(['9', '10', '7', '8']);
    expect(sorted('moved')).toEqual(['9', '7', '10', '8']);
    expect(sorted('moved', true)).toEqual(['7', '10', '9', '8']);
  });

  test('by issue counts, and does not spell', () => {
    expect(sorted('issue')).toEqual(['7', '8', '9', '10']);
  });

  test('says of a move how it looks from the order that is shown', () => {
    const standing = standings.get('9')!;
    expect(standing.moved).toBe(2);
    expect(movedWords(standing, false)).toBe('2 places higher than without the key results');
    expect(movedWords(standing, true)).toBe('2 places lower than with the key results');
    expect(movedWords(standings.get('8')!, false)).toBe('not ranked');
  });
});
