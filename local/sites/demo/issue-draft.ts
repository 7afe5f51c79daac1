import type { HistoryEntry, Issue } from '../../jira/model';
import { isoMoment } from './calendar';
import type { TeamKey } from './people';
import type { EpicText } from './texts/epic-text';
import { POINTS_FIELD, SPRINT_FIELD, STATUS, statusName } from './workflow';

/** An issue while its story is being told. Ids, keys and ranks are given when all are known. */
export type Draft = Omit<Issue, 'id' | 'key' | 'parentId' | 'rank' | 'created'> & {
  readonly created: string;
  readonly team: TeamKey;
  readonly epic: EpicText | null;
  parent: Draft | null;
};

type Change = HistoryEntry['items'][number];

export const moveTo = (
  draft: Draft,
  at: number,
  author: string,
  statusId: string,
  resolutionId: string | null,
): void => {
  const item: Change = {
    field: 'status',
    fieldId: 'status',
    from: draft.statusId,
    fromString: statusName(draft.statusId),
    to: statusId,
    toString: statusName(statusId),
  };
  record(draft, at, author, item);
  draft.statusId = statusId;
  draft.resolutionId = statusId === STATUS.done ? resolutionId : null;
  draft.resolved = statusId === STATUS.done ? isoMoment(at) : null;
};

export const assignTo = (
  draft: Draft,
  at: number,
  author: string,
  to: { id: string; name: string },
): void => {
  record(draft, at, author, {
    field: 'assignee',
    fieldId: 'assignee',
    from: draft.assignee,
    fromString: draft.assignee,
    to: to.id,
    toString: to.name,
  });
  draft.assignee = to.id;
};

export const estimate = (draft: Draft, at: number, author: string, points: number): void => {
  const before = draft.fields[POINTS_FIELD] ?? null;
  record(draft, at, author, {
    field: 'Story Points',
    fieldId: POINTS_FIELD,
    from: null,
    fromString: before === null ? null : String(before),
    to: null,
    toString: String(points),
  });
  draft.fields[POINTS_FIELD] = points;
};

/** Puts the issue into exactly these sprints, as Jira writes it: lists with a comma, closed sprints kept. */
export const changeSprints = (
  draft: Draft,
  at: number,
  author: string,
  sprintIds: number[],
  nameOf: (id: number) => string,
): void => {
  const names = (ids: number[]): string => ids.map(nameOf).join(', ');
  record(draft, at, author, {
    field: 'Sprint',
    fieldId: SPRINT_FIELD,
    from: draft.sprintIds.join(', '),
    fromString: names(draft.sprintIds),
    to: sprintIds.join(', '),
    toString: names(sprintIds),
  });
  draft.sprintIds = sprintIds;
};

/** When the issue last changed; the next change comes after it. */
export const lastChange = (draft: Draft): number => Date.parse(draft.updated);

const record = (draft: Draft, at: number, author: string, item: Change): void => {
  if (at < lastChange(draft))
    throw new Error(`“${draft.summary}” would change at ${isoMoment(at)}, before ${draft.updated}.`);
  draft.history.push({ id: '', created: isoMoment(at), author, items: [item] });
  draft.updated = isoMoment(at);
};
