import type { Metric } from '../../src/domain/objective';

/**
 * A computed value, such as the expected one, without more digits than the metric is worth: whole numbers where baseline
 * and target lie 100 or more apart, one decimal from 10, else two.
 */
export const rounded = ({ baseline, target }: Metric, value: number): number => {
  const distance = Math.abs(target - baseline);
  const scale = distance >= 100 ? 1 : distance >= 10 ? 10 : 100;
  return Math.round(value * scale) / scale;
};
