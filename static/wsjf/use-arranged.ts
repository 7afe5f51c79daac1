import { useState } from 'react';

/**
 * Rows stay where they are while figures change, so that none moves away under whoever is at it. They are put in order
 * when it is asked for, and when something else than a figure changed.
 *
 * @param now - The ids in the order of the figures as they are.
 * @param reasons - What else decides the order.
 */
export const useArranged = (
  now: readonly string[],
  reasons: readonly unknown[],
): { readonly ids: readonly string[]; readonly misplaced: number; readonly arrange: () => void } => {
  const [kept, setKept] = useState({ ids: now, reasons });
  const isKept = reasons.every((reason, index) => reason === kept.reasons[index]);
  if (!isKept) setKept({ ids: now, reasons });
  const ids = isKept ? kept.ids : now;
  return {
    ids,
    misplaced: ids.filter((id, index) => id !== now[index]).length,
    arrange: () => setKept({ ids: now, reasons }),
  };
};
