import type { Issue, Site } from '../local/jira/model';
import { POINTS_FIELD, aSite, anIssue } from '../test/builders/a-site';

/**
 * A project with so many open stories in epics of fifty, forty in the active sprint and forty in the next. Every tenth
 * epic is exempt with its stories; everything else has no key result.
 */
export const aLongBacklog = (count: number): Site =>
  aSite({
    issues: [
      ...Array.from({ length: Math.ceil(count / EPIC_SIZE) }, (_, at) => epicAt(at)),
      ...Array.from({ length: count }, (_, at) => storyAt(at)),
    ],
  });

const EPIC_SIZE = 50;
const FIRST_STORY = 200_000;
const FIRST_EPIC = 100_000;

const epicAt = (at: number): Issue =>
  anIssue(`TEAM-${FIRST_EPIC + at}`, {
    id: String(FIRST_EPIC + at),
    typeId: '1',
    summary: `Made-up epic number ${at}`,
    properties: at % 10 === 0 ? { 'throughline-tag': EXEMPT } : {},
    rank: at,
  });

const EXEMPT = { version: 1, state: 'exempt', reason: 'operations', note: '' };

const storyAt = (at: number): Issue =>
  anIssue(`TEAM-${at + 1}`, {
    id: String(FIRST_STORY + at),
    summary: `Made-up work number ${at} on ${TOPICS[at % TOPICS.length]}`,
    parentId: String(FIRST_EPIC + Math.floor(at / EPIC_SIZE)),
    sprintIds: at % 125 === 1 ? [2] : at % 125 === 2 ? [3] : [],
    fields: at % 4 === 0 ? {} : { [POINTS_FIELD]: [1, 2, 3, 5, 8][at % 5] },
    rank: 1_000 + at,
  });

const TOPICS = ['payment', 'search', 'delivery', 'accounts', 'reports', 'alerts', 'import'];
