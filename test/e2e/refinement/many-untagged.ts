import { aSite, aSprint, anIssue, POINTS_FIELD } from '../../builders/a-site';
import type { Site } from '../../../local/jira/model';

/** So many open stories of TEAM, one in ten below one of twenty epics; the first few in an active and a next sprint. */
export const manyUntagged = (count: number): Site =>
  aSite({
    sprints: [
      aSprint({ id: 2, state: 'active', name: 'Sprint now' }),
      aSprint({ id: 3, state: 'future', name: 'Sprint after', startDate: null, endDate: null }),
    ],
    issues: [
      ...Array.from({ length: EPICS }, (_, at) =>
        anIssue(`TEAM-${at + 1}`, { typeId: '1', summary: `Epic number ${at + 1}` }),
      ),
      ...Array.from({ length: count }, (_, at) =>
        anIssue(`TEAM-${at + EPICS + 1}`, {
          id: String(100_000 + at),
          rank: EPICS + at,
          summary: `Work number ${at + 1} on ${TOPICS[at % TOPICS.length]}`,
          parentId: at % 10 === 0 ? String(10_001 + (at % EPICS)) : null,
          sprintIds: at < IN_SPRINTS ? [2] : at < 2 * IN_SPRINTS ? [3] : [],
          fields: at % 3 === 0 ? {} : { [POINTS_FIELD]: (at % 3) * 2 },
        }),
      ),
    ],
  });

export const EPICS = 20;
export const IN_SPRINTS = 6;
const TOPICS = ['payment', 'search', 'delivery', 'accounts', 'reports', 'alerts', 'import'];
