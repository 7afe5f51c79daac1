import type { JiraRequest } from '../seams';
import { answerFor, type FaultAnswer } from './fault-answer';
import { checkRule, type FaultRule, type FaultTarget } from './fault-rule';
import { randomFrom } from '../random';

/** What a call has to suffer; `null` is nothing. `answer` is `null` where the connection is lost. */
export type Fault = { readonly answer: FaultAnswer | null; readonly lost: 'request' | 'reply' | null } | null;

export type Faults = {
  /** Replaces all rules. @throws a sentence that says what is wrong with one, and the former rules stay. */
  readonly set: (rules: readonly FaultRule[]) => void;
  readonly rules: () => readonly FaultRule[];
  /** Waits out the delays of the rules that hit the call, then answers the fault of the first that breaks it. */
  readonly strike: (target: FaultTarget, name: string, from?: JiraRequest['from']) => Promise<Fault>;
};

export const createFaults = (): Faults => {
  let active: readonly Active[] = [];
  return {
    set: (rules) => {
      active = rules.map(checkRule).map((rule) => ({
        rule,
        pattern: new RegExp(rule.match),
        chance: rule.seed === undefined ? evenly(rule.share) : drawn(rule.share, rule.seed),
      }));
    },
    rules: () => active.map(({ rule }) => rule),
    strike: async (target, name, from) => {
      const hits = active.flatMap(({ rule, pattern, chance }) => {
        if (rule.target !== target || !pattern.test(name)) return [];
        if (rule.from !== undefined && rule.from !== from) return [];
        const { isHit, part } = chance();
        return isHit ? [{ rule, delay: (rule.delayMs ?? 0) * part }] : [];
      });
      const delay = hits.reduce((sum, one) => sum + one.delay, 0);
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
      const breaking = hits.find(({ rule }) => rule.drop || rule.dropReply || rule.status !== undefined);
      return breaking === undefined ? null : faultOf(breaking.rule);
    },
  };
};

/**
 * Lets a call happen as its fault would have it. `happen` is the call, `answered` makes its reply of what the fault
 * answers. @throws what `lost` makes when there is no answer.
 */
export const underFault = async <Reply>(
  fault: Fault,
  call: {
    readonly happen: () => Reply | Promise<Reply>;
    readonly answered: (answer: FaultAnswer) => Reply;
    readonly lost: () => Error;
  },
): Promise<Reply> => {
  if (fault?.answer) return call.answered(fault.answer);
  if (fault?.lost === 'request') throw call.lost();
  const reply = await call.happen();
  if (fault?.lost === 'reply') throw call.lost();
  return reply;
};

/** What Node's `fetch` throws when a connection ends without an answer. */
export const connectionLost = (): Error => {
  const error = new TypeError('fetch failed');
  LOST.add(error);
  return error;
};

/** Whether a rule lost the connection, and the app let through what it got for it. */
export const isLostOnPurpose = (error: unknown): boolean => error instanceof Error && LOST.has(error);

const LOST = new WeakSet<Error>();

type Active = {
  readonly rule: FaultRule;
  readonly pattern: RegExp;
  /** Whether the next matching call is hit, and which part of the delay it waits. */
  readonly chance: () => { readonly isHit: boolean; readonly part: number };
};

const evenly = (share: number): Active['chance'] => {
  let due = 0;
  return () => {
    due += share;
    const isHit = due >= 1 - 1e-9;
    if (isHit) due -= 1;
    return { isHit, part: 1 };
  };
};

const drawn = (share: number, seed: number): Active['chance'] => {
  const random = randomFrom(seed).next;
  return () => ({ isHit: random() < share, part: random() });
};

const faultOf = (rule: FaultRule): Fault => {
  if (rule.drop) return { answer: null, lost: 'request' };
  if (rule.dropReply) return { answer: null, lost: 'reply' };
  return { answer: answerFor(rule), lost: null };
};
