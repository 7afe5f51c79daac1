import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { StandIn } from '../../local/stand-in';
import { CYCLE, FLOW_BOARD, OTHER_CYCLE, PLACES, SHARED_SPRINT } from '../permissions/places';
import { hostileText } from './hostile-text';
import { storedOf } from './stored-shape';

const MOST_ADVANCES = 5;

/** Never archived, so that every team has something to plan for. */
const SPARED = PLACES.company;

/** What chance has chosen; a payload is made of it when it is sent, since it has to fit what is there then. */
export type Draw = {
  readonly title: string;
  readonly text: string;
  readonly unit: string;
  readonly number: number;
  readonly other: number;
  readonly day: string;
  /** Begins with six that no other has. */
  readonly letters: string;
  readonly index: number;
  readonly isNew: boolean;
  readonly flag: boolean;
};

const day = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2026-02-15'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

export const draw: fc.Arbitrary<Draw> = fc.record({
  title: hostileText(200),
  text: fc.oneof(fc.constant(''), hostileText(2000)),
  unit: fc.oneof(fc.constant(''), hostileText(20)),
  // JSON has no negative zero.
  number: fc.double({ min: -1e12, max: 1e12, noNaN: true }).map((number) => (number === 0 ? 0 : number)),
  other: fc.integer({ min: 0, max: 10 }),
  day,
  letters: fc.string({
    unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'),
    minLength: 10,
    maxLength: 10,
  }),
  index: fc.nat(10_000),
  isNew: fc.boolean(),
  flag: fc.boolean(),
});

type Fields = Readonly<Record<string, unknown>>;
type KeyResult = {
  readonly id: string;
  readonly revision: number;
  readonly archived: boolean;
  readonly metric: Fields;
};

/** A payload that the site, as it is now, has to accept from somebody who may do everything, by function. */
export const VALID: Readonly<Record<string, (standIn: StandIn, draw: Draw) => Fields>> = {
  loadIssuePanel: (_, { flag }) => ({ issueId: flag ? '100001' : '100002' }),
  loadObjectives: (site, one) => ({ keyResultIds: [keyResultOf(site, one).id] }),
  saveTag: (site, one) => ({
    issueId: '100001',
    expected: tagOf(site, '100001'),
    tag: one.isNew
      ? { state: 'tagged', keyResults: [keyResultOf(site, one).id] }
      : { state: 'exempt', reason: 'other', note: one.text.slice(0, 400).trim() },
  }),
  refreshColumn: (_, { flag }) => ({ issueIds: flag ? ['100001'] : ['100001', '100002'] }),
  loadProjectPage: (_, { flag }) => ({ projectId: projectOf(flag), cycleId: flag ? CYCLE : null }),
  loadRefinement: (_, { flag }) => ({ projectId: projectOf(flag) }),
  loadHistory: (site, one) => ({ keyResultId: keyResultOf(site, one).id }),
  saveCycle: (site, one) => ({
    ...(one.isNew ? { id: `c${one.letters.slice(0, 9)}`, expectedRevision: null } : existingCycle(site, one)),
    name: one.title,
    startDate: one.day,
    endDate: '2026-03-31',
  }),
  changeCycleState: (site, one) => {
    const { state, ...cycle } = existingCycle(site, one, true);
    return { ...cycle, state: state === 'active' ? 'closed' : 'active' };
  },
  saveObjective: (site, one) => {
    const existing = objectiveOf(site, one);
    return {
      ...(one.isNew
        ? { id: `o${one.letters.slice(0, 9)}`, expectedRevision: null }
        : { id: existing.id, expectedRevision: existing.record['ownRevision'] }),
      cycleId: CYCLE,
      scope: one.flag ? { type: 'company' } : { type: 'team', projectId: projectOf(one.isNew) },
      title: one.title,
      description: one.text,
      owner: one.flag ? 'account-owner' : null,
    };
  },
  archiveObjective: (site, one) => {
    const { id, record } = objectiveOf(site, one);
    return { id, expectedRevision: record['ownRevision'], archived: one.flag && id !== SPARED.objective };
  },
  saveKeyResult: (site, one) => {
    const existing = keyResultOf(site, one);
    return {
      ...(one.isNew
        ? { id: `${existing.id.slice(0, 10)}-${one.letters.slice(0, 6)}`, expectedRevision: null }
        : { id: existing.id, expectedRevision: existing.revision }),
      title: one.title,
      metric: {
        baseline: one.number,
        target: one.number > 0 ? one.number - 1e3 : one.number + 1e3,
        unit: one.unit,
      },
      owner: one.flag ? 'account-owner' : null,
      weight: one.other,
    };
  },
  archiveKeyResult: (site, one) => {
    const { id, revision } = keyResultOf(site, one);
    return { id, expectedRevision: revision, archived: one.flag && id !== SPARED.keyResult };
  },
  checkIn: (site, one) => {
    const keyResultId = keyResultOf(site, one, false).id;
    const id = `${keyResultId}-${one.letters.slice(0, 8)}`;
    return { id, keyResultId, value: one.number, confidence: one.other, note: one.text, date: one.day };
  },
  saveVisibility: (_, { flag, isNew }) => ({ projectId: projectOf(flag), restricted: isNew }),
  loadSprintPlanning: (site, one) => ({
    projectId: projectOf(one.flag),
    boardId: boardOf(one.flag),
    place: one.isNew
      ? { kind: 'period', start: one.flag ? null : one.day }
      : { kind: 'sprint', sprintId: sprintOf(one.flag) },
    keyResultIds: one.isNew ? [] : [keyResultOf(site, one).id],
  }),
  saveSprintIntent: (site, one) => {
    const sprintId = sprintOf(one.flag);
    const keyResult = plannable(site, one);
    return {
      id: `i${one.letters.slice(0, 9)}`,
      place: { kind: 'sprint', sprintId },
      expectedRevision: revisionOf(storedOf(site).intents.get(`sprint:${sprintId}`)),
      advances: keyResult
        ? [
            {
              keyResultId: keyResult.id,
              change: one.title,
              movement: one.number,
              visibleBy: one.day,
            },
          ]
        : [],
    };
  },
  savePlanningSettings: (site, one) => ({
    boardId: boardOf(one.flag),
    expectedRevision: revisionOf(storedOf(site).settings.get(`board:${boardOf(one.flag)}`)),
    band: one.isNew ? { low: one.other / 20, high: 0.5 + one.other / 20 } : null,
    rhythm: one.flag ? { weeks: one.isNew ? 2 : 4, firstDay: one.day } : null,
  }),
  loadSprintReview: (_, one) => ({
    projectId: one.flag ? projectOf(one.isNew) : null,
    boardId: boardOf(one.flag),
    place: one.isNew
      ? { kind: 'period', start: one.flag ? null : one.day }
      : { kind: 'sprint', sprintId: one.other === 0 ? null : anySprint(one) },
  }),
  loadReviewedKeyResults: (site, one) => ({
    keyResultIds: one.isNew ? [] : [keyResultOf(site, one).id, keyResultOf(site, one).id],
  }),
  loadKeyResultWork: (site, one) => ({
    keyResultId: keyResultOf(site, one).id,
    sprintIds: one.isNew ? [] : [anySprint(one), anySprint({ ...one, index: one.index + 1 })],
  }),
  saveVerdict: (site, one) => {
    const { id } = keyResultOf(site, one);
    const place =
      one.index % 3 === 0
        ? { kind: 'period', boardId: FLOW_BOARD, start: '2026-02-02' }
        : { kind: 'sprint', sprintId: sprintsOf(one.flag)[one.index % 2] };
    return {
      keyResultId: id,
      place,
      expectedSavedAt: verdictOf(site, id, place)?.['savedAt'] ?? null,
      verdict: ['confirmed', 'no-effect', 'too-early', null][one.other % 4],
      learning: oneLine(one.text),
    };
  },
  continueIntent: (site, one) => ({
    id: `i${one.letters.slice(0, 9)}`,
    after: { kind: 'sprint', sprintId: sprintsOf(one.flag)[one.index % 2] },
    keyResultId: continuable(site, one),
    change: one.title,
    movement: one.number,
  }),
  loadAdminPage: () => ({}),
  estimateIssues: () => ({}),
  exportRecords: (_, { other }) => ({ entity: ENTITIES[other % ENTITIES.length], after: null }),
  exportNamedRecords: (site, one) => ({ keys: [{ entity: 'objective', key: objectiveOf(site, one).id }] }),
  importRecords: (site, one) => {
    const { id, record } = objectiveOf(site, one);
    const revision = Number(record['revision']);
    const value = { ...record, title: one.title, revision: revision + 1 };
    return { records: [{ expected: revision, record: { entity: 'objective', key: id, value } }] };
  },
};

const ENTITIES = [
  'cycle-calendar',
  'objective-list',
  'objective',
  'check-in',
  'sprint-intent',
  'planning-settings',
  'key-result-learnings',
  'sprint-ledger',
  'sprint-ledger-piece',
] as const;

const projectOf = (first: boolean): string => PLACES[first ? 'own team' : 'own team, restricted'].project;

const boardOf = (first: boolean): number => PLACES[first ? 'own team' : 'own team, restricted'].board;
const sprintOf = (first: boolean): number => PLACES[first ? 'own team' : 'own team, restricted'].sprint;
/** One that runs and one that is over. */
const sprintsOf = (first: boolean): readonly number[] => {
  const { running, closed } = PLACES[first ? 'own team' : 'own team, restricted'];
  return [running, closed];
};
const anySprint = ({ flag, index }: Draw): number =>
  [sprintOf(flag), ...sprintsOf(flag), SHARED_SPRINT][index % 4]!;
const revisionOf = (record: Fields | undefined): unknown => record?.['revision'] ?? null;

/** A key result that the plan of the first team or of the second may name, if there is one. */
const plannable = (site: StandIn, { index, flag }: Draw): KeyResult | undefined => {
  const all = [...storedOf(site).objectives.values()]
    .filter(({ scope, archived }) => !archived && (scope === 'company' || scope === projectOf(flag)))
    .flatMap((record) => record['keyResults'] as readonly KeyResult[])
    .filter(({ archived }) => !archived);
  return all[index % all.length];
};

/** A key result for which there is room in the next sprint's intent, or one that is in it. */
const continuable = (site: StandIn, one: Draw): string => {
  const intent = storedOf(site).intents.get(`sprint:${sprintOf(one.flag)}`);
  const { advances } = intent?.['said'] as { readonly advances: readonly { readonly keyResultId: string }[] };
  const said = advances[one.index % Math.max(1, advances.length)]?.keyResultId;
  const other = plannable(site, one)?.id;
  return (advances.length < MOST_ADVANCES ? other : said) ?? said ?? '';
};

export const verdictOf = (site: StandIn, keyResultId: string, place: unknown): Fields | undefined =>
  (storedOf(site).learnings.get(keyResultId)?.['verdicts'] as readonly Fields[] | undefined)?.find((one) =>
    isDeepStrictEqual(one['place'], place),
  );

/** What was typed, as it has to be in one line. */
const oneLine = (text: string): string =>
  text
    .replaceAll(/[\n\v\f\r\u0085\u2028\u2029]/g, ' ')
    .slice(0, 280)
    .trim();

const tagOf = ({ site }: StandIn, issueId: string): unknown => {
  const property = site.issues.find(({ id }) => id === issueId)?.properties['throughline-tag'];
  if (property === undefined) return null;
  const { version: _version, ...tag } = property as Fields;
  return tag;
};

/** Never the cycle that everything is in: what is in a closed one cannot be changed. */
const existingCycle = (site: StandIn, { index }: Draw, withState = false) => {
  const cycles = storedOf(site).calendar.get('site')?.['cycles'] as readonly Fields[];
  const others = cycles.filter(({ id }) => id !== CYCLE);
  const { id, revision, state } = others[index % others.length] ?? { id: OTHER_CYCLE, revision: 0 };
  return { id, expectedRevision: revision, ...(withState ? { state } : {}) };
};

const objectiveOf = (site: StandIn, { index }: Draw) => {
  const all = [...storedOf(site).objectives];
  const [id, record] = all[index % all.length]!;
  return { id, record };
};

/** Not of an objective that is nearly full. */
const keyResultOf = (site: StandIn, { index }: Draw, archived?: boolean): KeyResult => {
  const all = [...storedOf(site).objectives.values()]
    .map((record) => record['keyResults'] as readonly KeyResult[])
    .filter((keyResults) => keyResults.length < 45)
    .flat()
    .filter((keyResult) => archived === undefined || keyResult.archived === archived);
  return all[index % all.length]!;
};
