import type { Outcome } from '../../src/contract/outcome';
import type { Frame } from './frame';
import type { Answer, Operation, Wish } from './operation';

/** Everything that was done, in the order of its ends. */
export type Journal = {
  readonly operations: readonly Operation[];
  /** Does something in a frame, notes it down with what came of it, and answers that. */
  readonly act: (frame: Frame, wish: Wish, isPatient: boolean) => Promise<Outcome<unknown>>;
};

export const openJournal = (): Journal => {
  const operations: Operation[] = [];
  let steps = 0;
  return {
    operations,
    act: async (frame, wish, isPatient) => {
      const began = (steps += 1);
      frame.lostReplies = 0;
      const outcome = await (isPatient ? frame.send : frame.sendOnce)(wish.name, wish.payload);
      operations.push({
        ...wish,
        number: operations.length,
        account: frame.account,
        began,
        ended: (steps += 1),
        lostReplies: frame.lostReplies,
        answer: answerOf(outcome),
      });
      return outcome;
    },
  };
};

const answerOf = (outcome: Outcome<unknown>): Answer => {
  if (outcome.ok) return { state: 'acknowledged', value: outcome.value };
  const isRefusal = ['invalid', 'not-found', 'forbidden', 'conflict'].includes(outcome.error.code);
  return { state: isRefusal ? 'refused' : 'unanswered', problem: outcome.error };
};
