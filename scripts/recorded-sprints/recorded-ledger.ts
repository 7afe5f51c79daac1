import type { IsoInstant } from '../../src/domain/dates';
import { factsAt, phasesOf, type IssueHistory } from '../../src/domain/issue-history';
import {
  ledgerLineOf,
  sprintRule,
  type LedgerLine,
  type LedgerRule,
  type LedgerWindow,
} from '../../src/domain/sprint-ledger';
import { readSprintWork } from '../../src/jira/sprint-work';
import { recordedJira } from './recorded-jira';
import type { RecordedSprint, Recording } from './recording';

/** A line of a recorded sprint's ledger, and the moments that it rests on. */
export type RecordedLine = LedgerLine & {
  /** When it first joined; `null` where it was in the sprint at the start. */
  readonly joinedAt: IsoInstant | null;
  /** When it last left; `null` where it is in the sprint at the end. */
  readonly leftAt: IsoInstant | null;
  /** Since when it is done at the end; `null` where it is not. */
  readonly doneSince: IsoInstant | null;
};

/** What the app rebuilds of a recorded sprint: through its gateway where Jira's replies were recorded. */
export const recordedLedger = async (
  recording: Recording,
  { id, close }: RecordedSprint,
  start: IsoInstant,
): Promise<readonly RecordedLine[]> => {
  const { pointsField, doneStatusIds } = recording;
  const rule = sprintRule(id, doneStatusIds);
  const window = { start, close };
  const { issues } = await readSprintWork(
    recordedJira(recording, id),
    { id, projectId: 'recorded', pointsField, window, rule },
    close,
  );
  const histories = [...issues.map(({ history }) => history), ...recording.bare];
  return histories
    .flatMap((history) => {
      const line = ledgerLineOf(history, window, rule);
      return line === null ? [] : [{ ...line, ...momentsOf(history, window, rule) }];
    })
    .sort((a, b) => Number(a.issueId) - Number(b.issueId));
};

const momentsOf = (
  history: IssueHistory,
  { start, close }: LedgerWindow,
  { isIn, isDone }: LedgerRule,
): Pick<RecordedLine, 'joinedAt' | 'leftAt' | 'doneSince'> => {
  const phases = phasesOf(history).filter(({ from }) => from <= close);
  const atStart = factsAt(phases, start);
  const lastIn = phases.map(({ facts }) => isIn(facts)).lastIndexOf(true);
  const lastUndone = phases.map(({ facts }) => isDone(facts)).lastIndexOf(false);
  return {
    joinedAt:
      atStart !== null && isIn(atStart)
        ? null
        : (phases.find(({ from, facts }) => from > start && isIn(facts))?.from ?? null),
    leftAt: phases[lastIn + 1]?.from ?? null,
    doneSince: phases[lastUndone + 1]?.from ?? null,
  };
};
