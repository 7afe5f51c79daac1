import type { Issue, Site } from '../../../../local/jira/model';

const SPRINT_FIELD = 'customfield_10020';

export const unique = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;

/** Everything but epics and sub-tasks. */
export const workOf = (site: Site): Issue[] => {
  const levels = new Map(site.issueTypes.map(({ id, hierarchyLevel }) => [id, hierarchyLevel]));
  return site.issues.filter(({ typeId }) => levels.get(typeId) === 0);
};

/** The sprints that an issue's history says it is or was in. */
export const membership = ({ history }: Pick<Issue, 'history'>): number[] => {
  const changes = history.flatMap(({ items }) => items.filter(({ fieldId }) => fieldId === SPRINT_FIELD));
  changes.slice(1).forEach((change, index) => expect(change.from).toBe(changes[index]!.to));
  return (changes.at(-1)?.to ?? '').split(', ').filter(Boolean).map(Number);
};

/** Means per closed sprint, counted from the histories alone. */
export const scopeChange = (
  site: Site,
  boardId: number,
): { atStart: number; added: number; removed: number } => {
  const sprints = site.sprints.filter(
    ({ state, originBoardId }) => state === 'closed' && originBoardId === boardId,
  );
  const total = { atStart: 0, added: 0, removed: 0 };
  for (const { id, startDate, completeDate } of sprints) {
    for (const { history } of workOf(site)) {
      for (const { created, items } of history) {
        const change = items.find(({ fieldId }) => fieldId === SPRINT_FIELD);
        const was = (change?.from ?? '').split(', ').includes(String(id));
        const is = (change?.to ?? '').split(', ').includes(String(id));
        if (is && !was) total[created <= startDate! ? 'atStart' : 'added'] += 1;
        if (was && !is && created < completeDate!) total.removed += 1;
      }
    }
  }
  const mean = (count: number): number => count / sprints.length;
  return { atStart: mean(total.atStart), added: mean(total.added), removed: mean(total.removed) };
};

/** Shares of the work in sprints of the active cycle by what its own tag, else its epic's, says. */
export const bucketShares = (site: Site): Record<'tagged' | 'exempt' | 'untagged', number> => {
  const recent = new Set(
    site.sprints.filter(({ id, state }) => state !== 'future' && id % 100 > 7).map(({ id }) => id),
  );
  const work = workOf(site).filter(({ sprintIds }) => sprintIds.some((id) => recent.has(id)));
  const byId = new Map(site.issues.map((issue) => [issue.id, issue]));
  const tagOf = (issue: Issue | undefined) =>
    issue?.properties['throughline-tag'] as { state: 'tagged' | 'exempt' } | undefined;
  const counts = { tagged: 0, exempt: 0, untagged: 0 };
  for (const issue of work)
    counts[(tagOf(issue) ?? tagOf(byId.get(issue.parentId ?? '')))?.state ?? 'untagged'] += 1;
  return {
    tagged: counts.tagged / work.length,
    exempt: counts.exempt / work.length,
    untagged: counts.untagged / work.length,
  };
};
