/** Counts of what was used within the second, minute … that the clock is in. Each begins anew with the next one. */
export type Windows = {
  readonly used: (name: string, lengthMs: number) => number;
  readonly add: (name: string, lengthMs: number, amount: number) => void;
};

export const createWindows = (now: () => Date): Windows => {
  const current = new Map<number, { readonly number: number; readonly amounts: Map<string, number> }>();
  const amountsOf = (lengthMs: number): Map<string, number> => {
    const number = Math.floor(now().getTime() / lengthMs);
    const known = current.get(lengthMs);
    if (known?.number === number) return known.amounts;
    const amounts = new Map<string, number>();
    current.set(lengthMs, { number, amounts });
    return amounts;
  };
  const used: Windows['used'] = (name, lengthMs) => amountsOf(lengthMs).get(name) ?? 0;
  return {
    used,
    add: (name, lengthMs, amount) => {
      amountsOf(lengthMs).set(name, used(name, lengthMs) + amount);
    },
  };
};

export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
