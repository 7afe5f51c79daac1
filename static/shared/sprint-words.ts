import type { Sprint } from '../../src/jira/boards';
import { formatDay, formatNumber } from '../../src/domain/figure-words';

export const STATE_NAMES: Readonly<Record<Sprint['state'], string>> = {
  active: 'active',
  future: 'planned',
  closed: 'closed',
};

/** When a sprint runs or ran, in one line: `3 Mar 2026 to 16 Mar 2026`. */
export const datesOf = ({ state, startDate, endDate, completeDate }: Sprint): string => {
  const end = state === 'closed' ? (completeDate ?? endDate) : endDate;
  if (startDate === null) return 'No dates yet';
  return end === null ? `From ${formatDay(startDate)}` : `${formatDay(startDate)} to ${formatDay(end)}`;
};

/** A number with its noun: `1 item`, `2 items`. */
export const counted = (count: number, noun: string): string =>
  `${formatNumber(count)} ${noun}${count === 1 ? '' : 's'}`;

/** A sprint in a list to choose from; of closed ones, which most are, the state goes without saying. */
export const sprintOption = ({
  id,
  name,
  state,
}: Sprint): { readonly id: number; readonly label: string } => ({
  id,
  label: state === 'closed' ? name : `${name} (${STATE_NAMES[state]})`,
});
