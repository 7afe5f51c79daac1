import { useEffect } from 'react';
import type { CheckInView } from '../../src/contract/views';
import { inOrder } from '../../src/domain/check-in';
import type { KeyResultId } from '../../src/domain/ids';

/** Tells open histories of a check-in that was just saved, and those that are opened later on this page. */
export const tellOfCheckIn = (saved: CheckInView): void => {
  told.set(saved.id, saved);
  listeners.forEach((listener) => listener(saved));
};

export const useCheckInNews = (onCheckIn: (saved: CheckInView) => void): void => {
  useEffect(() => {
    listeners.add(onCheckIn);
    return () => void listeners.delete(onCheckIn);
  }, [onCheckIn]);
};

/** A history as it was read, with what was saved here since: storage's queries trail what was written. */
export const withCheckInNews = (
  keyResultId: KeyResultId,
  read: readonly CheckInView[],
): readonly CheckInView[] => {
  const missing = [...told.values()].filter(
    (saved) => saved.keyResultId === keyResultId && read.every(({ id }) => id !== saved.id),
  );
  return missing.length === 0 ? read : inOrder([...read, ...missing]);
};

const told = new Map<CheckInView['id'], CheckInView>();
const listeners = new Set<(saved: CheckInView) => void>();
