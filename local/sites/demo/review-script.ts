import type { Sprint } from '../../jira/model';
import type { SeedStep } from '../../seams';
import { isoMoment } from './calendar';
import type { PlannedOkrs } from './okr-ids';
import { projectPageStep } from './project-page-step';
import { BOARDS } from './projects';
import { BOOKING_VERDICTS } from './texts/verdicts';

/**
 * How sprints were reviewed: the app was told of the starts and closes of the last few of Booking and Deck App, so that
 * their ledgers are frozen and those of the sprints before are not; and what Booking learned in two of them.
 */
export const reviewScript = (okrs: PlannedOkrs, sprints: readonly Sprint[]): SeedStep[] => {
  const frozen = [BOARDS.BOOK.id, BOARDS.DECK.id].flatMap((boardId) =>
    sprints
      .filter(({ originBoardId, state }) => originBoardId === boardId && state !== 'future')
      .slice(-FROZEN),
  );
  const closed = sprints.filter(
    ({ originBoardId, state }) => originBoardId === BOARDS.BOOK.id && state === 'closed',
  );
  return [
    ...frozen.flatMap(eventsOf),
    ...BOOKING_VERDICTS.map(({ keyResult, verdict, learning }, index) => {
      const sprint = closed[closed.length - BOOKING_VERDICTS.length + index]!;
      return projectPageStep('BOOK', momentAfter(sprint.completeDate!, 60), 'nadia', 'saveVerdict', {
        keyResultId: okrs.keyResultId(keyResult),
        place: { kind: 'sprint', sprintId: sprint.id },
        expectedSavedAt: null,
        verdict,
        learning,
      });
    }),
  ];
};

/** The running sprint and those before it. */
const FROZEN = 5;

const eventsOf = (sprint: Sprint): SeedStep[] => {
  const { id, name, startDate, endDate, completeDate, originBoardId } = sprint;
  const told = (what: 'started' | 'closed', moment: string): SeedStep => ({
    at: isoMoment(momentAfter(moment, 1)),
    told: {
      eventType: `avi:jira-software:${what}:sprint`,
      sprint: {
        id: String(id),
        state: what === 'closed' ? 'closed' : 'active',
        name,
        startDate,
        endDate,
        ...(what === 'closed' ? { completeDate } : {}),
        originBoardId: String(originBoardId),
      },
    },
  });
  return [told('started', startDate!), ...(completeDate === null ? [] : [told('closed', completeDate)])];
};

const momentAfter = (moment: string, minutes: number): number => Date.parse(moment) + minutes * 60_000;
