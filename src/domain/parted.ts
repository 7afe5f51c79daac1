/**
 * Parts a whole number in proportion to amounts, in whole numbers that add up to it: what is left by rounding down goes to
 * whoever lost most by it (the largest remainders). All are 0 where all amounts are.
 */
export const parted = (whole: number, amounts: readonly number[]): number[] => {
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  if (sum === 0) return amounts.map(() => 0);
  const exact = amounts.map((amount) => (amount / sum) * whole);
  const parts = exact.map(Math.floor);
  const left = whole - parts.reduce((total, part) => total + part, 0);
  const byLoss = exact
    .map((_, index) => index)
    .sort((a, b) => exact[b]! - parts[b]! - (exact[a]! - parts[a]!));
  for (const index of byLoss.slice(0, left)) parts[index]! += 1;
  return parts;
};
