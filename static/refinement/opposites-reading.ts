import type { ObjectivesOf } from '../../src/contract/issue-panel';
import type { RefinementView } from '../../src/contract/refinement';
import { atRiskWithoutWork, type KeyResultAtRisk } from '../../src/domain/at-risk';
import type { KeyResultId } from '../../src/domain/ids';
import { misplacedTags, type MisplacedTag } from '../../src/domain/standing';
import type { JiraApi } from '../../src/jira/jira-api';
import { allOf, jqlList } from '../../src/jira/jql';
import { isCounted } from '../../src/jira/jql-serving';
import { resolveTags } from '../../src/jira/tags';
import { inProgress, openWork, type UntaggedScope } from '../../src/jira/untagged';
import { searchRows, type UntaggedRow } from '../../src/jira/untagged-rows';
import type { BoardFacts, Place } from './boards-reading';
import type { DecidedWork } from './decided-reading';

/** What is the wrong way round: goals without work, and work without a goal that is worked on. */
export type Opposites = {
  /** The names of what comes next; empty where a board has no sprints, and what is in progress stands for it. */
  readonly next: readonly string[];
  readonly atRisk: readonly KeyResultAtRisk[];
  readonly misplaced: readonly MisplacedWork[];
  /** Whether there is more decided work than was looked at. */
  readonly isPart: boolean;
};

export type MisplacedWork = {
  readonly row: UntaggedRow;
  readonly tags: readonly { readonly standing: MisplacedTag['standing']; readonly title: string | null }[];
};

type Given = {
  readonly place: Place;
  readonly scope: UntaggedScope;
  readonly facts: BoardFacts;
  readonly decided: DecidedWork;
  readonly view: RefinementView;
  readonly loadObjectives: (ids: readonly KeyResultId[]) => Promise<ObjectivesOf>;
};

/** One search of what comes next, with its ancestors, and one call for key results that may not be picked. */
export const readOpposites = async (jira: JiraApi, given: Given): Promise<Opposites> => {
  const [atRisk, misplaced] = await Promise.all([readAtRisk(jira, given), readMisplaced(given)]);
  return { next: given.facts.next.map(({ name }) => name), atRisk, misplaced, isPart: given.decided.isPart };
};

const MOST_PAGES = 5;

const readAtRisk = async (
  jira: JiraApi,
  { place, scope, facts, view }: Given,
): Promise<KeyResultAtRisk[]> => {
  const jql =
    facts.next.length > 0
      ? allOf(`sprint in ${jqlList(facts.next.map(({ id }) => id))}`, isCounted(scope.parentTypes).is)
      : inProgress(openWork(scope.parentTypes, place.projectId));
  const rows: UntaggedRow[] = [];
  let pageToken: string | null = null;
  for (let page = 0; page < MOST_PAGES && (page === 0 || pageToken !== null); page += 1) {
    const found: Awaited<ReturnType<typeof searchRows>> = await searchRows(jira, {
      jql,
      fields: { sprint: null, numbers: [] },
      pageToken,
    });
    rows.push(...found.rows);
    pageToken = found.nextPageToken;
  }
  const tags = await resolveTags(jira, rows);
  const work = rows.map((row) => ({
    id: row.id,
    done: row.status.category === 'done',
    points: null,
    tag: tags.get(row.id) ?? null,
  }));
  return atRiskWithoutWork(view, work, view.today);
};

/** A resolver takes so many ids. */
const MOST_ASKED = 25;

const readMisplaced = async ({ decided, view, loadObjectives }: Given): Promise<MisplacedWork[]> => {
  const issues = decided.open.map((row) => ({
    id: row.id,
    tag: row.ownTag && { tag: row.ownTag, inheritedFrom: null },
  }));
  const suspects = [...new Set(misplacedTags(issues, view).map(({ keyResultId }) => keyResultId))];
  const chunks = Array.from({ length: Math.ceil(suspects.length / MOST_ASKED) }, (_, index) =>
    suspects.slice(index * MOST_ASKED, (index + 1) * MOST_ASKED),
  );
  const more = await Promise.all(chunks.map(loadObjectives));
  const objectives = [...view.objectives, ...more.flatMap((found) => found.objectives)];
  const cycles = [...view.cycles, ...more.flatMap((found) => found.cycles)];
  const titles = new Map(
    objectives.flatMap(({ keyResults }) => keyResults.map(({ id, title }) => [id, title])),
  );
  const byIssue = new Map<string, MisplacedWork['tags'][number][]>();
  for (const { issueId, keyResultId, standing } of misplacedTags(issues, { objectives, cycles })) {
    const tags = byIssue.get(issueId) ?? [];
    tags.push({ standing, title: titles.get(keyResultId) ?? null });
    byIssue.set(issueId, tags);
  }
  return decided.open.flatMap((row) => {
    const tags = byIssue.get(row.id);
    return tags ? [{ row, tags }] : [];
  });
};
