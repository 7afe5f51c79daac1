import { useEffect } from 'react';
import type { CheckInView } from '../../src/contract/views';

/** Tells open histories of a check-in that was just saved, so that they need not be read again. */
export const tellOfCheckIn = (saved: CheckInView): void => listeners.forEach((listener) => listener(saved));

export const useCheckInNews = (onCheckIn: (saved: CheckInView) => void): void => {
  useEffect(() => {
    listeners.add(onCheckIn);
    return () => void listeners.delete(onCheckIn);
  }, [onCheckIn]);
};

const listeners = new Set<(saved: CheckInView) => void>();
