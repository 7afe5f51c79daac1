import { DECISION_LABELS } from '../../../src/domain/bulk-labels';
import type { Objective } from '../../../src/domain/objective';
import { parseTag } from '../../../src/domain/tag';
import { shortCodeOf, type KeyResultId } from '../../../src/domain/ids';
import type { BulkItem, BulkPlan, BulkStateName } from '../../../src/domain/bulk-plan';
import { EXEMPTION_REASON_NAMES } from '../../shared/exemption-reason';
import { formatNumber } from '../../../src/domain/figure-words';
import type { BulkAction, BulkChoice, BulkJob } from './bulk-job';

export type TitleOf = (id: KeyResultId) => string;

/** A key result's title where the viewer may see it, else its short code. */
export const titlesOf = (objectives: readonly Objective[]): TitleOf => {
  const titles = new Map(
    objectives.flatMap(({ keyResults }) => keyResults.map(({ id, title }) => [id, title])),
  );
  return (id) => titles.get(id) ?? shortCodeOf(id);
};

export const issuesInWords = (count: number): string =>
  count === 1 ? '1 issue' : `${formatNumber(count)} issues`;

/** What a button says that does it to so many issues. */
export const doWords = (choice: BulkChoice, what: string): string =>
  ({ tag: `Tag ${what}`, exempt: `Exempt ${what}`, cut: `Cut ${what}`, defer: `Defer ${what}` })[choice];

/** What was done: "12 issues tagged with “Halve the waiting time”", "10 of 12 issues …" where it was not all of them. */
export const doneWords = (
  { action, target, undoes }: BulkJob,
  count: number,
  titleOf: TitleOf,
  of: number = count,
): string => {
  const issues = of === count ? issuesInWords(count) : `${formatNumber(count)} of ${issuesInWords(of)}`;
  const what = target.above === null ? issues : target.above.issueKey;
  const words = `${what} ${participle(action, titleOf)}`;
  return undoes === null ? words : `Undone: ${words}`;
};

/** What is being done, while it is. */
export const runningWords = ({ action, undoes }: BulkJob): string => {
  if (undoes !== null) return 'Undoing';
  return { tag: 'Tagging', exempt: 'Exempting', cut: 'Marking to cut', defer: 'Marking to defer' }[
    action.type
  ];
};

const participle = (action: BulkAction, titleOf: TitleOf): string => {
  switch (action.type) {
    case 'tag':
      return `tagged with ${action.keyResults.map((id) => `“${titleOf(id)}”`).join(' and ')}`;
    case 'exempt':
      return `exempt (${EXEMPTION_REASON_NAMES[action.reason]})`;
    case 'cut':
      return 'marked to cut';
    case 'defer':
      return 'marked to defer';
  }
};

/** Why an issue was not changed; `null` where it was, or is still to be. */
export const reasonOf = ({ state }: BulkItem, titleOf: TitleOf): string | null => {
  switch (state.name) {
    case 'changed':
      return Array.isArray(state.now)
        ? `It was changed meanwhile: it is ${decisionWords(state.now)} now, and stays so.`
        : `Somebody else changed it meanwhile: it is ${tagWords(state.now, titleOf)} now.`;
    case 'forbidden':
      return 'You may not edit it.';
    case 'not-found':
      return 'It is gone, or you may not see it any more.';
    case 'full':
      return 'It would serve more key results than an issue may.';
    case 'newer':
      return 'A newer version of Throughline has written what it serves.';
    case 'failed':
      return state.reason ?? 'Jira passed over it and gave no reason.';
    default:
      return null;
  }
};

/** How many of a plan's issues are as they shall be. */
export const countDone = (plan: BulkPlan): number => countOf(plan, ['done', 'already']);

export const countOf = (plan: BulkPlan, names: readonly BulkStateName[]): number =>
  plan.filter(({ state }) => names.includes(state.name)).length;

const decisionWords = (labels: readonly unknown[]): string =>
  [
    ...(labels.includes(DECISION_LABELS.cut) ? ['to be cut'] : []),
    ...(labels.includes(DECISION_LABELS.defer) ? ['to be deferred'] : []),
  ].join(' and ');

const tagWords = (value: unknown, titleOf: TitleOf): string => {
  const tag = parseTag(value);
  if (tag === null) return 'without a key result';
  return tag.state === 'exempt'
    ? `exempt (${EXEMPTION_REASON_NAMES[tag.reason]})`
    : `tagged with ${tag.keyResults.map((id) => `“${titleOf(id)}”`).join(' and ')}`;
};
