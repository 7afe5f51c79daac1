import { MOST_IMPORTED_RECORDS, type ImportResult } from '../../src/contract/admin-page';
import type { Problem } from '../../src/contract/outcome';
import { canonicalJson } from '../../src/domain/backup';
import type { RecordWrite } from '../../src/domain/backup-merge';
import { fetchTagValues, ISSUES_PER_REQUEST, writeTagValue } from '../../src/jira/tag-values';
import { afterUndecided } from '../shared/undecided';
import { chunksByWeight, chunksOf } from './chunks';
import type { Plan, TagWrite } from './comparison';
import { again, ask, lostOr, type Site } from './site';

/** How far an import has come. It is added to, so that one that stopped goes on where it was. */
export type Writing = {
  readonly plan: Plan;
  readonly recordChunks: readonly (readonly RecordWrite[])[];
  readonly tagGroups: readonly (readonly TagWrite[])[];
  nextChunk: number;
  nextGroup: number;
  readonly results: { readonly write: RecordWrite; readonly result: ImportResult }[];
  /** Tags that Jira was asked to write and that do not hold it yet. */
  unwritten: readonly TagWrite[];
  /** Whether the next piece may have been written, its answer being lost. */
  isUndecided: boolean;
};

export const newWriting = (plan: Plan): Writing => ({
  plan,
  recordChunks: chunksByWeight(plan.records, MOST_IMPORTED_RECORDS, MOST_BYTES),
  tagGroups: groupsOf(plan.tags),
  nextChunk: 0,
  nextGroup: 0,
  results: [],
  unwritten: plan.tags,
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
  while (writing.nextGroup < writing.tagGroups.length) {
    const group = writing.tagGroups[writing.nextGroup] ?? [];
    const ids = group.map(({ issueId }) => issueId);
    await write(writing, (heed) =>
      again(site, () => writeTagValue(site.jira, ids, group[0]?.before, group[0]?.value), heed),
    );
    writing.nextGroup += 1;
    onProgress();
  }
  await awaitTags(site, writing, onProgress);
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

/** How many records and tags have been dealt with. */
export const doneOf = ({ results, tagGroups, nextGroup }: Writing) => ({
  records: results.length,
  tags: tagGroups.slice(0, nextGroup).flat().length,
});

/** The part of the plan that has been dealt with, from 0 to 1. */
export const shareOf = (writing: Writing): number => {
  const { records, tags } = doneOf(writing);
  return (records + tags) / (writing.plan.records.length + writing.plan.tags.length);
};

/** The platform carries 500 KB to the back end. */
const MOST_BYTES = 300_000;
const MOST_ISSUES_PER_TASK = 1000;

/** Issues that get the same in the place of the same are one request. */
const groupsOf = (tags: readonly TagWrite[]): TagWrite[][] => {
  const groups = new Map<string, TagWrite[]>();
  for (const tag of tags) {
    const name = canonicalJson([tag.before ?? null, tag.value]);
    const group = groups.get(name);
    if (group) group.push(tag);
    else groups.set(name, [tag]);
  }
  return [...groups.values()].flatMap((group) => chunksOf(group, MOST_ISSUES_PER_TASK));
};

/** Jira works on after it has answered, so the issues themselves say when it is done; it may refuse some for good. */
const awaitTags = async (site: Site, writing: Writing, onProgress: () => void): Promise<void> => {
  for (const wait of WAITS_MS) {
    const still: TagWrite[] = [];
    for (const some of chunksOf(writing.unwritten, ISSUES_PER_REQUEST)) {
      const found = await again(site, () =>
        fetchTagValues(
          site.jira,
          some.map(({ issueId }) => issueId),
        ),
      );
      const now = new Map(found.map(({ issueId, value }) => [issueId, canonicalJson(value ?? null)]));
      still.push(...some.filter(({ issueId, value }) => now.get(issueId) !== canonicalJson(value)));
    }
    writing.unwritten = still;
    onProgress();
    if (still.length === 0) return;
    await site.pause(wait);
  }
};

const WAITS_MS = [500, 1000, 2000, 4000, 8000];
