/** Something to break on purpose. */
export type FaultRule = {
  readonly target: 'jira' | 'storage' | 'invoke';
  /** A regular expression on `METHOD /path`, on `/api/v1/… entity`, or on the function's name. */
  readonly match: string;
  /** The share of matching calls that it hits, 0 to 1; evenly spread, so that a test can count on it. */
  readonly share: number;
  readonly status?: number;
  readonly delayMs?: number;
  /** The call gets no answer: the connection is lost. */
  readonly drop?: boolean;
};

/** What a call has to suffer; `null` is nothing. */
export type Fault = { readonly status: number | null; readonly drop: boolean } | null;

export type Faults = {
  readonly set: (rules: readonly FaultRule[]) => void;
  /** Waits out the delays of the rules that hit the call, then answers the fault of the first that breaks it. */
  readonly strike: (target: FaultRule['target'], name: string) => Promise<Fault>;
};

export const createFaults = (): Faults => {
  let active: { readonly rule: FaultRule; readonly pattern: RegExp; due: number }[] = [];
  return {
    set: (rules) => {
      active = rules.map((rule) => ({ rule: checkRule(rule), pattern: new RegExp(rule.match), due: 0 }));
    },
    strike: async (target, name) => {
      const hits = active.filter((one) => {
        if (one.rule.target !== target || !one.pattern.test(name)) return false;
        one.due += one.rule.share;
        if (one.due < 1 - 1e-9) return false;
        one.due -= 1;
        return true;
      });
      const delay = hits.reduce((sum, { rule }) => sum + (rule.delayMs ?? 0), 0);
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
      const breaking = hits.find(({ rule }) => rule.drop === true || rule.status !== undefined);
      return breaking === undefined
        ? null
        : { status: breaking.rule.status ?? null, drop: breaking.rule.drop === true };
    },
  };
};

const TARGETS: readonly string[] = ['jira', 'storage', 'invoke'];

const checkRule = (rule: FaultRule): FaultRule => {
  if (!TARGETS.includes(rule.target))
    throw new Error(`A fault's target is ${TARGETS.join(', ')}, not ${rule.target}.`);
  if (!(rule.share >= 0 && rule.share <= 1)) throw new Error(`A fault's share is 0 to 1, not ${rule.share}.`);
  if (typeof rule.match !== 'string') throw new Error('A fault has a regular expression to match.');
  return rule;
};
