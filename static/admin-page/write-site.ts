import { MOST_IMPORTED_RECORDS, type ImportResult } from '../../src/contract/admin-page';
import type { Problem } from '../../src/contract/outcome';
import { canonicalJson } from '../../src/domain/backup';
import type { RecordWrite } from '../../src/domain/backup-merge';
import { fetchIssueValues, ISSUES_PER_REQUEST, writeIssueValue } from '../../src/jira/issue-properties';
import { afterUndecided } from '../shared/undecided';
import { chunksByWeight, chunksOf } from './chunks';
import type { Plan, PropertyWrite } from './comparison';
import { countsOf, sumOf, type Counts } from './counts';
import { again, ask, lostOr, type Site } from './site';

/** How far an import has come. It is added to, so that one that stopped goes on where it was. */
export type Writing = {
  readonly plan: Plan;
  readonly recordChunks: readonly (readonly RecordWrite[])[];
  readonly propertyGroups: readonly (readonly PropertyWrite[])[];
  nextChunk: number;
  nextGroup: number;
  readonly results: { readonly write: RecordWrite; readonly result: ImportResult }[];
  /** What Jira was asked to write on issues and that they do not hold yet. */
  unwritten: readonly PropertyWrite[];
  /** Whether the next piece may have been written, its answer being lost. */
  isUndecided: boolean;
};

export const newWriting = (plan: Plan): Writing => ({
  plan,
  recordChunks: chunksByWeight(plan.records, MOST_IMPORTED_RECORDS, MOST_BYTES),
  propertyGroups: groupsOf(plan.properties),
  nextChunk: 0,
  nextGroup: 0,
  results: [],
  unwritten: plan.properties,
  isUndecided: false,
});

/**
 * Writes what is left of the plan. What fails is asked again; calling this again after it went on failing writes the
 * rest, and what was written already is found to be so.
 */
export const writeSite = async (site: Site, writing: Writing, onProgress: () => void): Promise<void> => {
  while (writing.nextChunk < writing.recordChunks.length) {
    const chunk = writing.recordChunks[writing.nextChunk] ?? [];
    const records = chunk.map(({ expected, ...record }) => ({ record, expected }));
    const { results } = await write(writing, (heed) => ask(site, 'importRecords', { records }, heed));
    writing.results.push(...chunk.map((write, index) => ({ write, result: results[index] ?? 'conflict' })));
    writing.nextChunk += 1;
    onProgress();
  }
  while (writing.nextGroup < writing.propertyGroups.length) {
    const group = writing.propertyGroups[writing.nextGroup] ?? [];
    await write(writing, (heed) => again(site, () => writeGroup(site, group), heed));
    writing.nextGroup += 1;
    onProgress();
  }
  await awaitIssues(site, writing, onProgress);
};

/** Writes a piece. @throws what its last try ended with, which does not deny what an earlier one may have done */
const write = async <T>(
  writing: Writing,
  piece: (heed: (problem: Problem) => void) => Promise<T>,
): Promise<T> => {
  try {
    const value = await piece((problem) => {
      writing.isUndecided ||= problem.undecided === true;
    });
    writing.isUndecided = false;
    return value;
  } catch (error) {
    const problem = afterUndecided(writing.isUndecided, lostOr(error));
    throw Object.assign(new Error(problem.message), { problem });
  }
};

/** How much has been dealt with. */
export const doneOf = ({ results, propertyGroups, nextGroup }: Writing): Counts =>
  countsOf(results.length, propertyGroups.slice(0, nextGroup).flat());

/** How much an import writes in all. */
export const totalOf = ({ records, properties }: Plan): Counts => countsOf(records.length, properties);

/** The part of the plan that has been dealt with, from 0 to 1. */
export const shareOf = (writing: Writing): number => sumOf(doneOf(writing)) / sumOf(totalOf(writing.plan));

/** The platform carries 500 KB to the back end. */
const MOST_BYTES = 300_000;
const MOST_ISSUES_PER_TASK = 1000;

/** Issues that get the same in the place of the same are one request. */
const groupsOf = (properties: readonly PropertyWrite[]): PropertyWrite[][] => {
  const groups = new Map<string, PropertyWrite[]>();
  for (const one of properties) {
    const name = canonicalJson([one.property, one.before === undefined, one.before, one.value]);
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return [...groups.values()].flatMap((group) => chunksOf(group, MOST_ISSUES_PER_TASK));
};

const writeGroup = async (site: Site, group: readonly PropertyWrite[]): Promise<void> => {
  const [first] = group;
  if (first === undefined) return;
  const ids = group.map(({ issueId }) => issueId);
  await writeIssueValue(site.jira, first.property, ids, first.before, first.value);
};

/** Jira works on after it has answered, so the issues themselves say when it is done; it may refuse some for good. */
const awaitIssues = async (site: Site, writing: Writing, onProgress: () => void): Promise<void> => {
  for (const wait of WAITS_MS) {
    const still: PropertyWrite[] = [];
    for (const some of chunksOf(writing.unwritten, ISSUES_PER_REQUEST)) {
      const ids = [...new Set(some.map(({ issueId }) => issueId))];
      const found = await again(site, () => fetchIssueValues(site.jira, ids));
      const now = new Map(found.map(({ issueId, values }) => [issueId, values]));
      still.push(
        ...some.filter(
          ({ property, issueId, value }) =>
            canonicalJson(now.get(issueId)?.[property] ?? null) !== canonicalJson(value),
        ),
      );
    }
    writing.unwritten = still;
    onProgress();
    if (still.length === 0) return;
    await site.pause(wait);
  }
};

const WAITS_MS = [500, 1000, 2000, 4000, 8000];
